package cn.siyu.domain.trust.calibration;

/// Isotonic regression by pooling adjacent violators (保序回归).
public final class Monotone {
    private Monotone() {}

    /// The non-increasing values nearest to some.
    ///
    /// @param weights how much each counts, above 0
    public static double[] falling(double[] values, double[] weights) {
        var negated = values.clone();
        negate(negated);
        var fitted = rising(negated, weights);
        negate(fitted);
        return fitted;
    }

    /// The non-decreasing values nearest to some.
    public static double[] rising(double[] values, double[] weights) {
        int size = values.length;
        var means = new double[size];
        var mass = new double[size];
        var ends = new int[size];
        int blocks = 0;
        for (int i = 0; i < size; i++) {
            means[blocks] = values[i];
            mass[blocks] = weights[i];
            ends[blocks] = i + 1;
            blocks++;
            while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
                double both = mass[blocks - 2] + mass[blocks - 1];
                means[blocks - 2] =
                        (means[blocks - 2] * mass[blocks - 2] + means[blocks - 1] * mass[blocks - 1]) / both;
                mass[blocks - 2] = both;
                ends[blocks - 2] = ends[blocks - 1];
                blocks--;
            }
        }
        var fitted = new double[size];
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = from; i < ends[block]; i++) {
                fitted[i] = means[block];
            }
            from = ends[block];
        }
        return fitted;
    }

    private static void negate(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = -values[i];
        }
    }
}
