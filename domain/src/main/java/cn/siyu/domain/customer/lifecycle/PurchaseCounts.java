package cn.siyu.domain.customer.lifecycle;

import java.util.Optional;

/// How often a brand's customers bought again within a window from their first purchase on, added
/// up (复购计数). Sums of parts are the sum of the whole.
///
/// @param customers whose window is over
/// @param purchases theirs after the first, all together
/// @param squares the sum of the squares of each customer's
/// @param windowDays how long the window is, above 0
public record PurchaseCounts(long customers, long purchases, long squares, int windowDays) {
    public PurchaseCounts {
        if (customers < 0 || purchases < 0 || squares < purchases || windowDays < 1) {
            throw new IllegalArgumentException("no counts: " + customers + ", " + purchases + ", " + squares);
        }
    }

    /// Nobody has been counted.
    public static PurchaseCounts none(int windowDays) {
        return new PurchaseCounts(0, 0, 0, windowDays);
    }

    /// The prior by their moments; empty if they vary no more than by chance, or nobody was counted.
    public Optional<PurchasePrior> prior() {
        if (customers < 2) {
            return Optional.empty();
        }
        double mean = (double) purchases / customers;
        double variance = (squares - mean * purchases) / (customers - 1);
        return PurchasePrior.byMoments(mean, variance, windowDays);
    }
}
