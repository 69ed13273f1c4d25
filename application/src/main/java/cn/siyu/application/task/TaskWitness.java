package cn.siyu.application.task;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.task.Task;
import java.util.List;

/// Is told which tasks ended, in the transaction in which they did: where evidence and results of
/// by-hand sends come from.
@FunctionalInterface
public interface TaskWitness {
    /// For who has nothing to do with it.
    TaskWitness NOBODY = (_, _) -> {};

    /// All of these, in their order.
    static TaskWitness of(List<TaskWitness> witnesses) {
        return (brand, tasks) -> witnesses.forEach(each -> each.ended(brand, tasks));
    }

    /// These tasks ended; their state says how.
    void ended(BrandId brand, List<Task> tasks);
}
