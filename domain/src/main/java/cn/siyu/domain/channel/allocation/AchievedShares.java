package cn.siyu.domain.channel.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether visitors were spread as planned (分流占比): what each account was to get beside what it
/// got, and Pearson's χ² of the two. A rule that spreads by hash keeps its shares on average only,
/// so that χ² says whether they are off by more than chance; a rule that takes turns is off only
/// while accounts are away.
///
/// @param visitors how many were led to any of the accounts
/// @param shares in the order given
/// @param square Pearson's χ², 0 or more; null where `p` is
/// @param p how often chance alone is off by so much, 0 to 1; null with one account, or while fewer
///     than 5 visitors are expected at one, with whom χ² says nothing
/// @param alarm chance is ruled out: p below .001
public record AchievedShares<K>(
        long visitors,
        List<Share<K>> shares,
        @Nullable Double square,
        @Nullable Double p,
        boolean alarm) {
    private static final double ALARM = .001;
    private static final double EXPECTED_LEAST = 5;

    public AchievedShares {
        shares = List.copyOf(shares);
    }

    /// What an account was to get, and got.
    ///
    /// @param weight its part of the sum of all weights, 1 or more
    /// @param visitors how many it got, 0 or more
    public record Counted<K>(K account, int weight, long visitors) {
        public Counted {
            if (weight < 1 || visitors < 0) {
                throw new IllegalArgumentException("weight " + weight + ", visitors " + visitors);
            }
        }
    }

    /// An account's share.
    ///
    /// @param planned 0 to 1
    /// @param achieved 0 to 1; 0 without any visitor
    public record Share<K>(K account, long visitors, double planned, double achieved) {}

    /// Compares.
    ///
    /// @param counted one entry an account
    public static <K> AchievedShares<K> of(List<Counted<K>> counted) {
        long visitors = counted.stream().mapToLong(Counted::visitors).sum();
        double weights = counted.stream().mapToLong(Counted::weight).sum();
        var shares = counted.stream()
                .map(one -> new Share<>(
                        one.account(),
                        one.visitors(),
                        one.weight() / weights,
                        visitors == 0 ? 0 : (double) one.visitors() / visitors))
                .toList();
        if (shares.size() < 2 || shares.stream().anyMatch(one -> one.planned() * visitors < EXPECTED_LEAST)) {
            return new AchievedShares<>(visitors, shares, null, null, false);
        }
        double square = shares.stream()
                .mapToDouble(one -> {
                    double expected = one.planned() * visitors;
                    return (one.visitors() - expected) * (one.visitors() - expected) / expected;
                })
                .sum();
        double p = ChiSquare.tail(square, shares.size() - 1);
        return new AchievedShares<>(visitors, shares, square, p, p < ALARM);
    }
}
