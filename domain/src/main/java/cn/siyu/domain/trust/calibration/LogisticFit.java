package cn.siyu.domain.trust.calibration;

import java.util.Arrays;
import java.util.List;

/// Logistic regression with a ridge towards given coefficients and floors under them:
///
/// ```text
/// min  −Σ log P(label) + λ·Σ (β_k − β⁰_k)²    with β_k ≥ floor_k; a fixed β_k stays β⁰_k; the intercept is free
/// ```
/// Newton's method; the quadratic of each step is minimised within the floors one coefficient after
/// the other, and a step that doesn't help is halved. The function is convex, so where it ends
/// doesn't depend on where it begins.
final class LogisticFit {
    private static final int STEPS = 50;
    private static final int SWEEPS = 200;
    private static final double ENOUGH = 1e-9;

    private final double[] prior;
    private final double[] floor;
    private final boolean[] fixed;
    private final double lambda;

    LogisticFit(double[] prior, double[] floor, boolean[] fixed, double lambda) {
        this.prior = prior.clone();
        this.floor = floor.clone();
        this.fixed = fixed.clone();
        this.lambda = lambda;
    }

    /// Rows with their labels.
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Example(double[] features, boolean label) {}

    LogisticModel fit(List<Example> examples) {
        int width = prior.length;
        var now = new double[width + 1];
        System.arraycopy(prior, 0, now, 1, width);
        now[0] = start(examples);
        double loss = loss(examples, now);
        for (int step = 0; step < STEPS; step++) {
            var move = move(examples, now);
            double length = 1;
            double[] next = along(now, move, length);
            double after = loss(examples, next);
            while (after > loss && length > 1e-6) {
                length /= 2;
                next = along(now, move, length);
                after = loss(examples, next);
            }
            boolean done = loss - after <= ENOUGH * (1 + Math.abs(loss));
            if (after <= loss) {
                now = next;
                loss = after;
            }
            if (done) {
                break;
            }
        }
        return new LogisticModel(now[0], Arrays.copyOfRange(now, 1, width + 1));
    }

    /// The intercept of the base rate at the prior's mean.
    private double start(List<Example> examples) {
        double ones = 0.5;
        double sum = 0;
        for (Example example : examples) {
            ones += example.label() ? 1 : 0;
            for (int k = 0; k < prior.length; k++) {
                sum += prior[k] * example.features()[k];
            }
        }
        double rate = ones / (examples.size() + 1);
        return Math.log(rate / (1 - rate)) - sum / Math.max(1, examples.size());
    }

    private double loss(List<Example> examples, double[] at) {
        double loss = 0;
        for (Example example : examples) {
            double sum = value(at, example.features());
            double signed = example.label() ? -sum : sum;
            loss += signed > 30 ? signed : Math.log1p(Math.exp(signed));
        }
        for (int k = 0; k < prior.length; k++) {
            double off = at[k + 1] - prior[k];
            loss += lambda * off * off;
        }
        return loss;
    }

    private static double value(double[] at, double[] features) {
        double sum = at[0];
        for (int k = 0; k < features.length; k++) {
            if (features[k] != 0) {
                sum += at[k + 1] * features[k];
            }
        }
        return sum;
    }

    /// Where the quadratic at a point is least within the floors.
    private double[] move(List<Example> examples, double[] at) {
        int width = at.length;
        var gradient = new double[width];
        var hessian = new double[width][width];
        var places = new int[width];
        var values = new double[width];
        for (Example example : examples) {
            double p = 1 / (1 + Math.exp(-value(at, example.features())));
            double off = p - (example.label() ? 1 : 0);
            double curve = Math.max(p * (1 - p), 1e-12);
            int count = 1;
            places[0] = 0;
            values[0] = 1;
            for (int k = 0; k < prior.length; k++) {
                if (example.features()[k] != 0) {
                    places[count] = k + 1;
                    values[count++] = example.features()[k];
                }
            }
            for (int i = 0; i < count; i++) {
                gradient[places[i]] += off * values[i];
                for (int j = 0; j < count; j++) {
                    hessian[places[i]][places[j]] += curve * values[i] * values[j];
                }
            }
        }
        for (int k = 1; k < width; k++) {
            gradient[k] += 2 * lambda * (at[k] - prior[k - 1]);
            hessian[k][k] += 2 * lambda;
        }
        return descend(gradient, hessian, at);
    }

    private double[] descend(double[] gradient, double[][] hessian, double[] at) {
        var move = new double[at.length];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double most = 0;
            for (int k = 0; k < at.length; k++) {
                if (hessian[k][k] <= 0 || (k > 0 && fixed[k - 1])) {
                    continue;
                }
                double slope = gradient[k];
                for (int j = 0; j < at.length; j++) {
                    slope += hessian[k][j] * move[j];
                }
                double wanted = move[k] - slope / hessian[k][k];
                if (k > 0) {
                    wanted = Math.max(wanted, floor[k - 1] - at[k]);
                }
                most = Math.max(most, Math.abs(wanted - move[k]));
                move[k] = wanted;
            }
            if (most < 1e-12) {
                break;
            }
        }
        return move;
    }

    private static double[] along(double[] at, double[] move, double length) {
        var next = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            next[k] = at[k] + length * move[k];
        }
        return next;
    }
}
