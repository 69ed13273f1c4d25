package cn.siyu.domain.audience;

import cn.siyu.domain.content.Wording;

/// One thing an expression can ask about, as data: clients read this from the field catalogue.
///
/// @param name lower camel case words joined by dots, for example `trust.social`; names never
///     change their meaning
/// @param codes the codes of an ENUM (or of a set of codes)
/// @param label what operators call it
/// @param example a whole condition over this field that can be used as it stands
public record Field(String name, FieldType type, Codes codes, Wording label, String example) {
    private static final int MOST = 64;

    public Field {
        if (name.length() > MOST || !name.matches("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*")) {
            throw new IllegalArgumentException("a field's name is words of letters joined by dots: " + name);
        }
        if (type == FieldType.ENUM && codes.known().isEmpty()) {
            throw new IllegalArgumentException("an ENUM field names its codes: " + name);
        }
    }

    boolean takesCodes() {
        return !codes.known().isEmpty();
    }
}
