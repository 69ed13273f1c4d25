package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.compare.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// From a score to a chance (Zadrozny & Elkan 2002): ten bins of equally many by rising score, each
/// with the share of those to whom it happened, made monotone.
public final class OutcomeTable {
    private static final int BINS = 10;

    private final double[] uppers;
    private final double[] chances;
    private final List<Bin> bins;

    private OutcomeTable(double[] uppers, double[] chances, List<Bin> bins) {
        this.uppers = uppers;
        this.chances = chances;
        this.bins = bins;
    }

    /// One bin.
    ///
    /// @param from the least score in it
    /// @param until the largest
    /// @param count how many
    /// @param happened to how many it happened
    /// @param chance their share, made monotone over the bins
    /// @param interval Wilson's, of the share as it was counted
    public record Bin(double from, double until, long count, long happened, double chance, Interval interval) {}

    /// The table of some cases.
    ///
    /// @param falling whether it is the rarer the higher the score
    public static OutcomeTable of(double[] scores, boolean[] happened, boolean falling) {
        var order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .toList();
        var cuts = cuts(order, scores);
        int size = cuts.size() - 1;
        var shares = new double[Math.max(0, size)];
        var counts = new double[Math.max(0, size)];
        var hits = new long[Math.max(0, size)];
        for (int bin = 0; bin < size; bin++) {
            for (int i = cuts.get(bin); i < cuts.get(bin + 1); i++) {
                hits[bin] += happened[order.get(i)] ? 1 : 0;
            }
            counts[bin] = cuts.get(bin + 1) - cuts.get(bin);
            shares[bin] = hits[bin] / counts[bin];
        }
        var fitted = falling ? Monotone.falling(shares, counts) : Monotone.rising(shares, counts);
        var bins = new ArrayList<Bin>();
        var uppers = new double[Math.max(0, size)];
        for (int bin = 0; bin < size; bin++) {
            uppers[bin] = scores[order.get(cuts.get(bin + 1) - 1)];
            bins.add(new Bin(
                    scores[order.get(cuts.get(bin))],
                    uppers[bin],
                    (long) counts[bin],
                    hits[bin],
                    fitted[bin],
                    Chance.wilson(hits[bin], (long) counts[bin])));
        }
        return new OutcomeTable(uppers, fitted, List.copyOf(bins));
    }

    /// Where bins begin and the last one ends; equal scores are never parted.
    private static List<Integer> cuts(List<Integer> order, double[] scores) {
        var cuts = new ArrayList<Integer>(List.of(0));
        int size = order.size();
        for (int bin = 1; bin <= BINS && size > 0; bin++) {
            int end = (int) ((long) size * bin / BINS);
            while (end > 0 && end < size && scores[order.get(end)] == scores[order.get(end - 1)]) {
                end++;
            }
            if (end > cuts.getLast()) {
                cuts.add(end);
            }
        }
        return cuts;
    }

    /// The chance at a score; 0 without any case.
    public double at(double score) {
        if (uppers.length == 0) {
            return 0;
        }
        int found = Arrays.binarySearch(uppers, score);
        int bin = found >= 0 ? found : -found - 1;
        return chances[Math.min(bin, chances.length - 1)];
    }

    /// The bins by rising score.
    public List<Bin> bins() {
        return bins;
    }
}
