package cn.siyu.domain.customer.lifecycle;

import cn.siyu.domain.customer.lifecycle.LifecycleFact.OrderPaid;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.OrderRefunded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Everything that counts for one customer's stage, as a set: told twice or in another order it is
/// the same.
public final class LifecycleFacts {
    private static final Comparator<LifecycleFact> IN_ORDER = Comparator.comparing(LifecycleFact::at)
            .thenComparing(LifecycleFact::code)
            .thenComparing(Object::toString);

    private final List<LifecycleFact> facts;

    private LifecycleFacts(List<LifecycleFact> facts) {
        this.facts = facts;
    }

    /// Nothing known yet.
    public static LifecycleFacts none() {
        return new LifecycleFacts(List.of());
    }

    /// The facts given, in any order.
    public static LifecycleFacts of(Collection<? extends LifecycleFact> facts) {
        NavigableSet<LifecycleFact> ordered = new TreeSet<>(IN_ORDER);
        ordered.addAll(facts);
        return new LifecycleFacts(List.copyOf(ordered));
    }

    /// With one more fact.
    public LifecycleFacts with(LifecycleFact fact) {
        List<LifecycleFact> more = new ArrayList<>(facts);
        more.add(fact);
        return of(more);
    }

    /// All facts, in the order in which they happened.
    List<LifecycleFact> inOrder() {
        return facts;
    }

    /// What had happened by a moment, that moment included: a view, nothing is copied.
    LifecycleFacts until(Instant at) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).at().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return new LifecycleFacts(facts.subList(0, low));
    }

    /// Paid orders that weren't paid back in full, oldest first.
    List<OrderPaid> netOrders() {
        Map<Long, Long> refunded = new HashMap<>();
        for (LifecycleFact fact : facts) {
            if (fact instanceof OrderRefunded refund) {
                refunded.merge(refund.order(), refund.amountMinor(), Long::sum);
            }
        }
        return facts.stream()
                .filter(OrderPaid.class::isInstance)
                .map(OrderPaid.class::cast)
                .filter(order -> !refunded.containsKey(order.order())
                        || refunded.getOrDefault(order.order(), 0L) < order.amountMinor())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LifecycleFacts that && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return facts.toString();
    }
}
