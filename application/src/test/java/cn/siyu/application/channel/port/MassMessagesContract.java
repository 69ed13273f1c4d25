package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.MassMessages.Batch;
import cn.siyu.application.channel.port.MassMessages.Delivery;
import cn.siyu.application.channel.port.MassMessages.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [MassMessages] with confirmation by staff does.
public interface MassMessagesContract {
    ChannelWorld world();

    private static Batch batch(ChannelWorld world, List<String> recipients, String text) {
        return new Batch("batch-1", world.staff(), recipients, OutboundMessage.text(text));
    }

    private static MassMessages.Receipt create(ChannelWorld world, List<String> recipients) {
        var messages = world.connection().massMessages();
        return value(messages.create(batch(world, recipients, "八折券"), value(messages.fence())));
    }

    private static Map<String, Delivery> deliveries(ChannelWorld world, String taskId) {
        var found = new HashMap<String, Delivery>();
        rows(world, taskId).forEach(row -> found.put(row.recipient(), row.delivery()));
        return found;
    }

    private static List<Result> rows(ChannelWorld world, String taskId) {
        var rows = new ArrayList<Result>();
        @Nullable String cursor = null;
        do {
            var slice = value(world.connection().massMessages().results(taskId, world.staff(), cursor));
            rows.addAll(slice.items());
            cursor = slice.next();
        } while (cursor != null);
        return rows;
    }

    private static List<String> customers(ChannelWorld world, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> world.customerAdds(world.staff()).contactId())
                .toList();
    }

    @Test
    default void makesATaskThatTheMemberMustConfirm() {
        var world = world();
        var recipients = customers(world, 5);
        var receipt = create(world, recipients);
        assertThat(receipt.unsendable()).isEmpty();
        var tasks = value(world.connection().massMessages().staffTasks(receipt.taskId(), null));
        assertThat(tasks.items()).containsExactly(new MassMessages.StaffTask(world.staff(), false, null));
        assertThat(deliveries(world, receipt.taskId())).hasSize(5).containsOnlyKeys(recipients);
        assertThat(deliveries(world, receipt.taskId()).values()).containsOnly(Delivery.WAITING);
    }

    @Test
    default void deliversToEachCustomerOnceTheMemberHasConfirmed() {
        var world = world();
        var recipients = customers(world, 3);
        var taskId = create(world, recipients).taskId();
        world.pass(Duration.ofMinutes(10));
        world.staffConfirms(taskId, world.staff());
        assertThat(rows(world, taskId)).hasSize(3).allSatisfy(row -> {
            assertThat(row.delivery()).isEqualTo(Delivery.DELIVERED);
            assertThat(row.at()).isNotNull();
        });
        assertThat(value(world.connection().massMessages().staffTasks(taskId, null))
                        .items())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.confirmed()).isTrue();
                    assertThat(task.confirmedAt()).isNotNull();
                });
    }

    @Test
    default void namesThoseItCannotSendTo() {
        var world = world();
        var known = world.customerAdds(world.staff()).contactId();
        var foreign = world.customerAdds(world.otherStaff()).contactId();
        var receipt = create(world, List.of(known, foreign, "wmNobodyOfThisName0000000000000AA"));
        assertThat(receipt.unsendable()).containsExactlyInAnyOrder(foreign, "wmNobodyOfThisName0000000000000AA");
        assertThat(deliveries(world, receipt.taskId())).containsOnlyKeys(known);
    }

    @Test
    default void refusesWhenNobodyIsLeft() {
        var world = world();
        var messages = world.connection().massMessages();
        var batch = batch(world, List.of("wmNobodyOfThisName0000000000000AA"), "text");
        assertThat(reason(messages.create(batch, value(messages.fence())))).isEqualTo(NotDoneReason.NO_RECIPIENT);
    }

    @Test
    default void tellsWhenACustomerHasLeftBeforeTheConfirmation() {
        var world = world();
        var recipients = customers(world, 2);
        var taskId = create(world, recipients).taskId();
        world.customerDeletes(world.staff(), recipients.getFirst());
        world.staffConfirms(taskId, world.staff());
        assertThat(deliveries(world, taskId))
                .containsEntry(recipients.getFirst(), Delivery.NOT_A_CONTACT)
                .containsEntry(recipients.getLast(), Delivery.DELIVERED);
    }

    @Test
    default void sendsNothingWithoutACredentialThatEndsByTheFence() {
        var world = world();
        var messages = world.connection().massMessages();
        var batch = batch(world, customers(world, 1), "text");
        var fence = value(messages.fence());
        assertThat(reason(messages.create(batch, Instant.EPOCH))).isEqualTo(NotDoneReason.CREDENTIAL);
        assertThat(reason(messages.create(batch, fence.minusSeconds(1)))).isEqualTo(NotDoneReason.CREDENTIAL);
        assertThat(messages.create(batch, fence)).isInstanceOf(Answer.Done.class);
    }

    @Test
    default void takesTextUpToItsLimitInBytes() {
        var world = world();
        var messages = world.connection().massMessages();
        var customers = customers(world, 1);
        var longest = "🙂".repeat(1000); // 4 bytes each
        var fence = value(messages.fence());
        assertThat(messages.create(batch(world, customers, longest), fence)).isInstanceOf(Answer.Done.class);
        assertThat(reason(messages.create(batch(world, customers, longest + "a"), fence)))
                .isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void refusesMoreRecipientsThanOneCallTakes() {
        var world = world();
        var messages = world.connection().massMessages();
        var many = IntStream.range(0, 10_001).mapToObj(i -> "wm" + i).toList();
        assertThat(reason(messages.create(batch(world, many, "text"), value(messages.fence()))))
                .isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void stopsWhatIsNotConfirmedAndStopsItOnce() {
        var world = world();
        var messages = world.connection().massMessages();
        var taskId = create(world, customers(world, 2)).taskId();
        assertThat(messages.cancel(taskId)).isEqualTo(Answer.done(Ack.ACK));
        assertThat(reason(messages.cancel(taskId))).isEqualTo(NotDoneReason.TOO_LATE);
        world.staffConfirms(taskId, world.staff());
        assertThat(deliveries(world, taskId).values()).doesNotContain(Delivery.DELIVERED);
    }

    @Test
    default void remindsThreeTimesADay() {
        var world = world();
        var messages = world.connection().massMessages();
        var taskId = create(world, customers(world, 1)).taskId();
        for (var i = 0; i < 3; i++) {
            assertThat(messages.remind(taskId)).isEqualTo(Answer.done(Ack.ACK));
        }
        assertThat(reason(messages.remind(taskId))).isEqualTo(NotDoneReason.QUOTA);
        world.pass(Duration.ofHours(25));
        assertThat(messages.remind(taskId)).isEqualTo(Answer.done(Ack.ACK));
    }

    @Test
    default void knowsNoTaskOfAnotherName() {
        var messages = world().connection().massMessages();
        var unknown = "msgNoTaskOfThisName0000000000000A";
        assertThat(reason(messages.staffTasks(unknown, null))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(messages.results(unknown, "staff", null))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(messages.remind(unknown))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(messages.cancel(unknown))).isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
