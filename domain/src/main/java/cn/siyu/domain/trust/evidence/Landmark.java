package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.trust.policy.HalfLife;
import java.time.Duration;
import java.time.Instant;

/// The time L that a brand's accumulators are scaled by (forward decay: Cormode, Shkapenyuk,
/// Srivastava, Xu 2009). Evidence is weighed up by its age since L instead of being weighed down by
/// its age today, so stored sums never change by time. No score depends on which landmark is
/// chosen.
public record Landmark(Instant at) {
    private static final double MILLIS_PER_DAY = 86_400_000;
    /// A double ends at 2^1023; half of that leaves room for late moves and large multiplicities.
    private static final double MOST_HALF_LIVES = 500;

    /// Days since the landmark, as milliseconds / 86,400,000: no calendar days, no zones. Negative
    /// before it.
    public double daysTo(Instant time) {
        return Duration.between(at, time).toMillis() / MILLIS_PER_DAY;
    }

    /// The scale 2^((t_e − L)/h) at which evidence with that effective time is summed.
    public double scaleOf(Instant effectiveAt, HalfLife halfLife) {
        return halfLife.shareLeftAfter(-daysTo(effectiveAt));
    }

    /// The factor 2^(−(t − L)/h) that turns a stored amount into "how many of these are left at t".
    public double decayAt(Instant time, HalfLife halfLife) {
        return halfLife.shareLeftAfter(daysTo(time));
    }

    /// Whether accumulators must be moved to a later landmark, because sums come near the range of
    /// a double.
    public boolean tooOldAt(Instant now, HalfLife shortest) {
        return daysTo(now) / shortest.days() > MOST_HALF_LIVES;
    }

    /// The factor that every amount with this half-life is multiplied by when the landmark moves.
    public double scaleTo(Landmark next, HalfLife halfLife) {
        return halfLife.shareLeftAfter(daysTo(next.at));
    }
}
