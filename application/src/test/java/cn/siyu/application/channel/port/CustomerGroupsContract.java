package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [CustomerGroups] does.
public interface CustomerGroupsContract {
    FurtherWorld world();

    @Test
    default void listsGroupsByOwnerToTheEnd() {
        var world = world();
        var mine = IntStream.range(0, 5)
                .mapToObj(_ -> world.groupOf(world.staff()))
                .toList();
        var other = world.groupOf(world.otherStaff());
        var groups = world.connection().groups().orElseThrow();
        assertThat(Pages.all(cursor -> groups.list(List.of(world.staff()), cursor)))
                .allMatch(listed -> listed.state() == CustomerGroups.State.NORMAL)
                .extracting(CustomerGroups.Listed::groupId)
                .containsExactlyInAnyOrderElementsOf(mine);
        assertThat(Pages.all(cursor -> groups.list(List.of(), cursor)))
                .extracting(CustomerGroups.Listed::groupId)
                .contains(other)
                .hasSize(6);
    }

    @Test
    default void tellsWhoIsInAGroupAndHowTheyCame() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var id = world.groupOf(world.staff());
        var groups = world.connection().groups().orElseThrow();
        var before = value(groups.fetch(id));
        assertThat(before.owner()).isEqualTo(world.staff());
        assertThat(before.members()).singleElement().satisfies(owner -> {
            assertThat(owner.memberId()).isEqualTo(world.staff());
            assertThat(owner.staff()).isTrue();
        });

        world.contactJoins(id, contact);

        var after = value(groups.fetch(id));
        assertThat(after.membersVersion()).isNotEqualTo(before.membersVersion());
        assertThat(after.members())
                .filteredOn(member -> !member.staff())
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.memberId()).isEqualTo(contact);
                    assertThat(member.joinedBy()).isEqualTo(CustomerGroups.JoinedBy.INVITATION);
                    assertThat(member.invitor()).isEqualTo(world.staff());
                    assertThat(member.state()).isNull();
                });
    }

    @Test
    default void doesNotFindAGroupThatIsNone() {
        assertThat(reason(world().connection().groups().orElseThrow().fetch("wrNoGroupOfThisName00000000000A")))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
