package cn.siyu.domain.trust.evidence;

import java.time.Instant;

/// By how much one accumulator changes. Deltas commute: applied in any order and any grouping they
/// end in the same sum.
///
/// @param amount what is added to a, at the landmark's scale; negative in a retraction
/// @param count what is added to n
/// @param newestAt the newest effective time in it
public record AccumulatorDelta(AccumulatorKey key, double amount, long count, Instant newestAt) {

    AccumulatorDelta plus(AccumulatorDelta other) {
        var newest = newestAt.isBefore(other.newestAt) ? other.newestAt : newestAt;
        return new AccumulatorDelta(key, amount + other.amount, count + other.count, newest);
    }
}
