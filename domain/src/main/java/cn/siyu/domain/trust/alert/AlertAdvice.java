package cn.siyu.domain.trust.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What to do about a relationship that loses its trust (建议动作).
public enum AlertAdvice {
    /// Somebody complained: hear them out and put it right, before anything else is sent.
    MAKE_GOOD,
    /// They are written to more than they want: fewer messages, and none for a while.
    WRITE_LESS,
    /// They left a group or turned away: ask in person what was missing.
    ASK_WHY,
    /// Answers and reactions have faded: write to them in person, about them and not about an
    /// offer.
    TALK,
    /// Purchases and visits have faded: invite them back with something made for them.
    INVITE_BACK;

    private static final Map<String, AlertAdvice> BY_KIND = Map.ofEntries(
            Map.entry("COMPLAINED", MAKE_GOOD),
            Map.entry("IGNORED", WRITE_LESS),
            Map.entry("NOT_INTERESTED", WRITE_LESS),
            Map.entry("LEFT_GROUP", ASK_WHY),
            Map.entry("BLOCKED", ASK_WHY),
            Map.entry("DELETED", ASK_WHY),
            Map.entry("PURCHASED", INVITE_BACK),
            Map.entry("REPURCHASED", INVITE_BACK),
            Map.entry("VISITED", INVITE_BACK),
            Map.entry("CLAIMED_COUPON", INVITE_BACK));

    /// By what cost most.
    ///
    /// @param causes at least one
    public static AlertAdvice of(List<AlertCause> causes) {
        return causes.stream()
                .min(Comparator.comparingDouble(AlertCause::change)
                        .thenComparing(cause -> cause.kind().code()))
                .map(worst -> BY_KIND.getOrDefault(worst.kind().code(), worst.after() < 0 ? ASK_WHY : TALK))
                .orElse(TALK);
    }
}
