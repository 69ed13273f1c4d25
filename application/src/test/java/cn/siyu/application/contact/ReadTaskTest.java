package cn.siyu.application.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.contact.port.SendBatches.Running;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.SendBatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadTaskTest {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    /// A platform whose pages follow each other by some rule, each with one recipient.
    private record Paged(UnaryOperator<@Nullable String> nextAfter) implements MassMessages {
        @Override
        public Answer<Instant> fence() {
            return Answer.done(NOW);
        }

        @Override
        public Answer<Receipt> create(Batch batch, Instant fence) {
            return Answer.notDone(NotDoneReason.UNSUPPORTED, "only read here");
        }

        @Override
        public Answer<Slice<StaffTask>> staffTasks(String taskId, @Nullable String cursor) {
            return Answer.done(new Slice<>(List.of(new StaffTask("staff-1", false, null)), nextAfter.apply(cursor)));
        }

        @Override
        public Answer<Slice<Result>> results(String taskId, String staff, @Nullable String cursor) {
            var result = new Result("wm-" + cursor, Delivery.WAITING, null);
            return Answer.done(new Slice<>(List.of(result), nextAfter.apply(cursor)));
        }

        @Override
        public Answer<Ack> remind(String taskId) {
            return Answer.done(Ack.ACK);
        }

        @Override
        public Answer<Ack> cancel(String taskId) {
            return Answer.done(Ack.ACK);
        }
    }

    private static ReadTask task(UnaryOperator<@Nullable String> nextAfter) {
        var running = new Running(
                new SendBatchId(1),
                new ChannelAccountId(1),
                new Sender("in-memory", "main", "staff-1"),
                "msg1",
                3,
                NOW,
                null,
                NOW.plus(Duration.ofDays(1)),
                0,
                0);
        return new ReadTask(new Paged(nextAfter), running);
    }

    private static int number(@Nullable String cursor) {
        return cursor == null ? 0 : Integer.parseInt(cursor);
    }

    @Test
    void readsToTheEnd() {
        var results = task(cursor -> number(cursor) == 11 ? null : String.valueOf(number(cursor) + 1))
                .results();
        assertThat(results.all()).isTrue();
        assertThat(results.byRecipient()).hasSize(12);
    }

    @Test
    void doesNotTakePagesThatRunInACircleForAll() {
        var results = task(cursor -> String.valueOf((number(cursor) + 1) % 3)).results();
        assertThat(results.all()).isFalse();
        assertThat(results.byRecipient()).isNotEmpty();
        assertThat(task(cursor -> "same").staff()).isPresent();
    }

    @Test
    void endsWherePagesDoNot() {
        var results = task(cursor -> String.valueOf(number(cursor) + 1)).results();
        assertThat(results.all()).isFalse();
        assertThat(results.byRecipient()).hasSizeLessThan(10_000);
    }
}
