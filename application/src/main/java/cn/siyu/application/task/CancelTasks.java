package cn.siyu.application.task;

import cn.siyu.application.sop.EnrolmentWitness;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Cancels the open tasks of enrolments that ended early. Inside the caller's transaction.
public final class CancelTasks implements EnrolmentWitness {
    private final Tasks tasks;
    private final TaskWitness witness;

    public CancelTasks(Tasks tasks, TaskWitness witness) {
        this.tasks = tasks;
        this.witness = witness;
    }

    @Override
    public void ended(BrandId brand, List<Enrolment> enrolments, Instant now) {
        Map<EnrolmentId, String> reasons = new HashMap<>();
        for (Enrolment enrolment : enrolments) {
            if (enrolment.progress() instanceof Progress.Exited exited) {
                reasons.put(enrolment.id(), exited.reason().name());
            }
        }
        List<Task> cancelled = tasks.openOf(brand, reasons.keySet()).stream()
                .map(task -> task.cancelled(reason(task, reasons), now))
                .toList();
        if (!cancelled.isEmpty()) {
            tasks.replace(brand, cancelled);
            witness.ended(brand, cancelled);
        }
    }

    private static String reason(Task task, Map<EnrolmentId, String> reasons) {
        var source = Objects.requireNonNull(task.source());
        return Objects.requireNonNull(reasons.get(Objects.requireNonNull(source.enrolment())));
    }
}
