package cn.siyu.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task.Ending;
import cn.siyu.domain.task.Task.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Task OPEN = new Task(
            new TaskId(1),
            PublicId.of(NOW, 1, 1),
            "CALL",
            new CustomerId(2),
            null,
            null,
            new StaffId(3),
            "回访",
            null,
            NOW.plus(Duration.ofDays(1)),
            NOW.plus(Duration.ofDays(2)),
            new State.Open(),
            1,
            NOW,
            NOW);

    private static Task ended(State state) {
        return ((Ending.Ended) OPEN.end(state, NOW)).task();
    }

    @Test
    void endsOnce() {
        var done = new State.Done("stf", "客户很满意", NOW);

        assertThat(ended(done).state()).isEqualTo(done);
        assertThat(ended(done).version()).isEqualTo(2);
        assertThat(ended(done).end(new State.Done("stf", null, NOW), NOW)).isEqualTo(new Ending.Repeated());
    }

    @Test
    void doesNotEndAnotherWay() {
        var done = new State.Done("stf", null, NOW);

        assertThat(ended(done).end(new State.Skipped("stf", "忙", NOW), NOW)).isEqualTo(new Ending.Otherwise(done));
    }

    @Test
    void isNotDoneOnceItsTimeIsOver() {
        var late = OPEN.expiresAt();

        assertThat(OPEN.end(new State.Done("stf", null, late), late))
                .isEqualTo(new Ending.Otherwise(new State.Expired(late)));
    }
}
