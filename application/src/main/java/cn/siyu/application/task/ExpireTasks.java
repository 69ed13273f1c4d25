package cn.siyu.application.task;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Ends open tasks whose time is over.
public final class ExpireTasks {
    private final Tasks tasks;
    private final TaskWitness witness;
    private final UnitOfWork work;

    public ExpireTasks(Tasks tasks, TaskWitness witness, UnitOfWork work) {
        this.tasks = tasks;
        this.witness = witness;
        this.work = work;
    }

    /// Ends some, in the order of (expiry, number).
    ///
    /// @return how many ended
    public int runDue(BrandId brand, Instant now, int atMost) {
        return work.inTransaction(() -> {
            List<Task> ended = tasks.expired(brand, now, atMost).stream()
                    .map(task -> task.expired(now))
                    .toList();
            if (!ended.isEmpty()) {
                tasks.replace(brand, ended);
                witness.ended(brand, ended);
            }
            return ended.size();
        });
    }

    /// When the next one ends.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return tasks.nextExpiryAt(brand);
    }
}
