package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.calibration.CalibrationReport.Component;
import cn.siyu.domain.trust.calibration.CalibrationReport.Fit;
import cn.siyu.domain.trust.calibration.LogisticFit.Example;
import cn.siyu.domain.trust.compare.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How points in force, new points and a simple model predict what came later than all they were
/// fitted to.
record OutOfTime(Fit inForce, Fit proposed, Fit baseline, Interval brierChange, Interval baselineLead) {
    /// With fewer rows a channel takes the table of all.
    private static final int OWN_TABLE = 200;

    static OutOfTime of(
            Component component,
            List<Observation> train,
            List<Observation> test,
            Points inForce,
            Points proposed,
            int draws) {
        boolean loss = component == Component.SOCIAL;
        var trained = Labels.of(train, one -> loss ? one.lost() : one.bought());
        var labels = Labels.of(test, one -> loss ? one.lost() : one.bought());
        var old = predicted(loss, train, trained, test, inForce);
        var fresh = predicted(loss, train, trained, test, proposed);
        var simple = habits(train, trained, test);
        var oldRank = new Discrimination(ranks(loss, test, inForce), labels);
        var freshRank = new Discrimination(ranks(loss, test, proposed), labels);
        var simpleRank = new Discrimination(simple, labels);
        var intervals = new Resamples(
                        test.stream().mapToLong(Observation::customer).toArray(), draws)
                .intervals(
                        oldRank::auc,
                        weights -> brier(old, labels, weights),
                        freshRank::auc,
                        weights -> brier(fresh, labels, weights),
                        simpleRank::auc,
                        weights -> brier(simple, labels, weights),
                        weights -> brier(fresh, labels, weights) - brier(old, labels, weights),
                        weights -> simpleRank.auc(weights) - freshRank.auc(weights));
        return new OutOfTime(
                new Fit(oldRank.auc(), intervals[0], Discrimination.brier(old, labels), intervals[1]),
                new Fit(freshRank.auc(), intervals[2], Discrimination.brier(fresh, labels), intervals[3]),
                new Fit(simpleRank.auc(), intervals[4], Discrimination.brier(simple, labels), intervals[5]),
                intervals[6],
                intervals[7]);
    }

    private static double brier(double[] probabilities, boolean[] labels, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += weights[i] * Discrimination.squared(probabilities[i], labels[i]);
            all += weights[i];
        }
        return all == 0 ? 0 : sum / all;
    }

    /// The higher, the likelier: a loss is the less likely the more trust there is.
    private static double[] ranks(boolean loss, List<Observation> some, Points points) {
        return some.stream()
                .mapToDouble(one -> loss ? -points.mixed(one) : points.brandQuantile(one))
                .toArray();
    }

    /// From scores to probabilities by tables that the earlier cuts fill, one per channel.
    private static double[] predicted(
            boolean loss, List<Observation> train, boolean[] trained, List<Observation> test, Points points) {
        var scores = scores(loss, train, points);
        var tables = tables(loss, train, trained, scores);
        var all = OutcomeTable.of(scores, trained, loss);
        var later = scores(loss, test, points);
        var probabilities = new double[later.length];
        for (int i = 0; i < later.length; i++) {
            probabilities[i] = tables.getOrDefault(test.get(i).channel(), all).at(later[i]);
        }
        return probabilities;
    }

    private static Map<String, OutcomeTable> tables(
            boolean loss, List<Observation> train, boolean[] trained, double[] scores) {
        var tables = new HashMap<String, OutcomeTable>();
        train.stream().map(Observation::channel).distinct().forEach(channel -> {
            var rows = IntStream.range(0, scores.length)
                    .filter(i -> train.get(i).channel().equals(channel))
                    .toArray();
            if (rows.length >= OWN_TABLE) {
                var own = Arrays.stream(rows).mapToDouble(i -> scores[i]).toArray();
                var labels = new boolean[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    labels[i] = trained[rows[i]];
                }
                tables.put(channel, OutcomeTable.of(own, labels, loss));
            }
        });
        return tables;
    }

    private static double[] scores(boolean loss, List<Observation> some, Points points) {
        return some.stream()
                .mapToDouble(one -> loss ? points.mixed(one) : points.brandQuantile(one))
                .toArray();
    }

    private static double[] habits(List<Observation> train, boolean[] trained, List<Observation> test) {
        int width = train.getFirst().habits().length;
        var mean = new double[width];
        var spread = new double[width];
        for (int k = 0; k < width; k++) {
            int habit = k;
            double average = train.stream()
                    .mapToDouble(one -> one.habits()[habit])
                    .average()
                    .orElse(0);
            double variance = train.stream()
                    .mapToDouble(one -> Math.pow(one.habits()[habit] - average, 2))
                    .average()
                    .orElse(0);
            mean[k] = average;
            spread[k] = variance > 0 ? Math.sqrt(variance) : 1;
        }
        var examples = new ArrayList<Example>();
        for (int i = 0; i < trained.length; i++) {
            examples.add(new Example(standard(train.get(i), mean, spread), trained[i]));
        }
        var none = new double[width];
        var free = new double[width];
        Arrays.fill(free, -1e6);
        var model = new LogisticFit(none, free, new boolean[width], 1).fit(examples);
        return test.stream()
                .mapToDouble(one -> model.at(standard(one, mean, spread)))
                .toArray();
    }

    private static double[] standard(Observation one, double[] mean, double[] spread) {
        var standard = new double[mean.length];
        for (int k = 0; k < mean.length; k++) {
            standard[k] = (one.habits()[k] - mean[k]) / spread[k];
        }
        return standard;
    }
}
