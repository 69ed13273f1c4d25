package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Strategies.Change;
import cn.siyu.application.channel.port.Strategies.Node;
import cn.siyu.application.channel.port.Strategies.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [Strategies] does, for customers and for moments.
public interface StrategiesContract {
    FurtherWorld world();

    private static Request request(FurtherWorld world, String name, Node... range) {
        return new Request(null, name, Set.of(world.staff()), Set.of(), List.of(range));
    }

    private static List<Strategies> both(FurtherWorld world) {
        var connection = world.connection();
        return Stream.of(connection.customerStrategies(), connection.momentStrategies())
                .map(role -> role.orElseThrow())
                .toList();
    }

    @Test
    default void isMadeReadAndListed() {
        var world = world();
        var staff = new Node.Staff(world.staff());
        for (var strategies : both(world)) {
            var first = value(strategies.create(request(world, "华东", staff, new Node.Staff(world.otherStaff()))));
            var below = value(
                    strategies.create(new Request(first, "上海", Set.of(world.otherStaff()), Set.of(), List.of(staff))));
            assertThat(Pages.all(strategies::list)).contains(first, below);
            var read = value(strategies.fetch(below));
            assertThat(read.parent()).isEqualTo(first);
            assertThat(read.name()).isEqualTo("上海");
            assertThat(read.admins()).containsExactly(world.otherStaff());
            assertThat(value(strategies.fetch(first)).parent()).isNull();
            assertThat(Pages.all(cursor -> strategies.range(below, cursor))).containsExactly(staff);
        }
    }

    @Test
    default void aStrategyChangesWhatIsGivenOnly() {
        var world = world();
        for (var strategies : both(world)) {
            var id = value(strategies.create(request(world, "华东", new Node.Staff(world.staff()))));
            var before = value(strategies.fetch(id));
            var other = new Node.Staff(world.otherStaff());
            value(strategies.change(
                    id,
                    new Change(
                            null,
                            null,
                            Set.of(),
                            before.allowed(),
                            List.of(other),
                            List.of(new Node.Staff(world.staff())))));
            var after = value(strategies.fetch(id));
            assertThat(after.name()).isEqualTo("华东");
            assertThat(after.admins()).isEqualTo(before.admins());
            assertThat(before.allowed())
                    .containsAll(after.allowed())
                    .hasSizeGreaterThan(after.allowed().size());
            assertThat(Pages.all(cursor -> strategies.range(id, cursor))).containsExactly(other);
            value(strategies.change(id, new Change("华南", null, before.allowed(), Set.of(), List.of(), List.of())));
            assertThat(value(strategies.fetch(id)).allowed()).isEqualTo(before.allowed());
        }
    }

    @Test
    default void goesWithWhatIsBelowIt() {
        var world = world();
        var staff = new Node.Staff(world.staff());
        for (var strategies : both(world)) {
            var first = value(strategies.create(request(world, "华东", staff)));
            var below =
                    value(strategies.create(new Request(first, "上海", Set.of(world.staff()), Set.of(), List.of(staff))));
            value(strategies.delete(first));
            assertThat(strategies.fetch(first)).isInstanceOf(Answer.NotDone.class);
            assertThat(strategies.fetch(below)).isInstanceOf(Answer.NotDone.class);
        }
    }

    @Test
    default void hasNoMoreRangeThanWhatIsAboveIt() {
        var world = world();
        for (var strategies : both(world)) {
            var first = value(strategies.create(request(world, "华东", new Node.Staff(world.staff()))));
            assertThat(reason(strategies.create(new Request(
                            first,
                            "上海",
                            Set.of(world.staff()),
                            Set.of(),
                            List.of(new Node.Staff(world.otherStaff()))))))
                    .isEqualTo(NotDoneReason.INVALID);
        }
    }
}
