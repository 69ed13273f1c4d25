package cn.siyu.application.task;

import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Cancels tasks whose purpose is over (撤回待办). What somebody has in hand is left to them.
/// Inside the caller's transaction.
public final class CancelHandWork {
    private final Tasks tasks;
    private final TaskWitness witness;

    public CancelHandWork(Tasks tasks, TaskWitness witness) {
        this.tasks = tasks;
        this.witness = witness;
    }

    /// Cancels those that are open.
    ///
    /// @param reasons a stable code for each
    public void cancel(BrandId brand, Map<TaskId, String> reasons, Instant now) {
        if (reasons.isEmpty()) {
            return;
        }
        List<Task> cancelled = tasks.findAll(brand, reasons.keySet()).stream()
                .filter(task -> task.open() && task.heldAt(now) == null)
                .map(task -> task.cancelled(Objects.requireNonNull(reasons.get(task.id())), now))
                .toList();
        if (!cancelled.isEmpty()) {
            tasks.replace(brand, cancelled);
            witness.ended(brand, cancelled);
        }
    }
}
