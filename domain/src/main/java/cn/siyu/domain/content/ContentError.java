package cn.siyu.domain.content;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One mistake in a material.
///
/// @param detail what is wrong and what to do
/// @param pointer the place, as a JSON Pointer from the material: `/text`, `/attachments/0/url`
/// @param span inside a text, the stretch that is wrong; null if it is the whole value
/// @param suggestion what was probably meant, to be put in its place; null if nothing comes near
public record ContentError(
        Code code,
        Wording detail,
        String pointer,
        @Nullable Span span,
        @Nullable String suggestion) {
    /// A stretch of a text, in UTF-16 units.
    public record Span(int offset, int length) {}

    /// The kind of mistake. Codes never change their meaning.
    public enum Code {
        /// Nothing was written where something must be.
        EMPTY,
        /// Longer than the channel takes, or than a name may be.
        TOO_LONG,
        /// More attachments than the channel takes.
        TOO_MANY_ATTACHMENTS,
        /// No such variable.
        UNKNOWN_VARIABLE,
        /// `{{` or `}}` without its counterpart.
        UNPAIRED_BRACES,
        /// A known variable between single braces, which would be sent as it stands.
        SINGLE_BRACES,
        /// A fallback with braces or a second bar in it.
        MALFORMED_FALLBACK,
        /// A character that can't be sent.
        UNSENDABLE_CHARACTER,
        /// Not an absolute http or https address.
        INVALID_URL,
        /// A claim that the brand's persona (人设) never makes (禁用语).
        FORBIDDEN_CLAIM;

        /// The code as clients see it, for example `unknown-variable`.
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
