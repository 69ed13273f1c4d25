package cn.siyu.domain.graduation;

import cn.siyu.domain.channel.policy.PolicyReader;
import java.time.Duration;

/// Who is led to another account, and how it is judged (迁移与挽回政策); practice's numbers, so a
/// brand may set its own.
///
/// @param channel the code of the channel that customers graduate to: the one that people work by
///     hand
public record GraduationPolicy(String channel, Value value, Graduate graduate, WinBack winBack, Report report) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEARS = Duration.ofDays(3_650);
    private static final int MANY = 10_000_000;

    /// What a customer is worth: what was bought in a window.
    ///
    /// @param core percentile where CORE begins, 0 to 1: .9 is the best tenth
    /// @param middle percentile where MIDDLE begins
    /// @param winBack percentile from which a lost customer is worth winning back
    public record Value(Duration window, double core, double middle, double winBack) {}

    /// Who graduates.
    ///
    /// @param socialAtLeast social trust, 0 to 1, that is close enough …
    /// @param replies … or so many replies …
    /// @param within … in so long
    /// @param confidenceAtLeast how well the customer must be known, 0 to 1
    /// @param complaintOpenFor how long after a complaint a customer is left alone
    /// @param roomDays the adds of how many days are an account's room
    public record Graduate(
            double socialAtLeast,
            int replies,
            Duration within,
            double confidenceAtLeast,
            Duration complaintOpenFor,
            int roomDays) {}

    /// Who is won back.
    ///
    /// @param lostWithin how long ago the last relationship ended at most
    /// @param deletionsAtMost whoever deleted us more often is left alone
    public record WinBack(Duration lostWithin, int deletionsAtMost) {}

    /// How a report is read.
    ///
    /// @param leastPerArm with fewer customers, or conversions, in an arm only counts are told
    /// @param planned how many customers looking early is laid out for
    public record Report(int leastPerArm, int planned) {}

    /// Reads the values of a GRADUATION edition.
    public static GraduationPolicy from(PolicyReader in) {
        return new GraduationPolicy(
                in.text("channel"),
                in.object("value", GraduationPolicy::value),
                in.object("graduate", GraduationPolicy::graduate),
                in.object("winBack", GraduationPolicy::winBack),
                in.object("report", GraduationPolicy::report));
    }

    private static Value value(PolicyReader in) {
        var value = new Value(
                in.duration("window", DAY, YEARS),
                in.decimal("core", 0, 1),
                in.decimal("middle", 0, 1),
                in.decimal("winBack", 0, 1));
        in.check(value.middle <= value.core, "core", "the core can't begin below the middle");
        return value;
    }

    private static Graduate graduate(PolicyReader in) {
        return new Graduate(
                in.decimal("socialAtLeast", 0, 1),
                in.integer("replies", 1, MANY),
                in.duration("within", DAY, YEARS),
                in.decimal("confidenceAtLeast", 0, 1),
                in.duration("complaintOpenFor", Duration.ZERO, YEARS),
                in.integer("roomDays", 1, 365));
    }

    private static WinBack winBack(PolicyReader in) {
        return new WinBack(in.duration("lostWithin", DAY, YEARS), in.integer("deletionsAtMost", 0, MANY));
    }

    private static Report report(PolicyReader in) {
        return new Report(in.integer("leastPerArm", 2, MANY), in.integer("planned", 2, MANY));
    }
}
