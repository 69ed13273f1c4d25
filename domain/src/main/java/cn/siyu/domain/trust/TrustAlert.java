package cn.siyu.domain.trust;

import cn.siyu.domain.trust.policy.AlertRule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Why somebody must look after a relationship (信任预警).
public sealed interface TrustAlert {

    /// It has lost much of its trust within the window.
    ///
    /// @param before T at the window's start
    /// @param now T
    record Fell(double before, double now) implements TrustAlert {}

    /// If nothing happens it falls under the governor's limit within the window. A relationship
    /// that is under it already is none of these: the governor leaves it alone, and nothing is
    /// about to change.
    ///
    /// @param now T, at or above the limit
    /// @param forecast T at the window's end, under the limit
    record AboutToFall(double now, double forecast) implements TrustAlert {}

    /// The alerts of a relationship.
    ///
    /// @param before T one window ago, by a snapshot of the same policy edition or from the log;
    ///     empty if it wasn't there
    /// @param forecast T one window ahead: the same accumulators read then
    static List<TrustAlert> of(AlertRule rule, OptionalDouble before, double now, double forecast) {
        var alerts = new ArrayList<TrustAlert>();
        if (before.isPresent() && now - before.getAsDouble() <= -rule.fall()) {
            alerts.add(new Fell(before.getAsDouble(), now));
        }
        if (now >= rule.governorLimit() && forecast < rule.governorLimit()) {
            alerts.add(new AboutToFall(now, forecast));
        }
        return List.copyOf(alerts);
    }
}
