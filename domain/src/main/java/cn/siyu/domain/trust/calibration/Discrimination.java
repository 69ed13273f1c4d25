package cn.siyu.domain.trust.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How well a number tells those who did from those who didn't.
public final class Discrimination {
    private final int[] order;
    private final double[] scores;
    private final boolean[] labels;

    /// @param scores the higher, the likelier; as many as labels
    public Discrimination(double[] scores, boolean[] labels) {
        this.scores = scores.clone();
        this.labels = labels.clone();
        List<Integer> sorted = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .toList();
        this.order = sorted.stream().mapToInt(Integer::intValue).toArray();
    }

    /// AUC: the chance that one who did has the higher score than one who didn't, ties counted
    /// half; .5 where all did or all didn't.
    public double auc() {
        var ones = new double[scores.length];
        Arrays.fill(ones, 1);
        return auc(ones);
    }

    /// As [#auc()], with each row counted so many times.
    double auc(double[] weights) {
        double below = 0;
        double won = 0;
        double did = 0;
        int i = 0;
        while (i < order.length) {
            double tiedDid = 0;
            double tiedDidNot = 0;
            int j = i;
            while (j < order.length && scores[order[j]] == scores[order[i]]) {
                if (labels[order[j]]) {
                    tiedDid += weights[order[j]];
                } else {
                    tiedDidNot += weights[order[j]];
                }
                j++;
            }
            won += tiedDid * (below + tiedDidNot / 2);
            did += tiedDid;
            below += tiedDidNot;
            i = j;
        }
        return did == 0 || below == 0 ? 0.5 : won / (did * below);
    }

    /// Brier's score: the mean squared distance of probabilities from what came.
    public static double brier(double[] probabilities, boolean[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += squared(probabilities[i], labels[i]);
        }
        return labels.length == 0 ? 0 : sum / labels.length;
    }

    static double squared(double probability, boolean label) {
        double off = probability - (label ? 1 : 0);
        return off * off;
    }
}
