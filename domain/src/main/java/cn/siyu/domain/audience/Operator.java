package cn.siyu.domain.audience;

import java.util.Arrays;
import java.util.Optional;

/// What a field can be asked. Each has the form it takes in text and the name it has as `op` in the
/// JSON form.
public enum Operator {
    EQUAL("=", "="),
    NOT_EQUAL("!=", "!="),
    LESS("<", "<"),
    AT_MOST("<=", "<="),
    GREATER(">", ">"),
    AT_LEAST(">=", ">="),
    BETWEEN("between", "between"),
    IN("in", "in"),
    CONTAINS("contains", "contains"),
    STARTS_WITH("starts with", "startsWith"),
    HAS("has", "has"),
    HAS_ANY("has any", "hasAny"),
    HAS_ALL("has all", "hasAll"),
    IS_KNOWN("is known", "isKnown"),
    IS_UNKNOWN("is unknown", "isUnknown");

    private final String text;
    private final String code;

    Operator(String text, String code) {
        this.text = text;
        this.code = code;
    }

    /// How it is written in text, for example `starts with`.
    public String text() {
        return text;
    }

    /// Its `op` in the JSON form, for example `startsWith`.
    public String code() {
        return code;
    }

    static Optional<Operator> ofCode(String code) {
        return Arrays.stream(values()).filter(o -> o.code.equals(code)).findFirst();
    }
}
