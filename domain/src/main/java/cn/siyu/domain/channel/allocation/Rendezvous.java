package cn.siyu.domain.channel.allocation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// Weighted rendezvous hashing (固定分配): the same visitor is led to the same account, accounts
/// get visitors in proportion to their weights, and when an account goes away only its own visitors
/// move (Thaler, Ravishankar 1998).
final class Rendezvous {
    private Rendezvous() {}

    /// Picks the candidate with the highest −w / ln u, u being the hash of account and visitor.
    ///
    /// @param candidates one or more
    static <T> T pick(List<T> candidates, ToLongFunction<T> id, ToDoubleFunction<T> weight, String visitor) {
        T best = candidates.getFirst();
        double highest = Double.NEGATIVE_INFINITY;
        for (T candidate : candidates) {
            double unit = KeyedHash.unit(id.applyAsLong(candidate) + "|" + visitor);
            double score = -weight.applyAsDouble(candidate) / Math.log(unit);
            boolean tie = score == highest && id.applyAsLong(candidate) < id.applyAsLong(best);
            if (score > highest || tie) {
                highest = score;
                best = candidate;
            }
        }
        return best;
    }
}
