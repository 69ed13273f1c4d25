package cn.siyu.domain.graduation;

import org.jspecify.annotations.Nullable;

/// A difference between those invited and those held out (组间差异), with its 95 % interval.
///
/// @param treated of everybody chosen to be invited, whether it came to that or not
/// @param control of everybody held out
/// @param difference treated less control; null if too few are known, or the arms are not as they
///     were planned
/// @param low where the interval begins; null with the difference
public record Difference(
        double treated,
        double control,
        @Nullable Double difference,
        @Nullable Double low,
        @Nullable Double high,
        Finding finding) {
    /// What a difference says.
    public enum Finding {
        /// The invited are higher, beyond chance.
        HIGHER,
        /// The invited are lower, beyond chance.
        LOWER,
        /// Chance alone may have made it: which is not to say that there is none.
        UNDECIDED,
        /// So few that only counts are told.
        TOO_FEW,
        /// Not as many were held out as the program says: what differs need not be an effect, so no
        /// difference is told.
        RATIO_OFF
    }

    /// When it is read.
    public enum Reading {
        /// While the program runs, with an interval that holds however often somebody looks.
        EARLY,
        /// After it has ended.
        FINAL
    }

    static Difference of(double treated, double control, double difference, double low, double high) {
        Finding finding = low > 0 ? Finding.HIGHER : high < 0 ? Finding.LOWER : Finding.UNDECIDED;
        return new Difference(treated, control, difference, low, high, finding);
    }

    static Difference tooFew(double treated, double control) {
        return new Difference(treated, control, null, null, null, Finding.TOO_FEW);
    }

    /// Without a difference, since the arms are not as they were planned.
    public Difference withheld() {
        return new Difference(treated, control, null, null, null, Finding.RATIO_OFF);
    }
}
