package cn.siyu.domain.customer.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How often one customer buys (or interacts): all that dormancy needs, updated in one step per
/// purchase (购买节奏).
///
/// @param repeats how many after the first
/// @param first when the first was
/// @param last when the last was; not before the first
public record Rhythm(int repeats, Instant first, Instant last) {
    private static final double DAY = 86_400_000;

    public Rhythm {
        if (repeats < 0 || last.isBefore(first)) {
            throw new IllegalArgumentException("a rhythm goes from its first event to its last");
        }
    }

    /// The rhythm of a customer who did it once.
    public static Rhythm once(Instant at) {
        return new Rhythm(0, at, at);
    }

    /// With one more, learned in whatever order.
    public Rhythm and(Instant at) {
        return new Rhythm(repeats + 1, at.isBefore(first) ? at : first, at.isAfter(last) ? at : last);
    }

    /// The mean time between two; empty if there was only one moment.
    public Optional<Duration> usualInterval() {
        return repeats == 0 || first.equals(last)
                ? Optional.empty()
                : Optional.of(Duration.between(first, last).dividedBy(repeats));
    }

    /// When the customer becomes dormant if nothing happens. It is stored and indexed; nobody is
    /// scanned.
    ///
    /// @param prior the brand's; empty: the simple rule holds
    public Instant dormantAt(LifecyclePolicy.Dormancy policy, Optional<PurchasePrior> prior) {
        return prior.map(known ->
                        last.plusMillis(Math.round(known.silenceLimit(repeats, spanDays(), policy.chance()) * DAY)))
                .orElseGet(() ->
                        last.plus(usualInterval().orElse(policy.usualInterval()).multipliedBy(policy.intervals())));
    }

    /// The share of active customers with this rhythm who are silent until a moment, or longer.
    public double chanceOfSilence(PurchasePrior prior, Instant until) {
        double silent = Math.max(0, until.toEpochMilli() - last.toEpochMilli()) / DAY;
        return prior.chanceOfSilence(repeats, spanDays(), silent);
    }

    private double spanDays() {
        return (last.toEpochMilli() - first.toEpochMilli()) / DAY;
    }
}
