package cn.siyu.application.task;

import static cn.siyu.application.task.port.TasksContract.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.task.port.InMemoryScriptChecks;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.application.task.port.TasksContract;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.State;
import cn.siyu.domain.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithdrawForbiddenTest {
    private static final BrandId BRAND = TasksContract.BRAND;
    private static final ChannelAccountId ONE = new ChannelAccountId(50);
    private static final ChannelAccountId OTHER = new ChannelAccountId(51);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryTasks tasks = new InMemoryTasks(store, Map.of(), (_, _) -> true);
    private final InMemoryPersonas personas = new InMemoryPersonas(store);
    private final List<Task> ended = new ArrayList<>();
    private final WithdrawForbidden withdraw = new WithdrawForbidden(
            new InMemoryScriptChecks(store), tasks, new CheckPersona(personas), (_, some) -> ended.addAll(some), store);

    private static Task task(long number, @Nullable ChannelAccountId account, @Nullable String script) {
        var plain = TasksContract.aTask(number, 7);
        return new Task(
                plain.id(),
                plain.publicId(),
                "SEND",
                plain.customer(),
                plain.relationship(),
                plain.source(),
                plain.staff(),
                plain.title(),
                script,
                plain.dueAt(),
                plain.expiresAt(),
                new Task.Work(account, 0, null, null),
                new State.Open(),
                null,
                1,
                NOW,
                NOW);
    }

    private void never(@Nullable ChannelAccountId account, int version, String... claims) {
        personas.put(BRAND, new Personas.Kept(account, PersonasContract.aPersona("小完子", claims), version, NOW, NOW));
        withdraw.changed(BRAND, NOW);
    }

    private void settle() {
        int rounds = 0;
        while (withdraw.runDue(BRAND, NOW, 100) > 0) {
            assertThat(++rounds).as("comes to an end").isLessThan(50);
        }
    }

    private List<Long> open() {
        return tasks.all(BRAND).stream()
                .filter(Task::open)
                .map(Task::id)
                .map(TaskId::value)
                .toList();
    }

    @Test
    void takesBackWhatAnAccountNeverSaysAnyMore() {
        var inHand = ((Task.Claiming.Claimed)
                        task(3, ONE, "这只基金稳 赚").claim("key", NOW.plus(Duration.ofMinutes(9)), NOW))
                .task();
        tasks.add(
                BRAND,
                List.of(task(1, ONE, "稳赚不赔"), task(2, OTHER, "稳赚不赔"), inHand, task(4, ONE, "您好"), task(5, ONE, null)));
        assertThat(withdraw.nextDueAt(BRAND)).isEmpty();

        never(ONE, 1, "稳赚");
        assertThat(withdraw.nextDueAt(BRAND)).contains(NOW);
        settle();

        assertThat(open()).containsExactly(2L, 4L, 5L);
        assertThat(ended)
                .extracting(Task::state)
                .containsOnly(new State.Cancelled(CheckPersona.FORBIDDEN_CLAIM, NOW))
                .hasSize(2);
        assertThat(withdraw.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void looksAgainAfterEachChangeOfWhateverPersona() {
        tasks.add(BRAND, List.of(task(1, ONE, "永久美白"), task(2, OTHER, "永久美白")));
        never(ONE, 1);
        settle();
        never(null, 1, "永久美白");
        settle();
        assertThat(open()).as("who has a persona of its own").containsExactly(1L);

        personas.remove(BRAND, personas.find(BRAND, ONE).orElseThrow());
        withdraw.changed(BRAND, NOW);
        settle();
        assertThat(open()).isEmpty();
    }

    @Test
    void goesThroughAllOfThemInPiecesAndOnFromWhereItWas() {
        tasks.add(
                BRAND,
                LongStream.rangeClosed(1, 1_200)
                        .mapToObj(number -> task(number, ONE, number % 2 == 0 ? "稳赚" : "您好"))
                        .toList());
        never(null, 1, "稳赚");

        assertThat(withdraw.runDue(BRAND, NOW, 1)).isEqualTo(501);
        assertThat(open()).hasSize(950);
        settle();

        assertThat(open()).hasSize(600);
        assertThat(ended).hasSize(600);
    }
}
