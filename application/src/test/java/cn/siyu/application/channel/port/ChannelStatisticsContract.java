package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [ChannelStatistics] does.
public interface ChannelStatisticsContract {
    FurtherWorld world();

    @Test
    default void tellsConversationsByDay() {
        var world = world();
        var day = world.today();
        world.customerAdds(world.staff());
        world.pass(Duration.ofDays(1));
        var statistics = world.connection().statistics().orElseThrow();
        assertThat(value(statistics.conversations(List.of(world.staff()), day, day)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.day()).isEqualTo(day);
                    assertThat(row.added()).isOne();
                    assertThat(row.lost()).isZero();
                });
        assertThat(value(statistics.conversations(List.of(world.otherStaff()), day, day)))
                .allSatisfy(row -> assertThat(row.added()).isZero());
    }

    @Test
    default void tellsGroupsByOwner() {
        var world = world();
        var day = world.today();
        world.groupOf(world.staff());
        world.groupOf(world.staff());
        world.pass(Duration.ofDays(1));
        var statistics = world.connection().statistics().orElseThrow();
        assertThat(value(statistics.groups(List.of(world.staff()), day, day)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.owner()).isEqualTo(world.staff());
                    assertThat(row.groups()).isEqualTo(2);
                    assertThat(row.newGroups()).isEqualTo(2);
                });
    }

    @Test
    default void refusesNobodyAndTooManyDays() {
        var world = world();
        var day = world.today();
        var statistics = world.connection().statistics().orElseThrow();
        assertThat(reason(statistics.conversations(List.of(), day, day))).isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(statistics.conversations(List.of(world.staff()), day.minusDays(31), day)))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(statistics.groups(List.of(world.staff()), day, day.minusDays(1))))
                .isEqualTo(NotDoneReason.INVALID);
    }
}
