package cn.siyu.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.TagId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [ChannelCommands] does.
public interface ChannelCommandsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    ChannelCommand MARK = new ChannelCommand.MarkTags(
            new ChannelAccountId(7), "wm'1客", Set.of(new TagId(3)), Set.of(new TagId(4), new TagId(5)));
    ChannelCommand REMARK = new ChannelCommand.SetRemark(new ChannelAccountId(7), "wm1", "老客户 🙂", null);

    /// An empty queue.
    ChannelCommands commands();

    @Test
    default void givesBackWhatWasQueuedInOrder() {
        var commands = commands();
        commands.add(BRAND, 1, MARK, NOW);
        commands.add(BRAND, 2, REMARK, NOW);

        assertThat(commands.due(BRAND, NOW, 10))
                .containsExactly(new ChannelCommands.Queued(1, MARK, 0), new ChannelCommands.Queued(2, REMARK, 0));
        assertThat(commands.due(BRAND, NOW, 1)).hasSize(1);
        assertThat(commands.nextDueAt(BRAND)).contains(NOW);
    }

    @Test
    default void queuesManyAtOnce() {
        var commands = commands();
        var many = new LinkedHashMap<Long, ChannelCommand>();
        many.put(1L, MARK);
        many.put(2L, REMARK);

        commands.addAll(BRAND, many, NOW);
        commands.addAll(BRAND, Map.of(), NOW);

        assertThat(commands.due(BRAND, NOW, 10))
                .containsExactly(new ChannelCommands.Queued(1, MARK, 0), new ChannelCommands.Queued(2, REMARK, 0));
    }

    @Test
    default void keepsBrandsApart() {
        var commands = commands();
        commands.add(BRAND, 1, MARK, NOW);

        assertThat(commands.due(new BrandId(2), NOW, 10)).isEmpty();
        assertThat(commands.nextDueAt(new BrandId(2))).isEmpty();
    }

    @Test
    default void offersAPostponedCommandWhenItIsDueAgainAndCountsTheAttempt() {
        var commands = commands();
        commands.add(BRAND, 1, MARK, NOW);

        commands.postpone(BRAND, 1, NOW.plusSeconds(60), "throttled");

        assertThat(commands.due(BRAND, NOW, 10)).isEmpty();
        assertThat(commands.nextDueAt(BRAND)).contains(NOW.plusSeconds(60));
        assertThat(commands.due(BRAND, NOW.plusSeconds(60), 10))
                .containsExactly(new ChannelCommands.Queued(1, MARK, 1));
    }

    @Test
    default void knowsWhichTagsTheChannelWasNotToldOf() {
        var commands = commands();
        commands.add(BRAND, 1, MARK, NOW);
        commands.add(BRAND, 2, REMARK, NOW);

        assertThat(commands.untoldTags(BRAND, new ChannelAccountId(7), "wm'1客"))
                .containsExactlyInAnyOrder(new TagId(3), new TagId(4), new TagId(5));
        assertThat(commands.untoldTags(BRAND, new ChannelAccountId(7), "wm1")).isEmpty();
        commands.done(BRAND, 1);
        assertThat(commands.untoldTags(BRAND, new ChannelAccountId(7), "wm'1客")).isEmpty();
    }

    @Test
    default void forgetsWhatIsDoneOrFailed() {
        var commands = commands();
        commands.add(BRAND, 1, MARK, NOW);
        commands.add(BRAND, 2, REMARK, NOW);

        commands.done(BRAND, 1);
        commands.fail(BRAND, 2, "no such customer");

        assertThat(commands.due(BRAND, NOW.plusSeconds(1), 10)).isEmpty();
        assertThat(commands.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    default void showsFailedCommandsNewestFirst() {
        var commands = commands();
        commands.add(BRAND, 1, MARK, NOW);
        commands.add(BRAND, 2, REMARK, NOW.plusSeconds(1));
        commands.add(BRAND, 3, MARK, NOW);
        commands.add(new BrandId(2), 4, MARK, NOW);
        commands.postpone(BRAND, 2, NOW, "throttled");
        commands.fail(BRAND, 1, "no such customer");
        commands.fail(BRAND, 2, "not allowed");
        commands.fail(new BrandId(2), 4, "of another brand");

        assertThat(commands.failed(BRAND, Long.MAX_VALUE, 9))
                .containsExactly(
                        new ChannelCommands.Failed(2, REMARK, NOW.plusSeconds(1), 1, "not allowed"),
                        new ChannelCommands.Failed(1, MARK, NOW, 0, "no such customer"));
        assertThat(commands.failed(BRAND, 2, 9)).hasSize(1);
        assertThat(commands.failed(BRAND, Long.MAX_VALUE, 1)).hasSize(1);
    }

    @Test
    default void offersAFailedCommandAgainAsIfItWereNew() {
        var commands = commands();
        commands.add(BRAND, 1, MARK, NOW);
        commands.add(BRAND, 2, REMARK, NOW);
        commands.add(new BrandId(2), 3, MARK, NOW);
        commands.postpone(BRAND, 1, NOW, "throttled");
        commands.fail(BRAND, 1, "not allowed");
        commands.done(BRAND, 2);
        commands.fail(new BrandId(2), 3, "of another brand");
        Instant later = NOW.plusSeconds(60);

        assertThat(commands.retry(BRAND, List.of(1L, 2L, 3L, 4L), later)).isOne();

        assertThat(commands.due(BRAND, NOW, 10)).isEmpty();
        assertThat(commands.due(BRAND, later, 10)).containsExactly(new ChannelCommands.Queued(1, MARK, 0));
        assertThat(commands.failed(BRAND, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(commands.failed(new BrandId(2), Long.MAX_VALUE, 9)).hasSize(1);
        assertThat(commands.retry(BRAND, List.of(), later)).isZero();
    }
}
