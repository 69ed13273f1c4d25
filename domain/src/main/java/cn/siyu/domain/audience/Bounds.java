package cn.siyu.domain.audience;

/// How large an expression may be. These are part of the language, not settings: an expression that
/// is accepted once is accepted everywhere.
public final class Bounds {
    /// Nested connectives, the innermost condition included.
    public static final int DEPTH = 8;

    /// Conditions and connectives together.
    public static final int NODES = 64;

    /// Characters of the text form, as written and as printed (UTF-16 units).
    public static final int TEXT = 4_000;

    /// Values in one list.
    public static final int VALUES = 100;

    /// Characters of one text value (UTF-16 units).
    public static final int VALUE_LENGTH = 256;

    /// The largest absolute value of a number: exact in a double and in every database.
    public static final long NUMBER = 1_000_000_000_000_000L;

    /// Parentheses and connectives a reader follows before it gives up, whatever they come to in
    /// the end.
    static final int NESTING = 32;

    private Bounds() {}
}
