package cn.siyu.domain.customer.lifecycle;

import java.util.List;

/// How many of a cohort are still there (留存曲线), where some couldn't be followed to the end
/// (Kaplan & Meier 1958); with Greenwood's standard error.
///
/// @param share of those who began, 0 to 1
/// @param standardError of that share
public record RetentionCurve(double share, double standardError) {
    /// One stretch of time.
    ///
    /// @param lost how many left in it
    /// @param atRisk how many were there and could be followed when it began
    public record Stretch(long lost, long atRisk) {
        public Stretch {
            if (lost < 0 || lost > atRisk) {
                throw new IllegalArgumentException("of " + atRisk + " no " + lost + " can leave");
            }
        }
    }

    /// After some stretches, in order of time; whoever can't be followed any more is at risk in
    /// none of the later ones.
    public static RetentionCurve after(List<Stretch> stretches) {
        double share = 1;
        double sum = 0;
        for (Stretch each : stretches) {
            if (each.lost > 0) {
                share *= 1 - (double) each.lost / each.atRisk;
                sum += each.lost / ((double) each.atRisk * (each.atRisk - each.lost));
            }
        }
        return new RetentionCurve(share, share == 0 ? 0 : share * Math.sqrt(sum));
    }
}
