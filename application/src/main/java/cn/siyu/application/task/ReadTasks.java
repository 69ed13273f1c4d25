package cn.siyu.application.task;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.task.port.Tasks.Filter;
import cn.siyu.application.task.port.Tasks.Place;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads tasks that the caller may see; for a caller bound to a staff member this is the work list.
public final class ReadTasks {
    private final Tasks tasks;
    private final Departments departments;

    public ReadTasks(Tasks tasks, Departments departments) {
        this.tasks = tasks;
        this.departments = departments;
    }

    /// Which tasks are wanted; null means any.
    ///
    /// @param state `OPEN`, `DONE`, `SKIPPED`, `EXPIRED` or `CANCELLED`
    public record Wanted(
            @Nullable StaffId staff,
            @Nullable String state,
            @Nullable CustomerId customer) {}

    public Optional<Task> task(Caller caller, PublicId id) {
        var part = TaskScope.of(caller, departments);
        return tasks.byPublicId(caller.brand(), id)
                .filter(task -> part == null || tasks.isOf(caller.brand(), task, part));
    }

    /// Tasks behind a place, in the order of (due, number).
    ///
    /// @param after null: from the beginning
    public List<Task> tasks(Caller caller, Wanted wanted, @Nullable Place after, int atMost) {
        var filter = new Filter(wanted.staff(), wanted.state(), wanted.customer(), TaskScope.of(caller, departments));
        return tasks.page(caller.brand(), filter, after, atMost);
    }
}
