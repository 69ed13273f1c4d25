package cn.siyu.application.task;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.task.port.TaskReferences;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.task.port.Tasks.Filter;
import cn.siyu.application.task.port.Tasks.Place;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads tasks that the caller may see; for a caller bound to a staff member this is the work list.
public final class ReadTasks {
    private final Tasks tasks;
    private final TaskReferences references;
    private final ResolveSight sights;

    public ReadTasks(Tasks tasks, TaskReferences references, ResolveSight sights) {
        this.tasks = tasks;
        this.references = references;
        this.sights = sights;
    }

    /// Which tasks are wanted; null means any.
    ///
    /// @param states any of `OPEN`, `DONE`, `SKIPPED`, `EXPIRED` and `CANCELLED`; empty: all
    /// @param dueFrom due at that moment or after
    /// @param dueBefore and before that one
    public record Wanted(
            @Nullable StaffId staff,
            Set<String> states,
            @Nullable CustomerId customer,
            @Nullable Instant dueFrom,
            @Nullable Instant dueBefore) {}

    public Optional<TaskView> task(Caller caller, PublicId id) {
        var sight = sights.of(caller);
        return tasks.byPublicId(caller.brand(), id)
                .filter(task -> tasks.sees(caller.brand(), sight, task))
                .map(task -> views(caller.brand(), List.of(task)).getFirst());
    }

    /// Tasks behind a place, in the order of (due, number).
    ///
    /// @param after null: from the beginning
    public List<TaskView> tasks(Caller caller, Wanted wanted, @Nullable Place after, int atMost) {
        var filter = new Filter(
                wanted.staff(),
                wanted.states(),
                wanted.customer(),
                wanted.dueFrom(),
                wanted.dueBefore(),
                sights.of(caller));
        return views(caller.brand(), tasks.page(caller.brand(), filter, after, atMost));
    }

    private List<TaskView> views(BrandId brand, List<Task> some) {
        var refers = references.of(brand, some);
        return some.stream()
                .map(task -> new TaskView(task, Objects.requireNonNull(refers.get(task.id()))))
                .toList();
    }
}
