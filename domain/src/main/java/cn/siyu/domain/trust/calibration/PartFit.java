package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.calibration.CalibrationReport.Component;
import cn.siyu.domain.trust.calibration.CalibrationReport.Learnt;
import cn.siyu.domain.trust.calibration.CalibrationReport.Objection;
import cn.siyu.domain.trust.calibration.CalibrationReport.Part;
import cn.siyu.domain.trust.calibration.LogisticFit.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Learns the points of one component and collects what speaks against adopting them.
final class PartFit {
    private static final long LEAST_OUTCOMES = 50;
    private static final long LEAST_CHECKED = 10;
    private static final int FOLDS = 5;
    private static final long FOLDING = -1;
    private static final double[] RIDGES = {1, 10, 100, 1_000, 10_000};
    private static final double NEAR_BASELINE = 0.01;

    private final Component component;
    private final Points inForce;
    private final int draws;
    private final List<Objection> objections = new ArrayList<>();
    private double[] fitted;
    private double[] proposed;
    private long[] behind;
    private long outcomes;
    private long testOutcomes;
    private double ridge;
    private @Nullable OutOfTime check;

    PartFit(Component component, Points inForce, int draws) {
        this.component = component;
        this.inForce = inForce;
        this.draws = draws;
        this.fitted = weights();
        this.proposed = weights();
        this.behind = new long[fitted.length];
    }

    PartFit learn(List<Observation> train, List<Observation> test, boolean enough) {
        var seen = known(train);
        var later = known(test);
        outcomes = Labels.count(labels(seen));
        testOutcomes = Labels.count(labels(later));
        if (!enough) {
            object(Objection.TOO_SHORT_HISTORY);
        }
        if (outcomes < LEAST_OUTCOMES || testOutcomes < LEAST_CHECKED) {
            object(Objection.TOO_FEW_OUTCOMES);
        }
        if (outcomes > 0 && outcomes < seen.size() && testOutcomes > 0) {
            fit(seen);
            check(seen, later);
        }
        return this;
    }

    private void fit(List<Observation> seen) {
        behind = behind(seen);
        var fixed = new boolean[behind.length];
        for (int k = 0; k < fixed.length; k++) {
            fixed[k] = behind[k] < LEAST_OUTCOMES;
        }
        ridge = ridge(seen, fixed);
        double scale = inForce.model().policy().curve().scale();
        var model = fit(ridge, fixed).fit(examples(seen));
        for (int k = 0; k < fixed.length; k++) {
            fitted[k] = model.coefficients()[k] * scale;
            proposed[k] = fixed[k] ? proposed[k] : Math.min(1_000, Math.round(fitted[k] * 2) / 2.0);
        }
        if (Arrays.equals(proposed, weights())) {
            object(Objection.NOTHING_TO_CHANGE);
        }
    }

    private void check(List<Observation> seen, List<Observation> later) {
        var found = OutOfTime.of(component, seen, later, inForce, over(inForce), draws);
        check = found;
        if (found.brierChange().upper() >= 0 && !objections.contains(Objection.NOTHING_TO_CHANGE)) {
            object(Objection.NOT_BETTER);
        }
        if (found.proposed().auc() < found.baseline().auc() - NEAR_BASELINE) {
            object(Objection.WORSE_THAN_BASELINE);
        }
    }

    /// Chosen by the log loss of the fifth of the customers that was left out, over all five; the
    /// stronger of equals.
    private double ridge(List<Observation> seen, boolean[] fixed) {
        double best = RIDGES[RIDGES.length - 1];
        double least = Double.POSITIVE_INFINITY;
        for (int i = RIDGES.length - 1; i >= 0; i--) {
            double loss = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                int left = fold;
                var rest = seen.stream().filter(one -> fold(one) != left).toList();
                var out = seen.stream().filter(one -> fold(one) == left).toList();
                loss += logLoss(fit(RIDGES[i], fixed).fit(examples(rest)), examples(out));
            }
            if (loss < least - 1e-9) {
                least = loss;
                best = RIDGES[i];
            }
        }
        return best;
    }

    private static int fold(Observation one) {
        return (int) (Resamples.hash(one.customer(), FOLDING) * FOLDS);
    }

    private static double logLoss(LogisticModel model, List<Example> examples) {
        double loss = 0;
        for (Example example : examples) {
            double p = Math.clamp(model.at(example.features()), 1e-12, 1 - 1e-12);
            loss -= Math.log(example.label() ? p : 1 - p);
        }
        return loss;
    }

    private LogisticFit fit(double lambda, boolean[] fixed) {
        double scale = inForce.model().policy().curve().scale();
        var prior = Arrays.stream(weights()).map(weight -> weight / scale).toArray();
        return new LogisticFit(prior, new double[prior.length], fixed, lambda);
    }

    /// A piece that speaks for the brand makes a purchase likelier, and a loss less likely.
    private List<Example> examples(List<Observation> some) {
        int direction = component == Component.BRAND ? 1 : -1;
        return some.stream()
                .map(one -> {
                    var left = left(one);
                    var features = new double[left.length];
                    for (int k = 0; k < features.length; k++) {
                        features[k] = direction * inForce.kinds().get(k).sign().factor() * left[k];
                    }
                    return new Example(features, label(one));
                })
                .toList();
    }

    private long[] behind(List<Observation> seen) {
        var counts = new long[fitted.length];
        for (Observation one : seen) {
            if (label(one)) {
                var left = left(one);
                for (int k = 0; k < counts.length; k++) {
                    counts[k] += left[k] > 0 ? 1 : 0;
                }
            }
        }
        return counts;
    }

    private List<Observation> known(List<Observation> some) {
        return component == Component.BRAND
                ? some
                : some.stream().filter(Observation::lossKnown).toList();
    }

    private boolean label(Observation one) {
        return component == Component.BRAND ? one.bought() : one.lost();
    }

    private boolean[] labels(List<Observation> some) {
        return Labels.of(some, this::label);
    }

    private double[] left(Observation one) {
        return component == Component.BRAND ? one.brand() : one.social();
    }

    private double[] weights() {
        return (component == Component.BRAND ? inForce.brand() : inForce.social()).clone();
    }

    /// Other points with the new ones of this component.
    Points over(Points points) {
        return component == Component.BRAND ? points.withBrand(proposed) : points.withSocial(proposed);
    }

    boolean sound() {
        return objections.isEmpty();
    }

    void object(Objection objection) {
        objections.add(objection);
    }

    Part part() {
        var inForceWeights = weights();
        var learnt = new ArrayList<Learnt>();
        for (int k = 0; k < proposed.length; k++) {
            learnt.add(new Learnt(
                    inForce.kinds().get(k).kind().code(),
                    inForceWeights[k],
                    fitted[k],
                    proposed[k],
                    behind[k],
                    behind[k] < LEAST_OUTCOMES));
        }
        var found = check;
        return new Part(
                component,
                outcomes,
                testOutcomes,
                ridge,
                learnt,
                found == null ? null : found.inForce(),
                found == null ? null : found.proposed(),
                found == null ? null : found.baseline(),
                found == null ? null : found.brierChange(),
                found == null ? null : found.baselineLead(),
                objections);
    }
}
