package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.MassMessages.Delivery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [GroupMessages] does.
public interface GroupMessagesContract {
    FurtherWorld world();

    private static GroupMessages.Batch batch(String owner, String... groups) {
        return new GroupMessages.Batch("b", owner, List.of(groups), OutboundMessage.text("上新"));
    }

    @Test
    default void waitsForTheOwner() {
        var world = world();
        var group = world.groupOf(world.staff());
        var messages = world.connection().groupMessages().orElseThrow();
        var task = value(messages.create(batch(world.staff(), group), value(messages.fence())));
        assertThat(task.unsendable()).isEmpty();
        assertThat(Pages.all(cursor -> messages.staffTasks(task.taskId(), cursor)))
                .containsExactly(new MassMessages.StaffTask(world.staff(), false, null));
        assertThat(Pages.all(cursor -> messages.results(task.taskId(), world.staff(), cursor)))
                .isEmpty();

        world.staffConfirms(task.taskId(), world.staff());

        assertThat(Pages.all(cursor -> messages.staffTasks(task.taskId(), cursor)))
                .singleElement()
                .satisfies(one -> assertThat(one.confirmed()).isTrue());
        assertThat(Pages.all(cursor -> messages.results(task.taskId(), world.staff(), cursor)))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.recipient()).isEqualTo(group);
                    assertThat(result.delivery()).isEqualTo(Delivery.DELIVERED);
                    assertThat(result.at()).isNotNull();
                });
    }

    @Test
    default void namesTheGroupsThatAreNotTheOwners() {
        var world = world();
        var mine = world.groupOf(world.staff());
        var other = world.groupOf(world.otherStaff());
        var messages = world.connection().groupMessages().orElseThrow();
        var fence = value(messages.fence());
        assertThat(value(messages.create(batch(world.staff(), mine, other), fence))
                        .unsendable())
                .containsExactly(other);
        assertThat(reason(messages.create(batch(world.staff(), other), fence))).isEqualTo(NotDoneReason.NO_RECIPIENT);
    }

    @Test
    default void stopsWhatIsNotConfirmed() {
        var world = world();
        var messages = world.connection().groupMessages().orElseThrow();
        var batch = batch(world.staff(), world.groupOf(world.staff()));
        var task = value(messages.create(batch, value(messages.fence()))).taskId();
        value(messages.cancel(task));
        world.staffConfirms(task, world.staff());
        assertThat(Pages.all(cursor -> messages.results(task, world.staff(), cursor)))
                .isEmpty();
        assertThat(reason(messages.cancel(task))).isEqualTo(NotDoneReason.TOO_LATE);
        assertThat(reason(messages.remind(task))).isEqualTo(NotDoneReason.TOO_LATE);
    }

    @Test
    default void remindsThreeTimesADay() {
        var world = world();
        var messages = world.connection().groupMessages().orElseThrow();
        var batch = batch(world.staff(), world.groupOf(world.staff()));
        var task = value(messages.create(batch, value(messages.fence()))).taskId();
        for (int reminder = 0; reminder < 3; reminder++) {
            value(messages.remind(task));
        }
        assertThat(reason(messages.remind(task))).isEqualTo(NotDoneReason.QUOTA);
    }

    @Test
    default void goesBehindItsFenceOnly() {
        var world = world();
        var messages = world.connection().groupMessages().orElseThrow();
        var fence = value(messages.fence());
        var batch = batch(world.staff(), world.groupOf(world.staff()));
        assertThat(reason(messages.create(batch, fence.minus(Duration.ofSeconds(1)))))
                .isEqualTo(NotDoneReason.CREDENTIAL);
        assertThat(reason(messages.results("msgNoTaskOfThisName0000000000000", world.staff(), null)))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
