package cn.siyu.domain.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment.ExitReason;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.SopDefinition.Goal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Goal GOAL = new Goal(Goal.Kind.PURCHASE, Duration.ofDays(7), true);

    private static final Enrolment RUNNING = new Enrolment(
            new EnrolmentId(1),
            PublicId.of(NOW, 1, 1),
            new SopId(2),
            new SopVersionId(3),
            new CustomerId(4),
            null,
            Arm.TREATED,
            Enrolment.Origin.MANUAL,
            NOW,
            null,
            1,
            new Progress.Active(0, NOW));

    @Test
    void countsEveryChange() {
        var waiting = RUNNING.waiting(new Journey.Position(2, NOW.plusSeconds(60)));

        assertThat(waiting.epoch()).isEqualTo(2);
        assertThat(waiting.progress()).isEqualTo(new Progress.Active(2, NOW.plusSeconds(60)));
        assertThat(waiting.completed(NOW).epoch()).isEqualTo(3);
    }

    @Test
    void neverMovesOnceItHasEnded() {
        var over = RUNNING.exited(ExitReason.LOSS, NOW);

        assertThatThrownBy(() -> over.completed(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.waiting(new Journey.Position(1, NOW))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void endsAtItsGoalInsideTheWindow() {
        var at = NOW.plus(Duration.ofDays(7));

        var reached = RUNNING.reached(GOAL, at);

        assertThat(reached.goalAt()).isEqualTo(at);
        assertThat(reached.progress()).isEqualTo(new Progress.Exited(ExitReason.GOAL, at));
    }

    @Test
    void countsNoGoalOutsideTheWindowOrTwice() {
        assertThat(RUNNING.reached(GOAL, NOW.minusMillis(1))).isSameAs(RUNNING);
        assertThat(RUNNING.reached(GOAL, NOW.plus(Duration.ofDays(7)).plusMillis(1)))
                .isSameAs(RUNNING);

        var once = RUNNING.reached(GOAL, NOW.plusSeconds(5));
        assertThat(once.reached(GOAL, NOW.plusSeconds(6))).isSameAs(once);
    }

    @Test
    void goesOnAfterItsGoalIfTheDefinitionSaysSo() {
        var going = RUNNING.reached(new Goal(Goal.Kind.PURCHASE, Duration.ofDays(7), false), NOW);

        assertThat(going.goalAt()).isEqualTo(NOW);
        assertThat(going.active()).isTrue();
    }

    @Test
    void countsAGoalAfterItsLastStep() {
        var over = RUNNING.completed(NOW);

        var reached = over.reached(GOAL, NOW.plusSeconds(60));

        assertThat(reached.goalAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(reached.progress()).isEqualTo(over.progress());
    }
}
