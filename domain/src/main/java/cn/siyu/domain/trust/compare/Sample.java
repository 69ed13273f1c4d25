package cn.siyu.domain.trust.compare;

import java.util.Optional;

/// Values of a group, as three sums that databases add up and that can be added to each other.
///
/// @param count how many values, at least 0
/// @param sum of them
/// @param squares the sum of their squares
public record Sample(long count, double sum, double squares) {
    /// With fewer values nothing is said but their number.
    public static final int ENOUGH = 10;

    private static final double Z = 1.959963984540054;

    public Sample {
        if (count < 0) {
            throw new IllegalArgumentException("a sample of " + count);
        }
    }

    /// Whether there are values enough to say something.
    public boolean enough() {
        return count >= ENOUGH;
    }

    /// All values of both.
    public Sample plus(Sample other) {
        return new Sample(count + other.count, sum + other.sum, squares + other.squares);
    }

    /// These values without some of them.
    public Sample minus(Sample part) {
        return new Sample(count - part.count, sum - part.sum, squares - part.squares);
    }

    /// The mean; empty where there are too few.
    public Optional<Double> mean() {
        return enough() ? Optional.of(sum / count) : Optional.empty();
    }

    /// Where the mean lies, by Student's t; empty where there are too few.
    public Optional<Interval> interval() {
        return mean().map(mean -> around(mean, Math.sqrt(error()), count - 1.0));
    }

    /// By how much its mean lies above another's, by Welch's t; empty where either has too few.
    public Optional<Difference> above(Sample other) {
        if (!enough() || !other.enough()) {
            return Optional.empty();
        }
        double difference = sum / count - other.sum / other.count;
        double one = error();
        double two = other.error();
        double both = one + two;
        double freedom = both == 0
                ? count + other.count - 2.0
                : both * both / (one * one / (count - 1) + two * two / (other.count - 1));
        return Optional.of(new Difference(difference, around(difference, Math.sqrt(both), freedom)));
    }

    /// A difference of means.
    ///
    /// @param interval where it lies; if it leaves 0 out the two differ
    public record Difference(double value, Interval interval) {}

    /// The squared error of the mean.
    private double error() {
        double mean = sum / count;
        double variance = Math.max(0, (squares - count * mean * mean) / (count - 1));
        return variance / count;
    }

    private static Interval around(double middle, double error, double freedom) {
        double half = t(freedom) * error;
        return new Interval(middle - half, middle + half);
    }

    /// The 97.5 % quantile of Student's t (Abramowitz and Stegun 26.7.5): off by less than .0005
    /// from 9 on.
    static double t(double freedom) {
        double z2 = Z * Z;
        double first = (z2 + 1) / 4;
        double second = ((5 * z2 + 16) * z2 + 3) / 96;
        double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
        return Z * (1 + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom);
    }
}
