package cn.siyu.application.task;

import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Gives open tasks about customers to whoever serves them now (待办转移).
public final class MoveTasks {
    private final Tasks tasks;

    public MoveTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Where the tasks about a relationship go.
    ///
    /// @param staff who holds the account of the new relationship
    public record Target(RelationshipId relationship, ChannelAccountId account, StaffId staff) {}

    /// Inside the caller's transaction.
    ///
    /// @param targets by old relationship
    /// @return how many tasks have another owner now
    public int move(BrandId brand, Collection<CustomerId> customers, Map<RelationshipId, Target> targets, Instant now) {
        List<Task> moved = new ArrayList<>();
        for (Task task : tasks.openFor(brand, customers)) {
            var old = task.relationship();
            var target = old == null ? null : targets.get(old);
            if (target != null) {
                moved.add(task.handedOver(target.staff(), target.relationship(), target.account(), now));
            }
        }
        if (!moved.isEmpty()) {
            tasks.handOver(brand, moved);
        }
        return moved.size();
    }
}
