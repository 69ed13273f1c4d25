package cn.siyu.application.task;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.customer.identity.Regrouped;
import cn.siyu.domain.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes back work by hand that its customer would notice (friend requests, answers, likes) as soon
/// as the customer must not be bothered any more: opted out, consent withdrawn, banned, or lost
/// over that account. Messages are taken back by [TakeBackMessages].
public final class TakeBackHandWork implements CustomerWitness {
    private final Tasks tasks;
    private final Reachability reachability;
    private final Relationships relationships;
    private final TaskWitness witness;
    private final BrandClock clock;

    public TakeBackHandWork(
            Tasks tasks,
            Reachability reachability,
            Relationships relationships,
            TaskWitness witness,
            BrandClock clock) {
        this.tasks = tasks;
        this.reachability = reachability;
        this.relationships = relationships;
        this.witness = witness;
        this.clock = clock;
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        takeBack(brand, Set.of(after.customer()));
    }

    @Override
    public void changed(BrandId brand, List<Change> changes) {
        takeBack(
                brand, changes.stream().map(change -> change.after().customer()).collect(Collectors.toSet()));
    }

    @Override
    public void optedOut(BrandId brand, OptOut optOut) {
        takeBack(brand, Set.of(optOut.customer()));
    }

    @Override
    public void barred(BrandId brand, CustomerId customer) {
        takeBack(brand, Set.of(customer));
    }

    @Override
    public void regrouped(BrandId brand, List<Regrouped> regrouped) {
        takeBack(brand, regrouped.stream().map(Regrouped::is).collect(Collectors.toSet()));
    }

    private void takeBack(BrandId brand, Set<CustomerId> customers) {
        List<Task> open = tasks.openFor(brand, customers).stream()
                .filter(TakeBackHandWork::noticed)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Set<CustomerId> people = open.stream().map(TakeBackHandWork::customer).collect(Collectors.toSet());
        Map<Wanted, Reach> reaches = reachability.of(
                brand, people.stream().map(TakeBackHandWork::anywhere).collect(Collectors.toSet()));
        Set<RelationshipId> ended = ended(brand, people);
        var now = clock.now(brand);
        List<Task> cancelled = new ArrayList<>();
        for (Task task : open) {
            var reach = reaches.get(anywhere(customer(task)));
            String stop = reach == null ? null : stop(task, reach, ended);
            if (stop != null) {
                cancelled.add(task.cancelled(stop, now));
            }
        }
        if (!cancelled.isEmpty()) {
            tasks.replace(brand, cancelled);
            witness.ended(brand, cancelled);
        }
    }

    private static boolean noticed(Task task) {
        return HandWorkStops.KINDS.contains(task.kind()) && task.customer() != null;
    }

    /// Who was asked to be a friend and came is told by whoever reports it.
    private static @Nullable String stop(Task task, Reach reach, Set<RelationshipId> ended) {
        boolean request = HandWorkStops.REQUESTS.contains(task.kind());
        return HandWorkStops.of(task.kind(), reach, !request && !ended.contains(task.relationship()));
    }

    private Set<RelationshipId> ended(BrandId brand, Collection<CustomerId> people) {
        return relationships.of(brand, people).stream()
                .filter(one -> !one.live())
                .map(Relationship::id)
                .collect(Collectors.toSet());
    }

    private static CustomerId customer(Task task) {
        return Objects.requireNonNull(task.customer());
    }

    private static Wanted anywhere(CustomerId customer) {
        return new Wanted(customer, null);
    }
}
