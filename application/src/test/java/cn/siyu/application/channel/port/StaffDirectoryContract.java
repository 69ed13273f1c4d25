package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What every [StaffDirectory] does.
public interface StaffDirectoryContract {
    ChannelWorld world();

    @Test
    default void hasOneRootDepartment() {
        assertThat(value(world().connection().staff().departments()))
                .filteredOn(department -> department.parentId() == 0)
                .hasSize(1);
    }

    @Test
    default void namesTheMembersWhoMayHaveContacts() {
        var world = world();
        assertThat(value(world.connection().staff().contactStaff()))
                .contains(world.staff(), world.otherStaff(), world.idleStaff());
    }

    @Test
    default void showsAMember() {
        var world = world();
        var member = value(world.connection().staff().member(world.staff()));
        assertThat(member.staff()).isEqualTo(world.staff());
        assertThat(member.name()).isNotBlank();
        assertThat(member.departments()).isNotEmpty();
        assertThat(member.active()).isTrue();
    }

    @Test
    default void knowsNoMemberOfAnotherName() {
        assertThat(reason(world().connection().staff().member("nobody-here"))).isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
