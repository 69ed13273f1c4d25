package cn.siyu.application.task;

import static cn.siyu.application.task.port.TasksContract.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.application.task.port.TasksContract;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.Claim;
import cn.siyu.domain.task.Task.Lost;
import cn.siyu.domain.task.Task.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GiveTasksToHolderTest {
    private static final BrandId BRAND = TasksContract.BRAND;
    private static final ChannelAccountId PHONE = new ChannelAccountId(50);
    private static final StaffId BO = new StaffId(8);

    private final InMemoryTasks tasks = new InMemoryTasks(new InMemoryStore(), Map.of(), (_, _) -> true);

    private static Task task(long number, long account) {
        var plain = TasksContract.aTask(number, 7);
        return new Task(
                plain.id(),
                plain.publicId(),
                "SEND",
                plain.customer(),
                plain.relationship(),
                null,
                plain.staff(),
                plain.title(),
                plain.script(),
                plain.dueAt(),
                plain.expiresAt(),
                new Task.Work(new ChannelAccountId(account), 40, null, null),
                new State.Open(),
                null,
                1,
                NOW,
                NOW);
    }

    private static Task inHand(Task task) {
        return ((Task.Claiming.Claimed) task.claim("ada's key", NOW.plus(Duration.ofMinutes(15)), NOW)).task();
    }

    private static ChannelAccount heldByBo() {
        return new ChannelAccount(
                PHONE,
                PublicId.of(NOW, 50, 50),
                "PERSONAL_WECHAT",
                "by-hand",
                "wx50",
                "小王",
                BO,
                new DepartmentId(80),
                100,
                100,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                2,
                NOW,
                NOW);
    }

    @Test
    void whatIsOpenOnAnAccountGoesToWhoeverHoldsItNow() {
        tasks.add(BRAND, List.of(task(1, 50), inHand(task(2, 50)), task(3, 51), task(4, 50)));
        tasks.replace(BRAND, List.of(task(4, 50).expired(NOW)));

        new GiveTasksToHolder(tasks).changedHands(BRAND, heldByBo(), NOW.plusSeconds(60));

        assertThat(tasks.all(BRAND)).extracting(Task::staff).containsExactly(BO, BO, new StaffId(7), new StaffId(7));
        var lost = tasks.all(BRAND).get(1);
        assertThat(lost.claim()).isEqualTo(new Claim("ada's key", NOW.plusSeconds(60), Lost.HOLDER_CHANGED));
        assertThat(lost.heldAt(NOW.plusSeconds(60))).isNull();
        assertThat(lost.relationship()).isEqualTo(task(2, 50).relationship());
    }

    @Test
    void whoLostATaskCanNeitherLetItGoNorHaveItForLonger() {
        var lost = inHand(task(1, 50)).givenTo(BO, NOW);

        assertThat(lost.released("ada's key", NOW)).isSameAs(lost);
        var again = ((Task.Claiming.Claimed) lost.claim("bo's key", NOW.plusSeconds(60), NOW)).task();
        assertThat(Objects.requireNonNull(again.claim())).isEqualTo(new Claim("bo's key", NOW.plusSeconds(60)));
    }
}
