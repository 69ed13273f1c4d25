package cn.siyu.domain.channel.allocation;

import java.util.Comparator;
import java.util.List;

/// The account with the most room for its size (最少负载): the lowest (load + 1) / cap, held places
/// included.
///
/// A new account catches up at once, up to its daily cap. Ties go by the hash of visitor and
/// account, then by number.
final class LeastLoaded {
    private LeastLoaded() {}

    /// Picks one.
    ///
    /// @param candidates one or more, each with room
    static Candidate pick(List<Candidate> candidates, String visitor) {
        return candidates.stream()
                .min(Comparator.comparingDouble(LeastLoaded::filled)
                        .thenComparing(
                                candidate -> KeyedHash.of(
                                        visitor + "|" + candidate.account().value()),
                                Long::compareUnsigned)
                        .thenComparingLong(candidate -> candidate.account().value()))
                .orElseThrow();
    }

    private static double filled(Candidate candidate) {
        AccountLoad load = candidate.load();
        return (load.customers() + load.held() + 1.0) / load.totalCap();
    }
}
