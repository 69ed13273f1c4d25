package cn.siyu.domain.customer.lifecycle;

import cn.siyu.domain.customer.lifecycle.LifecycleFact.Interacted;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.OrderPaid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a customer went dormant, and when it is due next.
///
/// @param begun every moment a dormancy began, oldest first; all but a running one were ended by
///     what came after
/// @param next when the next one begins if nothing happens; empty if nothing was ever bought, or
///     one is running
/// @param running whether the last one still runs
record Dormancies(List<Instant> begun, Optional<Instant> next, boolean running) {
    static Dormancies of(
            LifecycleFacts facts, LifecyclePolicy.Dormancy policy, Optional<PurchasePrior> prior, Instant now) {
        List<Instant> begun = new ArrayList<>();
        Optional<Rhythm> rhythm = Optional.empty();
        for (Instant event : counted(facts, policy)) {
            rhythm.map(known -> known.dormantAt(policy, prior))
                    .filter(due -> due.isBefore(event))
                    .ifPresent(begun::add);
            rhythm = Optional.of(rhythm.map(known -> known.and(event)).orElseGet(() -> Rhythm.once(event)));
        }
        Optional<Instant> due = rhythm.map(known -> known.dormantAt(policy, prior));
        boolean running = due.isPresent() && !due.get().isAfter(now);
        if (running) {
            begun.add(due.get());
        }
        return new Dormancies(begun, running ? Optional.empty() : due, running);
    }

    private static List<Instant> counted(LifecycleFacts facts, LifecyclePolicy.Dormancy policy) {
        return switch (policy.clearedBy()) {
            case PURCHASE -> facts.netOrders().stream().map(OrderPaid::at).toList();
            case INTERACTION ->
                facts.inOrder().stream()
                        .filter(fact -> fact instanceof Interacted || fact instanceof OrderPaid)
                        .map(LifecycleFact::at)
                        .toList();
        };
    }
}
