package cn.siyu.domain.audience;

import static cn.siyu.domain.audience.Operator.AT_LEAST;
import static cn.siyu.domain.audience.Operator.AT_MOST;
import static cn.siyu.domain.audience.Operator.BETWEEN;
import static cn.siyu.domain.audience.Operator.CONTAINS;
import static cn.siyu.domain.audience.Operator.EQUAL;
import static cn.siyu.domain.audience.Operator.GREATER;
import static cn.siyu.domain.audience.Operator.HAS;
import static cn.siyu.domain.audience.Operator.HAS_ALL;
import static cn.siyu.domain.audience.Operator.HAS_ANY;
import static cn.siyu.domain.audience.Operator.IN;
import static cn.siyu.domain.audience.Operator.IS_KNOWN;
import static cn.siyu.domain.audience.Operator.IS_UNKNOWN;
import static cn.siyu.domain.audience.Operator.LESS;
import static cn.siyu.domain.audience.Operator.NOT_EQUAL;
import static cn.siyu.domain.audience.Operator.STARTS_WITH;

import cn.siyu.domain.content.Wording;
import java.util.List;

/// The type of a field: it fixes which operators and which values an expression may use with it.
public enum FieldType {
    /// Free text, compared exactly, code point by code point; no order, no ignoring of case
    /// (databases differ there).
    TEXT("text", "文本", EQUAL, NOT_EQUAL, IN, CONTAINS, STARTS_WITH, IS_KNOWN, IS_UNKNOWN),
    /// A count or an amount in minor units: a whole number, compared exactly.
    WHOLE_NUMBER(
            "a whole number",
            "整数",
            EQUAL,
            NOT_EQUAL,
            LESS,
            AT_MOST,
            GREATER,
            AT_LEAST,
            BETWEEN,
            IN,
            IS_KNOWN,
            IS_UNKNOWN),
    /// A measured number; a double. It has an order but no equality, since a computed number hardly
    /// ever equals one.
    NUMBER("a number", "数字", LESS, AT_MOST, GREATER, AT_LEAST, BETWEEN, IS_KNOWN, IS_UNKNOWN),
    /// True or false; the field's name alone is a condition.
    BOOLEAN("true or false", "是非值（true/false）", EQUAL, NOT_EQUAL, IS_KNOWN, IS_UNKNOWN),
    /// A point in time.
    INSTANT("a point in time", "时间点", LESS, AT_MOST, GREATER, AT_LEAST, BETWEEN, IS_KNOWN, IS_UNKNOWN),
    /// One code of a list (see [Codes]).
    ENUM("a code", "代码", EQUAL, NOT_EQUAL, IN, IS_KNOWN, IS_UNKNOWN),
    /// Several texts or codes at once; always known, perhaps empty: `is known` means "not empty".
    SET_OF_TEXT("a set of texts", "文本集合", HAS, HAS_ANY, HAS_ALL, IS_KNOWN, IS_UNKNOWN);

    @SuppressWarnings("ImmutableEnumChecker") // a record of two strings
    private final Wording label;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Operator> operators;

    FieldType(String en, String zh, Operator... operators) {
        this.label = new Wording(en, zh);
        this.operators = List.of(operators);
    }

    /// What people call it.
    public Wording label() {
        return label;
    }

    /// The operators it allows, in the order to show them.
    public List<Operator> operators() {
        return operators;
    }
}
