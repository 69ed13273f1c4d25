package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [ContactWayProvider] does.
public interface ContactWayProviderContract {
    ChannelWorld world();

    private static ContactWayProvider.Request request(String staff, String state) {
        return new ContactWayProvider.Request(staff, state, "门店海报", true);
    }

    private static @Nullable String stateOf(ChannelWorld world, String contactId) {
        return value(world.connection().contacts().fetch(contactId))
                .followers()
                .getFirst()
                .state();
    }

    @Test
    default void leadsACustomerToTheMemberAndTellsTheSource() {
        var world = world();
        var way = value(world.connection().contactWays().create(request(world.staff(), "s1-a")));
        assertThat(way.qrCodeUrl()).startsWith("http");
        var met = world.customerScans(way.id());
        var follower = value(world.connection().contacts().fetch(met.contactId()))
                .followers()
                .getFirst();
        assertThat(follower.staff()).isEqualTo(world.staff());
        assertThat(follower.state()).isEqualTo("s1-a");
    }

    @Test
    default void leadsElsewhereAfterAnUpdate() {
        var world = world();
        var ways = world.connection().contactWays();
        var way = value(ways.create(request(world.staff(), "s1-a")));
        assertThat(ways.update(way.id(), request(world.otherStaff(), "s1-b"))).isEqualTo(Answer.done(Ack.ACK));
        var met = world.customerScans(way.id());
        assertThat(stateOf(world, met.contactId())).isEqualTo("s1-b");
        assertThat(value(world.connection().contacts().fetch(met.contactId()))
                        .followers()
                        .getFirst()
                        .staff())
                .isEqualTo(world.otherStaff());
    }

    @Test
    default void deletesOnce() {
        var world = world();
        var ways = world.connection().contactWays();
        var way = value(ways.create(request(world.staff(), "s1-a")));
        assertThat(ways.delete(way.id())).isEqualTo(Answer.done(Ack.ACK));
        assertThat(reason(ways.delete(way.id()))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(ways.update(way.id(), request(world.staff(), "s1-c"))))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void leadsToNobodyWhoIsNotThere() {
        assertThat(reason(world().connection().contactWays().create(request("nobody-here", "s1"))))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
