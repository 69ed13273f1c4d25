package cn.siyu.domain.channel.allocation;

import java.util.ArrayList;
import java.util.List;

/// Smooth weighted round robin (平滑加权轮询), as nginx does it since 2012: everybody gains its
/// weight, the richest is picked (the first of equals) and pays what all gained together.
///
/// Over Σw picks with the same weights, entry i is picked exactly w_i times, and never more than
/// one ahead of its share. The balances always add up to zero; who takes no part keeps its balance,
/// so that it doesn't burst when it comes back.
public final class SmoothWeightedRoundRobin {
    private SmoothWeightedRoundRobin() {}

    /// One who takes part.
    ///
    /// @param weight 1 or more
    /// @param balance the current weight it was left with
    public record Entry<K>(K key, int weight, long balance) {
        public Entry {
            if (weight < 1) {
                throw new IllegalArgumentException("a weight is 1 or more, was " + weight);
            }
        }
    }

    /// Who is picked.
    ///
    /// @param after all entries with their new balances, in the order given
    public record Pick<K>(K key, List<Entry<K>> after) {
        public Pick {
            after = List.copyOf(after);
        }
    }

    /// Picks one.
    ///
    /// @param entries one or more, always in the same order
    public static <K> Pick<K> pick(List<Entry<K>> entries) {
        long sum = 0;
        int richest = 0;
        List<Entry<K>> after = new ArrayList<>(entries.size());
        for (Entry<K> entry : entries) {
            sum += entry.weight();
            after.add(new Entry<>(entry.key(), entry.weight(), entry.balance() + entry.weight()));
            if (after.getLast().balance() > after.get(richest).balance()) {
                richest = after.size() - 1;
            }
        }
        Entry<K> picked = after.get(richest);
        after.set(richest, new Entry<>(picked.key(), picked.weight(), picked.balance() - sum));
        return new Pick<>(picked.key(), after);
    }
}
