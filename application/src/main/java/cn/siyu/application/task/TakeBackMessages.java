package cn.siyu.application.task;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.contact.HardStops;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.Regrouped;
import cn.siyu.domain.task.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes back messages that people have to send by hand, when their customer must not be contacted
/// any more: lost over that account, banned, opted out, or consent withdrawn. It makes no
/// difference whether the SOP says that such a customer leaves it; other tasks, such as a call, are
/// the SOP's to take back.
public final class TakeBackMessages implements CustomerWitness {
    private final Tasks tasks;
    private final HardStops stops;
    private final TaskWitness witness;
    private final BrandClock clock;

    public TakeBackMessages(Tasks tasks, HardStops stops, TaskWitness witness, BrandClock clock) {
        this.tasks = tasks;
        this.stops = stops;
        this.witness = witness;
        this.clock = clock;
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        if (!after.live()) {
            takeBack(brand, after.customer());
        }
    }

    @Override
    public void changed(BrandId brand, List<Change> changes) {
        Set<CustomerId> ended = changes.stream()
                .map(Change::after)
                .filter(after -> !after.live())
                .map(Relationship::customer)
                .collect(Collectors.toSet());
        if (!ended.isEmpty()) {
            takeBack(brand, ended);
        }
    }

    @Override
    public void optedOut(BrandId brand, OptOut optOut) {
        takeBack(brand, optOut.customer());
    }

    @Override
    public void barred(BrandId brand, CustomerId customer) {
        takeBack(brand, customer);
    }

    @Override
    public void regrouped(BrandId brand, List<Regrouped> regrouped) {
        takeBack(brand, regrouped.stream().map(Regrouped::is).collect(Collectors.toSet()));
    }

    /// People were put on the blacklist (黑名单): nobody has anything to do for them any more.
    public void blacklisted(BrandId brand, Set<CustomerId> people) {
        var now = clock.now(brand);
        var cancelled = tasks.openFor(brand, people).stream()
                .map(task -> task.cancelled("BLACKLISTED", now))
                .toList();
        if (!cancelled.isEmpty()) {
            tasks.replace(brand, cancelled);
            witness.ended(brand, cancelled);
        }
    }

    private void takeBack(BrandId brand, CustomerId customer) {
        takeBack(brand, Set.of(customer));
    }

    private void takeBack(BrandId brand, Set<CustomerId> customers) {
        Map<SendId, Task> open = new HashMap<>();
        for (Task task : tasks.openMessages(brand, customers)) {
            open.put(message(task), task);
        }
        if (open.isEmpty()) {
            return;
        }
        var now = clock.now(brand);
        Map<SendId, String> stopped = stops.among(brand, open.keySet(), now);
        List<Task> cancelled = open.values().stream()
                .filter(task -> stopped.containsKey(message(task)))
                .map(task -> task.cancelled(Objects.requireNonNull(stopped.get(message(task))), now))
                .toList();
        if (!cancelled.isEmpty()) {
            tasks.replace(brand, cancelled);
            witness.ended(brand, cancelled);
        }
    }

    private static SendId message(Task task) {
        return Objects.requireNonNull(Objects.requireNonNull(task.source()).send());
    }
}
