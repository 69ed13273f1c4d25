package cn.siyu.domain.audience;

/// The three values of SQL's logic (Kleene's). A comparison with a value that isn't known is
/// UNKNOWN, and a customer is in an audience only if its expression is TRUE: neither
/// `stage = INTEREST` nor `not stage = INTEREST` selects a customer whose stage isn't known;
/// `stage is unknown` does.
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
