package cn.siyu.domain.graduation;

import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.channel.allocation.ChiSquare;
import org.jspecify.annotations.Nullable;

/// Whether as many were held out as the program said (样本比例失衡, sample ratio mismatch): Pearson's
/// χ² against the planned share (Fabijan et al. 2019). Arms that are drawn by a hash miss it by
/// chance only; missing it by more than chance says that something chose who is in which arm, and
/// then no difference between them means anything.
///
/// @param planned share that was to be held out, 0 to 1
/// @param actual share that was, of everybody drawn; 0 without anybody
/// @param p how often chance alone misses it by so much, 0 to 1; null while fewer than 5 are
///     expected in an arm, with whom χ² says nothing
/// @param alarm chance is ruled out: p below .001
public record SampleRatio(
        double planned, double actual, @Nullable Double p, boolean alarm) {
    private static final double ALARM = .001;
    private static final double EXPECTED_LEAST = 5;

    /// Looks at everybody drawn.
    ///
    /// @param treated how many are to be invited
    /// @param control how many are held out
    public static SampleRatio of(long treated, long control, Holdout holdout) {
        double all = (double) treated + control;
        double planned = (double) holdout.buckets() / Assignment.BUCKETS;
        double actual = all == 0 ? 0 : control / all;
        if (all * Math.min(planned, 1 - planned) < EXPECTED_LEAST) {
            return new SampleRatio(planned, actual, null, false);
        }
        double off = control - all * planned;
        double square = off * off / (all * planned) + off * off / (all * (1 - planned));
        double p = ChiSquare.tail(square, 1);
        return new SampleRatio(planned, actual, p, p < ALARM);
    }
}
