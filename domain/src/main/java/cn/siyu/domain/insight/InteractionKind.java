package cn.siyu.domain.insight;

/// A kind of interaction (互动). Which there are and what each means is policy data, see
/// [cn.siyu.domain.channel.journey.JourneyPolicy]; named here are those that the product itself
/// reports or looks for.
///
/// @param code like `REPLY`: upper case words joined by `_`, 1 to 40 characters
public record InteractionKind(String code) implements Comparable<InteractionKind> {
    public static final InteractionKind REPLY = new InteractionKind("REPLY");
    public static final InteractionKind LIKE = new InteractionKind("LIKE");
    public static final InteractionKind COMMENT = new InteractionKind("COMMENT");
    /// The customer tapped "not interested" on a moment (不感兴趣).
    public static final InteractionKind NOT_INTERESTED = new InteractionKind("NOT_INTERESTED");

    public InteractionKind {
        if (!code.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new IllegalArgumentException("a kind of interaction is named like REPLY, not '" + code + "'");
        }
    }

    @Override
    public int compareTo(InteractionKind other) {
        return code.compareTo(other.code);
    }
}
