package cn.siyu.domain.customer.lifecycle;

import cn.siyu.domain.channel.policy.PolicyReader;
import java.time.Duration;
import java.util.Optional;

/// When a customer is in which stage, and when dormant (生命周期政策).
///
/// @param activeDays so many active days …
/// @param withinDays … within so many days make ENGAGEMENT
/// @param returnWindow how long an order can be returned
/// @param dormancy when silence is dormancy
public record LifecyclePolicy(int activeDays, int withinDays, Duration returnWindow, Dormancy dormancy) {
    /// When silence is dormancy.
    ///
    /// @param clearedBy what counts and ends it
    /// @param chance dormant when at most this share of active customers is silent so long, 0 to 1
    /// @param prior what is taken to be known of the brand's customers until enough of them can be
    ///     measured
    /// @param measured how the brand's own prior is found
    /// @param intervals the simple rule, where purchases don't vary enough to tell: so many usual
    ///     intervals
    /// @param usualInterval the usual interval of a customer who bought once
    public record Dormancy(
            ClearedBy clearedBy,
            double chance,
            PurchasePrior prior,
            Measured measured,
            int intervals,
            Duration usualInterval) {

        /// The prior that holds by what the brand's customers bought: the policy's while too few
        /// can be measured, and where interactions are what counts; empty if purchases vary no more
        /// than by chance, so that the simple rule holds.
        public Optional<PurchasePrior> priorBy(PurchaseCounts counts) {
            return clearedBy == ClearedBy.INTERACTION || counts.customers() < measured.customers()
                    ? Optional.of(prior)
                    : counts.prior();
        }
    }

    /// How the brand's own prior is found (先验估计).
    ///
    /// @param windowDays so many days from each customer's first purchase on are counted
    /// @param customers so many customers have to be known for so long, at least
    public record Measured(int windowDays, int customers) {}

    /// What counts towards a customer's rhythm, and ends dormancy.
    public enum ClearedBy {
        PURCHASE,
        /// For goods bought once in years, such as cars.
        INTERACTION
    }

    /// Reads the values of a LIFECYCLE edition.
    public static LifecyclePolicy from(PolicyReader in) {
        Engagement engagement = in.object("engagement", LifecyclePolicy::engagement);
        return new LifecyclePolicy(
                engagement.activeDays,
                engagement.within,
                in.duration("returnWindow", Duration.ZERO, Duration.ofDays(365)),
                in.object("dormancy", LifecyclePolicy::dormancy));
    }

    private record Engagement(int activeDays, int within) {}

    private static Engagement engagement(PolicyReader in) {
        var engagement = new Engagement(in.integer("activeDays", 1, 31), in.integer("within", 1, 365));
        in.check(
                engagement.activeDays <= engagement.within,
                "within",
                engagement.activeDays + " active days don't fit in " + engagement.within);
        return engagement;
    }

    private static Dormancy dormancy(PolicyReader in) {
        return new Dormancy(
                in.oneOf("clearedBy", ClearedBy.class),
                in.decimal("chance", 1e-4, .5),
                in.object(
                        "prior",
                        prior -> new PurchasePrior(
                                prior.decimal("shape", .01, 1_000), prior.decimal("scaleDays", .01, 100_000))),
                in.object(
                        "measured",
                        measured -> new Measured(
                                measured.integer("windowDays", 7, 730), measured.integer("customers", 30, 1_000_000))),
                in.integer("intervals", 1, 20),
                in.duration("usualInterval", Duration.ofDays(1), Duration.ofDays(3_650)));
    }
}
