package cn.siyu.domain.customer.lifecycle;

import java.util.Optional;

/// What is known of how often a brand's customers buy: rates are gamma distributed, purchases of
/// one customer Poisson (Ehrenberg 1959; Schmittlein, Morrison, Colombo 1987).
///
/// @param shape r, above 0
/// @param scaleDays α in days, above 0; the mean rate is r/α purchases a day
public record PurchasePrior(double shape, double scaleDays) {
    public PurchasePrior {
        if (!(shape > 0) || !(scaleDays > 0)) {
            throw new IllegalArgumentException(
                    "a prior's shape and scale are above 0, was " + shape + ", " + scaleDays);
        }
    }

    /// Estimates the prior by moments. Empty if purchases vary no more than by chance (v ≤ m): then
    /// there is nothing to tell customers apart by, and the simple rule holds.
    ///
    /// @param mean m, purchases per customer in the window
    /// @param variance v, of the same
    /// @param windowDays how long the window is
    public static Optional<PurchasePrior> byMoments(double mean, double variance, double windowDays) {
        if (!(mean > 0) || variance <= mean) {
            return Optional.empty();
        }
        double shape = mean * mean / (variance - mean);
        return Optional.of(new PurchasePrior(shape, shape * windowDays / mean));
    }

    /// Whether another prior tells customers apart so much differently that it is worth reading
    /// everybody anew: some usual history's limit of silence differs by more than a twentieth.
    ///
    /// @param chance ε, between 0 and 1
    public boolean tellsOtherwiseThan(PurchasePrior other, double chance) {
        return differ(other, chance, 0, 0)
                || differ(other, chance, 1, 30)
                || differ(other, chance, 4, 120)
                || differ(other, chance, 12, 360);
    }

    private boolean differ(PurchasePrior other, double chance, int repeats, double spanDays) {
        double limit = silenceLimit(repeats, spanDays, chance);
        return Math.abs(other.silenceLimit(repeats, spanDays, chance) - limit) > limit / 20;
    }

    /// The share of active customers with this history who are silent at least so long:
    /// ((α+t_x)/(α+t_x+z))^(r+x).
    ///
    /// @param repeats x, purchases after the first
    /// @param spanDays t_x, days from the first purchase to the last
    /// @param silentDays z, days since the last
    public double chanceOfSilence(int repeats, double spanDays, double silentDays) {
        double scale = scaleDays + spanDays;
        return Math.pow(scale / (scale + silentDays), shape + repeats);
    }

    /// How many days of silence only the given share of active customers with this history reaches:
    /// z* = (α+t_x)·(ε^(−1/(r+x)) − 1).
    ///
    /// @param chance ε, between 0 and 1
    public double silenceLimit(int repeats, double spanDays, double chance) {
        return (scaleDays + spanDays) * Math.expm1(-Math.log(chance) / (shape + repeats));
    }
}
