package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [ContactDirectory] and [Remarks] does.
public interface ContactDirectoryContract {
    ChannelWorld world();

    private static ContactDirectory.Follower onlyFollower(ChannelWorld world, String contactId) {
        var contact = value(world.connection().contacts().fetch(contactId));
        assertThat(contact.profile().contactId()).isEqualTo(contactId);
        assertThat(contact.followers()).hasSize(1);
        return contact.followers().getFirst();
    }

    @Test
    default void showsANewContactWithWhoFollowsIt() {
        var world = world();
        var met = world.customerAdds(world.staff());
        var follower = onlyFollower(world, met.contactId());
        assertThat(follower.staff()).isEqualTo(world.staff());
        assertThat(follower.state()).isNullOrEmpty();
        assertThat(follower.tagIds()).isEmpty();
        assertThat(follower.mobiles()).isEmpty();
        assertThat(value(world.connection().contacts().fetch(met.contactId()))
                        .profile()
                        .kind())
                .isEqualTo(ContactDirectory.Kind.WECHAT);
    }

    @Test
    default void keepsTheRelationshipOfACustomerWhoDeletedTheMember() {
        var world = world();
        var met = world.customerAdds(world.staff());
        world.customerDeletes(world.staff(), met.contactId());
        assertThat(onlyFollower(world, met.contactId()).staff()).isEqualTo(world.staff());
    }

    @Test
    default void knowsNoContactOfAnotherName() {
        assertThat(reason(world().connection().contacts().fetch("wmNobodyOfThisName0000000000000AA")))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void listsAMembersContactsPageByPage() {
        var world = world();
        var mine = new HashSet<String>();
        for (var i = 0; i < 7; i++) {
            mine.add(world.customerAdds(world.staff()).contactId());
        }
        world.customerAdds(world.otherStaff());
        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var slice = value(world.connection().contacts().byStaff(world.staff(), cursor));
            slice.items().forEach(row -> {
                assertThat(row.follower().staff()).isEqualTo(world.staff());
                seen.add(row.profile().contactId());
            });
            cursor = slice.next();
        } while (cursor != null);
        assertThat(Set.copyOf(seen)).isEqualTo(mine);
    }

    @Test
    default void namesAllContactsOfAMemberAtOnce() {
        var world = world();
        var mine = new HashSet<String>();
        for (var i = 0; i < 5; i++) {
            mine.add(world.customerAdds(world.staff()).contactId());
        }
        world.customerAdds(world.otherStaff());
        assertThat(value(world.connection().contacts().idsOfStaff(world.staff())))
                .isEqualTo(mine);
        assertThat(value(world.connection().contacts().idsOfStaff(world.idleStaff())))
                .isEmpty();
    }

    @Test
    default void listsNothingForAMemberWithoutContacts() {
        var world = world();
        var slice = value(world.connection().contacts().byStaff(world.idleStaff(), null));
        assertThat(slice.items()).isEmpty();
        assertThat(slice.next()).isNull();
    }

    @Test
    default void changesTheRemarkAndLeavesTheRest() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var remarks = world.connection().remarks();
        var first = new Remarks.Change("客户甲-3栋", "看过沙发", List.of("13800000000"));
        assertThat(remarks.set(world.staff(), contact, first)).isEqualTo(Answer.done(Ack.ACK));
        assertThat(remarks.set(world.staff(), contact, new Remarks.Change("客户乙", null, null)))
                .isEqualTo(Answer.done(Ack.ACK));
        var follower = onlyFollower(world, contact);
        assertThat(follower.remark()).isEqualTo("客户乙");
        assertThat(follower.description()).isEqualTo("看过沙发");
        assertThat(follower.mobiles()).containsExactly("13800000000");
        assertThat(remarks.set(world.staff(), contact, new Remarks.Change(null, null, List.of())))
                .isEqualTo(Answer.done(Ack.ACK));
        assertThat(onlyFollower(world, contact).mobiles()).isEmpty();
    }

    @Test
    default void remarksNobodyWhoIsNotTheMembersContact() {
        var world = world();
        var foreign = world.customerAdds(world.otherStaff()).contactId();
        assertThat(reason(
                        world.connection().remarks().set(world.staff(), foreign, new Remarks.Change("x", null, null))))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
