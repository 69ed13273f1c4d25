package cn.siyu.application.task;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.sop.StepTasks;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.List;

/// Makes the tasks that steps of SOPs ask for. Inside the caller's transaction.
public final class MakeTasks implements StepTasks {
    private static final int HINT = 1_000;

    private final Tasks tasks;
    private final PoliciesInForce policies;
    private final IdSource ids;

    public MakeTasks(Tasks tasks, PoliciesInForce policies, IdSource ids) {
        this.tasks = tasks;
        this.policies = policies;
        this.ids = ids;
    }

    @Override
    public void order(BrandId brand, List<Order> orders, Instant now) {
        if (!orders.isEmpty()) {
            tasks.add(
                    brand, orders.stream().map(order -> task(brand, order, now)).toList());
        }
    }

    private Task task(BrandId brand, Order order, Instant now) {
        long id = ids.next();
        var place = order.place();
        String hint = order.hint();
        int worth = policies.care(brand, place.channel(), now)
                .map(care -> care.values().work().worth(order.kind(), place.orders()))
                .orElse(0);
        return new Task(
                new TaskId(id),
                ids.publicId(id, now),
                order.kind(),
                order.customer(),
                order.relationship(),
                new Task.Source(order.enrolment(), order.step(), null),
                order.staff(),
                order.title(),
                order.script(),
                order.dueAt(),
                order.expiresAt(),
                new Task.Work(
                        place.account(),
                        worth,
                        "SOP",
                        hint == null ? null : hint.substring(0, Math.min(hint.length(), HINT))),
                new Task.State.Open(),
                null,
                1,
                now,
                now);
    }
}
