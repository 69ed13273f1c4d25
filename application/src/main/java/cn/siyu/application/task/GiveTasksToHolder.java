package cn.siyu.application.task;

import cn.siyu.application.channel.FollowsHolder;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.List;

/// Gives what is open on an account to whoever holds it now (账号换人，待办随行): only they have
/// the phone. What somebody had in hand is taken out of their hands and says so.
public final class GiveTasksToHolder implements FollowsHolder {
    private final Tasks tasks;

    public GiveTasksToHolder(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void changedHands(BrandId brand, ChannelAccount account, Instant at) {
        List<Task> given = tasks.openOn(brand, account.id()).stream()
                .filter(task -> !task.staff().equals(account.staff()))
                .map(task -> task.givenTo(account.staff(), at))
                .toList();
        if (!given.isEmpty()) {
            tasks.handOver(brand, given);
        }
    }
}
