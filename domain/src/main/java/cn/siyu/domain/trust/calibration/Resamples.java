package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.compare.Interval;
import java.util.Arrays;
import java.util.HashMap;
import java.util.function.ToDoubleFunction;

/// Draws samples of customers again and again (bootstrap): in each, how often a customer counts is
/// a Poisson number with mean 1 that is hashed from the customer and the draw. So nothing depends
/// on the order of rows, and a run can be repeated.
final class Resamples {
    private static final double[] POISSON = {
        0.36787944117144233,
        0.7357588823428847,
        0.9196986029286058,
        0.9810118431238462,
        0.9963401531726563,
        0.9994058151824183,
        0.9999167588507119
    };

    private final int[] customerOf;
    private final long[] customers;
    private final int draws;

    /// @param customerByRow whose each row is
    Resamples(long[] customerByRow, int draws) {
        var index = new HashMap<Long, Integer>();
        this.customerOf = new int[customerByRow.length];
        for (int i = 0; i < customerByRow.length; i++) {
            int next = index.size();
            Integer known = index.putIfAbsent(customerByRow[i], next);
            customerOf[i] = known == null ? next : known;
        }
        this.customers = new long[index.size()];
        index.forEach((customer, place) -> customers[place] = customer);
        this.draws = draws;
    }

    /// The middle 95 % of several statistics, each by the weights of the rows.
    @SafeVarargs
    final Interval[] intervals(ToDoubleFunction<double[]>... statistics) {
        var drawn = new double[statistics.length][draws];
        var weights = new double[customerOf.length];
        var counts = new int[customers.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < customers.length; i++) {
                counts[i] = poisson(hash(customers[i], draw));
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = counts[customerOf[i]];
            }
            for (int s = 0; s < statistics.length; s++) {
                drawn[s][draw] = statistics[s].applyAsDouble(weights);
            }
        }
        return Arrays.stream(drawn).map(Resamples::middle).toArray(Interval[]::new);
    }

    private static Interval middle(double[] values) {
        Arrays.sort(values);
        int tail = (int) (values.length * 0.025);
        return new Interval(values[tail], values[values.length - 1 - tail]);
    }

    private static int poisson(double uniform) {
        int count = 0;
        while (count < POISSON.length && uniform >= POISSON[count]) {
            count++;
        }
        return count;
    }

    /// Uniform in [0, 1), by the finaliser of SplitMix64.
    static double hash(long customer, long draw) {
        long z = customer * 0x9E3779B97F4A7C15L + draw * 0xD1B54A32D192ED03L + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z = z ^ (z >>> 31);
        return (z >>> 11) * 0x1.0p-53;
    }
}
