package cn.siyu.domain.sop;

import cn.siyu.domain.content.Wording;
import org.jspecify.annotations.Nullable;

/// One mistake in a definition.
///
/// @param code stable, for example `unknown-field`; mistakes inside the audience and the script
///     have the codes of those languages
/// @param detail what is wrong and what to do
/// @param pointer the place, as a JSON Pointer from the definition: `/steps/3/for`
/// @param suggestion what was probably meant, to be put in its place; null if nothing comes near
public record SopMistake(
        String code,
        Wording detail,
        String pointer,
        @Nullable String suggestion) {
    /// The kinds of mistakes of definitions proper. Codes never change their meaning.
    public enum Code {
        /// Something that must be there isn't.
        MISSING,
        /// A field that doesn't exist here.
        UNKNOWN_FIELD,
        /// Another type of value is expected.
        WRONG_TYPE,
        /// A code that doesn't exist here.
        UNKNOWN_CODE,
        /// Nothing was written where something must be.
        EMPTY,
        /// Longer than it may be.
        TOO_LONG,
        /// More than there may be.
        TOO_MANY,
        /// A number, duration or day outside its range.
        OUT_OF_RANGE,
        /// No such material, or it is archived.
        UNKNOWN_MATERIAL,
        /// No such tag.
        UNKNOWN_TAG,
        /// No such contact way.
        UNKNOWN_CONTACT_WAY,
        /// Waits for a moment that has always passed when its turn comes.
        ALREADY_PAST,
        /// A variable that isn't always known, without a fallback.
        FALLBACK_NEEDED,
        /// Contradicts something else in the definition.
        CONTRADICTION;

        /// The code as clients see it.
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    SopMistake(Code code, Wording detail, String pointer) {
        this(code.slug(), detail, pointer, null);
    }

    /// Where in a text something is, for the end of a detail.
    static Wording atCharacter(int offset) {
        return Wording.of("(at character %s)", "（第 %s 个字符）", offset + 1);
    }
}
