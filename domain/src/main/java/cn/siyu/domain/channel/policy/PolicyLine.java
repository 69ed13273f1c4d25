package cn.siyu.domain.channel.policy;

import org.jspecify.annotations.Nullable;

/// The line of editions that follow each other: a kind of policy, and the channel it is for. A
/// brand's override belongs to a line, not to one edition of it.
///
/// @param channel the code of a channel; null: for all channels
public record PolicyLine(PolicyKind kind, @Nullable String channel) {
    private static final String SEPARATOR = ":";

    /// The line of a kind that isn't told apart by channel.
    public static PolicyLine of(PolicyKind kind) {
        return new PolicyLine(kind, null);
    }

    /// What a channel's platform allows.
    public static PolicyLine platform(String channel) {
        return new PolicyLine(PolicyKind.PLATFORM, channel);
    }

    /// How accounts of a channel are kept safe that people work by hand.
    public static PolicyLine care(String channel) {
        return new PolicyLine(PolicyKind.ACCOUNT_CARE, channel);
    }

    /// Reads a line from its text.
    ///
    /// @throws IllegalArgumentException if it names no kind of policy
    public static PolicyLine parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0
                ? of(PolicyKind.valueOf(text))
                : new PolicyLine(PolicyKind.valueOf(text.substring(0, end)), text.substring(end + 1));
    }

    /// As kept and shown: `CONTACT`, `PLATFORM:WECOM`.
    @Override
    public String toString() {
        return channel == null ? kind.name() : kind.name() + SEPARATOR + channel;
    }
}
