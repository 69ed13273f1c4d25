package cn.siyu.domain.trust.evidence;

import java.time.Instant;

/// The evidence of one kind about one subject, summed up unweighted: a = Σ m·2^((t_e − L)/h). Never
/// rewritten as time passes; reading multiplies by 2^(−(t − L)/h).
///
/// @param amount a, at least 0, at the scale of the landmark it was summed by
/// @param count n, how many pieces of evidence are in it, over-cap ones included
/// @param newestAt the newest effective time that was ever in it; a reading for an earlier time
///     must come from the log
public record Accumulator(double amount, long count, Instant newestAt) {

    public Accumulator {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY) || count < 0) {
            throw new IllegalArgumentException("no accumulator has amount " + amount + " and count " + count);
        }
    }

    /// Nothing yet; any evidence is newer.
    public static Accumulator empty() {
        return new Accumulator(0, 0, Instant.MIN);
    }

    /// Applies a delta. Without evidence left the amount is exactly 0, and rounding never takes it
    /// below.
    public Accumulator plus(AccumulatorDelta delta) {
        return of(amount + delta.amount(), count + delta.count(), delta.newestAt());
    }

    /// Two accumulators read as one, as after a merge of identities.
    public Accumulator plus(Accumulator other) {
        return of(amount + other.amount, count + other.count, other.newestAt);
    }

    /// The same evidence at another landmark's scale.
    ///
    /// @param factor what [Landmark#scaleTo] gives for this kind's half-life
    public Accumulator rescaled(double factor) {
        return new Accumulator(amount * factor, count, newestAt);
    }

    private Accumulator of(double sum, long pieces, Instant at) {
        return new Accumulator(pieces == 0 ? 0 : Math.max(0, sum), pieces, at.isAfter(newestAt) ? at : newestAt);
    }
}
