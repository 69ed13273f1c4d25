package cn.siyu.domain.graduation;

import cn.siyu.domain.graduation.Difference.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The difference of two means (均值差), adjusted by what the same customers were before (CUPED:
/// Deng et al. 2013): what differed already can't be taken for an effect. Whatever is higher than
/// the 99.5th percentile of both arms counts as that.
public final class Means {
    private static final double KEPT = .995;

    private Means() {}

    /// One customer.
    ///
    /// @param before of the same kind, before it was chosen
    /// @param after since
    public record Pair(double before, double after) {}

    /// Compares.
    ///
    /// @param least with fewer customers in an arm nothing but means is told
    /// @param planned for how many customers an early look is laid out
    public static Difference compare(List<Pair> treated, List<Pair> control, Reading reading, int least, int planned) {
        double top = quantile(treated, control);
        var one = Sums.of(treated, top);
        var other = Sums.of(control, top);
        if (one.n < Math.max(2, least) || other.n < Math.max(2, least)) {
            return Difference.tooFew(one.meanAfter(), other.meanAfter());
        }
        double theta = theta(one, other);
        double middle = (one.before + other.before) / (one.n + other.n);
        double adjusted = one.adjusted(theta, middle) - other.adjusted(theta, middle);
        double variance = one.variance(theta) / one.n + other.variance(theta) / other.n;
        double half = Looking.halfWidth(reading, variance, one.n + other.n, planned);
        return Difference.of(
                one.adjusted(theta, middle), other.adjusted(theta, middle), adjusted, adjusted - half, adjusted + half);
    }

    /// The covariance of before and after over the variance of before, inside the arms together.
    private static double theta(Sums one, Sums other) {
        double n = one.n + other.n;
        double before = one.before + other.before;
        double after = one.after + other.after;
        double square = one.beforeSquared + other.beforeSquared - before * before / n;
        return square <= 1e-12 ? 0 : (one.product + other.product - before * after / n) / square;
    }

    private static double quantile(List<Pair> one, List<Pair> other) {
        double[] all = Stream.concat(one.stream(), other.stream())
                .mapToDouble(Pair::after)
                .toArray();
        if (all.length == 0) {
            return 0;
        }
        Arrays.sort(all);
        return all[Math.max(0, (int) Math.ceil(KEPT * all.length) - 1)];
    }

    private record Sums(int n, double before, double after, double beforeSquared, double afterSquared, double product) {
        static Sums of(List<Pair> pairs, double top) {
            double before = 0;
            double after = 0;
            double beforeSquared = 0;
            double afterSquared = 0;
            double product = 0;
            for (Pair pair : pairs) {
                double y = Math.min(top, pair.after());
                before += pair.before();
                after += y;
                beforeSquared += pair.before() * pair.before();
                afterSquared += y * y;
                product += pair.before() * y;
            }
            return new Sums(pairs.size(), before, after, beforeSquared, afterSquared, product);
        }

        double meanAfter() {
            return n == 0 ? 0 : after / n;
        }

        double adjusted(double theta, double middle) {
            return meanAfter() - theta * (before / n - middle);
        }

        /// Of the adjusted values inside this arm.
        double variance(double theta) {
            double yy = afterSquared - after * after / n;
            double xx = beforeSquared - before * before / n;
            double xy = product - before * after / n;
            return Math.max(0, yy - 2 * theta * xy + theta * theta * xx) / (n - 1);
        }
    }
}
