package cn.siyu.domain.audience;

import cn.siyu.domain.content.Wording;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One mistake in an expression.
///
/// @param detail what is wrong and what to do, for the person who wrote it
/// @param place where it is
/// @param suggestion what was probably meant, to be put in its place; null if nothing comes near
public record ExpressionError(
        Code code, Wording detail, Place place, @Nullable String suggestion) {
    /// The kind of mistake. Codes never change their meaning.
    public enum Code {
        /// Nothing was written.
        EMPTY,
        /// Longer than [Bounds#TEXT] in its canonical text form.
        TOO_LONG,
        /// Conditions nested deeper than [Bounds#DEPTH].
        TOO_DEEP,
        /// More than [Bounds#NODES] conditions and connectives.
        TOO_MANY_NODES,
        /// More than [Bounds#VALUES] values in one list.
        TOO_MANY_VALUES,
        /// A character that has no meaning here.
        UNREADABLE,
        /// A text without its closing quote.
        UNCLOSED_TEXT,
        /// Something else was expected here.
        UNEXPECTED,
        /// No such field.
        UNKNOWN_FIELD,
        /// The field's type doesn't allow this operator.
        OPERATOR_NOT_ALLOWED,
        /// The value is of another type than the field.
        WRONG_TYPE,
        /// A code the field never has.
        UNKNOWN_CODE,
        /// A number or text outside its range.
        OUT_OF_RANGE,
        /// A lower bound above its upper bound.
        EMPTY_RANGE,
        /// A property of the JSON form that doesn't exist.
        UNKNOWN_PROPERTY,
        /// A property of the JSON form is missing.
        MISSING_PROPERTY;

        /// The code as clients see it, for example `unknown-field`.
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ExpressionError(Code code, Wording detail, Place place) {
        this(code, detail, place, null);
    }
}
