package cn.siyu.domain.sop;

import cn.siyu.domain.content.Wording;
import cn.siyu.domain.sop.SopMistake.Code;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a definition refers to.
final class References {
    private final SopNaming naming;

    References(SopNaming naming) {
        this.naming = naming;
    }

    @Nullable
    Long one(Fields fields, String name, Kind kind) {
        Object value = fields.required(name);
        return value == null ? null : number(fields, value, fields.at(name), kind);
    }

    Set<Long> many(Fields fields, String name, Kind kind, int most) {
        Set<Long> numbers = new LinkedHashSet<>();
        var list = fields.list(name, most);
        for (int i = 0; i < list.size(); i++) {
            Object value = Objects.requireNonNullElse(list.get(i), "");
            Long number = number(fields, value, fields.at(name) + "/" + i, kind);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private @Nullable Long number(Fields fields, Object value, String where, Kind kind) {
        String text = fields.text(value, where);
        if (text == null) {
            return null;
        }
        var number = naming.number(kind, text);
        if (number.isPresent()) {
            return number.getAsLong();
        }
        switch (kind) {
            case MATERIAL ->
                fields.note(
                        Code.UNKNOWN_MATERIAL,
                        Wording.of("There is no material '%s', or it is archived.", "没有素材“%s”，或已归档。", text),
                        where);
            case TAG -> fields.note(Code.UNKNOWN_TAG, Wording.of("There is no tag '%s'.", "没有标签“%s”。", text), where);
            case CONTACT_WAY ->
                fields.note(
                        Code.UNKNOWN_CONTACT_WAY,
                        Wording.of("There is no contact way '%s'.", "没有渠道活码“%s”。", text),
                        where);
        }
        return null;
    }
}
