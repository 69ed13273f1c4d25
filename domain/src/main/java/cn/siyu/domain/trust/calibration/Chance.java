package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.compare.Interval;

/// A share of a number of cases, with Wilson's interval (1927).
public final class Chance {
    private static final double Z = 1.959963984540054;

    private Chance() {}

    /// Where the true share lies with 95 % confidence.
    ///
    /// @param of how many there are, above 0
    public static Interval wilson(long hits, long of) {
        double share = (double) hits / of;
        double z2 = Z * Z;
        double middle = share + z2 / (2 * of);
        double half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of));
        double whole = 1 + z2 / of;
        return new Interval(Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole));
    }
}
