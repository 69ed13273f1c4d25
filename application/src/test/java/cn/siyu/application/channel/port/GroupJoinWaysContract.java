package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [GroupJoinWays] does.
public interface GroupJoinWaysContract {
    FurtherWorld world();

    @Test
    default void leadsIntoItsGroupWithItsMark() {
        var world = world();
        var group = world.groupOf(world.staff());
        var ways = world.connection().groupJoinWays().orElseThrow();
        var request = new GroupJoinWays.Request(List.of(group), "flyer-2", "传单", new GroupJoinWays.More("业主群", 2));
        var id = value(ways.create(request));
        assertThat(value(ways.fetch(id)).request()).isEqualTo(request);
        assertThat(value(ways.fetch(id)).qrCodeUrl()).startsWith("http");

        var customer = world.customerScansJoinWay(id);

        assertThat(value(world.connection().groups().orElseThrow().fetch(group)).members())
                .filteredOn(member -> member.memberId().equals(customer))
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.joinedBy()).isEqualTo(CustomerGroups.JoinedBy.QR_CODE);
                    assertThat(member.state()).isEqualTo("flyer-2");
                });
    }

    @Test
    default void changesAsAWhole() {
        var world = world();
        var group = world.groupOf(world.staff());
        var ways = world.connection().groupJoinWays().orElseThrow();
        var id = value(ways.create(
                new GroupJoinWays.Request(List.of(group), "flyer-2", "传单", new GroupJoinWays.More("业主群", 2))));
        var changed = new GroupJoinWays.Request(List.of(world.groupOf(world.staff()), group), "flyer-3", "", null);
        value(ways.update(id, changed));
        assertThat(value(ways.fetch(id)).request()).isEqualTo(changed);
    }

    @Test
    default void aJoinWayIsGoneWhenDeleted() {
        var world = world();
        var ways = world.connection().groupJoinWays().orElseThrow();
        var request = new GroupJoinWays.Request(List.of(world.groupOf(world.staff())), "s", "", null);
        var id = value(ways.create(request));
        value(ways.delete(id));
        assertThat(reason(ways.fetch(id))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(ways.update(id, request))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(ways.delete(id))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void leadsIntoNoGroupThatIsNone() {
        var ways = world().connection().groupJoinWays().orElseThrow();
        assertThat(reason(ways.create(
                        new GroupJoinWays.Request(List.of("wrNoGroupOfThisName00000000000A"), "s", "", null))))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
