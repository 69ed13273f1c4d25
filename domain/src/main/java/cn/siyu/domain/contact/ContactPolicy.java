package cn.siyu.domain.contact;

import cn.siyu.domain.channel.policy.PolicyProblem;
import cn.siyu.domain.channel.policy.PolicyReader;
import java.time.Duration;
import java.util.List;

/// What the brand allows itself in contacting customers (触达政策).
///
/// @param quietHours when no marketing is sent (免打扰时段), in the customer's zone
/// @param gap how much time lies between two marketing contacts
/// @param pauseAfterIgnored after how many ignored marketing contacts in a row marketing pauses
/// @param lowTrust whom to leave alone because they trust too little
/// @param perMonth the most one-to-one marketing contacts per customer and calendar month, over all
///     channels together
/// @param consentRequired true: marketing needs a recorded consent; false: it needs the absence of
///     a withdrawal
/// @param responseWindow how long after delivery an answer counts as an answer to it
/// @param attributionWindow how long after delivery an order is put down to it
/// @param confirmation how long staff have to confirm a prepared message, and when they are
///     reminded
public record ContactPolicy(
        QuietHours quietHours,
        AdaptiveGap gap,
        int pauseAfterIgnored,
        LowTrust lowTrust,
        int perMonth,
        boolean consentRequired,
        Duration responseWindow,
        Duration attributionWindow,
        Confirmation confirmation) {

    /// When a customer counts as distrustful.
    ///
    /// @param limit relationship trust below this, 0 to 100
    /// @param confidence and known at least this well, 0 to 1: somebody little known isn't
    ///     distrustful
    public record LowTrust(double limit, double confidence) {}

    /// How staff are brought to confirm a prepared message (群发确认).
    ///
    /// @param deadline after this it is cancelled
    /// @param remindAfter when reminders go out, counted from the preparation, ascending
    public record Confirmation(Duration deadline, List<Duration> remindAfter) {
        public Confirmation {
            remindAfter = List.copyOf(remindAfter);
        }
    }

    /// Reads the values of a CONTACT edition.
    public static ContactPolicy from(PolicyReader in) {
        return new ContactPolicy(
                in.object("quietHours", hours -> new QuietHours(hours.time("from"), hours.time("to"))),
                in.object("gap", ContactPolicy::gap),
                in.integer("pauseAfterIgnored", 1, 100),
                in.object(
                        "lowTrust", low -> new LowTrust(low.decimal("limit", 0, 100), low.decimal("confidence", 0, 1))),
                in.object("brandCap", cap -> cap.integer("perMonth", 1, 31)),
                in.object("consent", consent -> consent.flag("required")),
                in.duration("responseWindow", Duration.ofHours(1), Duration.ofDays(30)),
                in.duration("attributionWindow", Duration.ofHours(1), Duration.ofDays(90)),
                in.object("confirmation", ContactPolicy::confirmation));
    }

    private static AdaptiveGap gap(PolicyReader in) {
        Duration first = in.duration("first", Duration.ZERO, Duration.ofDays(365));
        double growth = in.decimal("growth", 1, 10);
        Duration most = in.duration("most", Duration.ZERO, Duration.ofDays(365));
        boolean sound = first.compareTo(most) <= 0;
        in.check(sound, "most", "the widest gap can't be shorter than the first, " + first);
        return new AdaptiveGap(first, growth, sound ? most : first);
    }

    private static Confirmation confirmation(PolicyReader in) {
        Duration deadline = in.duration("deadline", Duration.ofMinutes(10), Duration.ofDays(31));
        List<Duration> remindAfter = in.durations("remindAfter");
        in.check(
                remindAfter.equals(remindAfter.stream().distinct().sorted().toList()),
                "remindAfter",
                "reminders must ascend");
        in.check(
                remindAfter.stream().allMatch(after -> after.isPositive() && after.compareTo(deadline) < 0),
                "remindAfter",
                PolicyProblem.Code.CONTRADICTION,
                "reminders must lie between the preparation and the deadline " + deadline);
        return new Confirmation(deadline, remindAfter);
    }
}
