package cn.siyu.domain.trust.calibration;

import java.util.Arrays;

/// How far a distribution has moved: the population stability index over tenths of the old one. Up
/// to .1 nothing, up to .2 somewhat, above that much.
public final class Stability {
    private static final int BINS = 10;
    private static final double LEAST = 1e-4;

    private Stability() {}

    /// Σ (p_new − p_old)·ln(p_new / p_old).
    public static double index(double[] before, double[] after) {
        if (before.length == 0 || after.length == 0) {
            return 0;
        }
        var sorted = before.clone();
        Arrays.sort(sorted);
        var edges = new double[BINS - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = sorted[(int) ((long) sorted.length * (i + 1) / BINS)];
        }
        var old = shares(before, edges);
        var now = shares(after, edges);
        double index = 0;
        for (int i = 0; i < BINS; i++) {
            double p = Math.max(LEAST, now[i]);
            double q = Math.max(LEAST, old[i]);
            index += (p - q) * Math.log(p / q);
        }
        return index;
    }

    private static double[] shares(double[] values, double[] edges) {
        var shares = new double[BINS];
        for (double value : values) {
            int bin = 0;
            while (bin < edges.length && value >= edges[bin]) {
                bin++;
            }
            shares[bin] += 1.0 / values.length;
        }
        return shares;
    }
}
