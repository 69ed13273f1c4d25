package cn.siyu.domain.customer.lifecycle;

import cn.siyu.domain.customer.lifecycle.LifecycleFact.IdentityKnown;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.Interacted;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.OrderPaid;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.RelationshipBegan;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.RelationshipEnded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a customer's stage from facts (生命周期判定).
///
/// The stage is the highest reached since the relationship began or since the last dormancy,
/// whichever is later. What was bought outlasts dormancy; an order paid back in full never was.
///
/// @param zone of the brand, in which active days are counted
/// @param prior the brand's own; empty: purchases don't vary enough, the simple rule of dormancy
///     holds
public record Lifecycle(LifecyclePolicy policy, Optional<PurchasePrior> prior, ZoneId zone) {

    /// Where the customer stands now. One pass over the facts.
    public LifecycleReading read(LifecycleFacts all, Instant now) {
        LifecycleFacts facts = all.until(now);
        Dormancies dormancies = Dormancies.of(facts, policy.dormancy(), prior, now);
        Stage stage = stageAt(facts, now);
        Optional<Instant> dormantSince =
                dormancies.running() ? Optional.of(dormancies.begun().getLast()) : Optional.empty();
        return new LifecycleReading(stage, lost(facts), dormantSince, nextDue(facts, dormancies, stage, now));
    }

    /// The stage at a moment, straight from its definition; null: nothing is known of the person.
    ///
    /// @param facts what had happened by then
    @Nullable
    Stage stageAt(LifecycleFacts facts, Instant now) {
        Stage byOrders = stageByOrders(facts, now);
        if (byOrders != null) {
            return byOrders;
        }
        Dormancies dormancies = Dormancies.of(facts, policy.dormancy(), prior, now);
        Instant since =
                dormancies.begun().isEmpty() ? Instant.MIN : dormancies.begun().getLast();
        Optional<Instant> began = relationshipBegan(facts);
        Instant counted = began.isPresent() && began.get().isAfter(since) ? began.get() : since;
        Stage byActions = stageByActions(facts, counted);
        if (byActions != null) {
            return byActions;
        }
        if (began.isPresent()) {
            return Stage.AWARENESS;
        }
        return facts.inOrder().stream().anyMatch(IdentityKnown.class::isInstance) ? Stage.ENTRANCE : null;
    }

    private @Nullable Stage stageByOrders(LifecycleFacts facts, Instant now) {
        List<OrderPaid> orders = facts.netOrders();
        if (orders.isEmpty()) {
            return null;
        }
        if (orders.size() > 1) {
            return Stage.REPURCHASE;
        }
        return orders.getFirst().at().plus(policy.returnWindow()).isAfter(now) ? Stage.CONVERSION : Stage.BRAND_USER;
    }

    private @Nullable Stage stageByActions(LifecycleFacts facts, Instant since) {
        Stage reached = null;
        TreeSet<LocalDate> active = new TreeSet<>();
        for (LifecycleFact fact : facts.inOrder()) {
            if (fact instanceof Interacted interacted && !fact.at().isBefore(since)) {
                Stage shown = interacted.preference() ? Stage.PREFERENCE : Stage.INTEREST;
                reached = reached == null || shown.compareTo(reached) > 0 ? shown : reached;
                active.add(LocalDate.ofInstant(fact.at(), zone));
            }
        }
        return engaged(List.copyOf(active)) ? Stage.ENGAGEMENT : reached;
    }

    private boolean engaged(List<LocalDate> active) {
        int needed = policy.activeDays();
        for (int last = needed - 1; last < active.size(); last++) {
            LocalDate first = active.get(last - needed + 1);
            if (first.plusDays(policy.withinDays()).isAfter(active.get(last))) {
                return true;
            }
        }
        return false;
    }

    /// When the running time with the brand began: the moment the customer had a live relationship
    /// again after having none, or for the first time. Empty if there never was one.
    private static Optional<Instant> relationshipBegan(LifecycleFacts facts) {
        Set<Long> live = new HashSet<>();
        Optional<Instant> began = Optional.empty();
        for (LifecycleFact fact : facts.inOrder()) {
            if (fact instanceof RelationshipBegan(long relationship, Instant at)) {
                began = live.isEmpty() ? Optional.of(at) : began;
                live.add(relationship);
            } else if (fact instanceof RelationshipEnded ended) {
                live.remove(ended.relationship());
            }
        }
        return began;
    }

    private static boolean lost(LifecycleFacts facts) {
        Set<Long> live = new HashSet<>();
        boolean ever = false;
        for (LifecycleFact fact : facts.inOrder()) {
            if (fact instanceof RelationshipBegan began) {
                live.add(began.relationship());
                ever = true;
            } else if (fact instanceof RelationshipEnded ended) {
                live.remove(ended.relationship());
            }
        }
        return ever && live.isEmpty();
    }

    /// How the customer came to the stage of now, oldest change first: the stage is asked at every
    /// moment at which it can have changed. For explanation and rebuilding; the passes grow with
    /// the square of the facts.
    public List<StageTransition> history(LifecycleFacts facts, Instant now) {
        List<StageTransition> transitions = new ArrayList<>();
        Stage before = null;
        for (var moment : moments(facts, now).entrySet()) {
            Stage after = stageAt(facts.until(moment.getKey()), moment.getKey());
            if (after != null && after != before) {
                transitions.add(new StageTransition(before, after, moment.getValue(), moment.getKey()));
                before = after;
            }
        }
        return transitions;
    }

    private NavigableMap<Instant, String> moments(LifecycleFacts facts, Instant now) {
        NavigableMap<Instant, String> moments = new TreeMap<>();
        for (LifecycleFact fact : facts.inOrder()) {
            moments.put(fact.at(), fact.code());
            if (fact instanceof OrderPaid) {
                moments.putIfAbsent(fact.at().plus(policy.returnWindow()), StageTransition.RETURN_WINDOW_PASSED);
            }
            LifecycleFacts past = facts.until(fact.at());
            Dormancies.of(past, policy.dormancy(), prior, fact.at())
                    .next()
                    .ifPresent(due -> moments.putIfAbsent(due, StageTransition.WENT_DORMANT));
        }
        return moments.headMap(now, true);
    }

    private Optional<Instant> nextDue(LifecycleFacts facts, Dormancies dormancies, @Nullable Stage stage, Instant now) {
        Optional<Instant> window = stage == Stage.CONVERSION
                ? Optional.of(facts.netOrders().getFirst().at().plus(policy.returnWindow()))
                : Optional.empty();
        return java.util.stream.Stream.concat(window.stream(), dormancies.next().stream())
                .filter(due -> due.isAfter(now))
                .min(Instant::compareTo);
    }
}
