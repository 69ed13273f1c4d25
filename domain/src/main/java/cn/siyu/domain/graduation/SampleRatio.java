package cn.siyu.domain.graduation;

import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.Assignment.Holdout;
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
        double p = Math.min(1, erfc(Math.sqrt(square / 2)));
        return new SampleRatio(planned, actual, p, p < ALARM);
    }

    /// The complementary error function for x ≥ 0, with a relative error below 1.2e-7 (Press et al.,
    /// Numerical Recipes 6.2: a Chebyshev fit).
    private static double erfc(double x) {
        double t = 1 / (1 + x / 2);
        double sum = .17087277;
        for (double each : FIT) {
            sum = each + t * sum;
        }
        return t * Math.exp(-x * x + sum);
    }

    private static final double[] FIT = {
        -.82215223, 1.48851587, -1.13520398, .27886807, -.18628806, .09678418, .37409196, 1.00002368, -1.26551223
    };
}
