package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Transfers.Handover;
import cn.siyu.application.channel.port.Transfers.Refusal;
import cn.siyu.application.channel.port.Transfers.State;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [Transfers] does whose customers have 24 hours to refuse.
public interface TransfersContract {
    FurtherWorld world();

    private static Handover onTheJob(FurtherWorld world) {
        return new Handover(world.staff(), world.otherStaff(), false, "我换岗了");
    }

    private static State state(FurtherWorld world, Handover handover, String contact) {
        var transfers = world.connection().transfers().orElseThrow();
        return Pages.all(cursor -> transfers.results(handover, cursor)).stream()
                .filter(progress -> progress.contactId().equals(contact))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    default void aCustomerIsHandedOverAfterADay() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var transfers = world.connection().transfers().orElseThrow();
        assertThat(value(transfers.customers(onTheJob(world), Set.of(contact))).refused())
                .isEmpty();
        assertThat(state(world, onTheJob(world), contact)).isEqualTo(State.WAITING);
        assertThat(value(transfers.customers(onTheJob(world), Set.of(contact))).refused())
                .isEqualTo(Map.of(contact, Refusal.UNDER_WAY));

        world.pass(Duration.ofHours(25));

        assertThat(state(world, onTheJob(world), contact)).isEqualTo(State.DONE);
    }

    @Test
    default void aCustomerMayRefuse() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        value(world.connection().transfers().orElseThrow().customers(onTheJob(world), Set.of(contact)));
        world.contactRefusesTransfer(contact);
        assertThat(state(world, onTheJob(world), contact)).isEqualTo(State.REFUSED);
    }

    @Test
    default void whatCannotBeHandedOverIsNamed() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var stranger = world.customerAdds(world.otherStaff()).contactId();
        var transfers = world.connection().transfers().orElseThrow();
        assertThat(value(transfers.customers(onTheJob(world), Set.of(contact, stranger)))
                        .refused())
                .isEqualTo(Map.of(stranger, Refusal.NOT_FOUND));
        assertThat(reason(transfers.customers(onTheJob(world), Set.of()))).isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void whoHasLeftLeavesCustomersToBeTakenOver() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var transfers = world.connection().transfers().orElseThrow();
        assertThat(Pages.all(transfers::unassigned)).isEmpty();

        world.staffLeaves(world.staff());

        assertThat(Pages.all(transfers::unassigned)).singleElement().satisfies(one -> {
            assertThat(one.formerStaff()).isEqualTo(world.staff());
            assertThat(one.contactId()).isEqualTo(contact);
        });
        var handover = new Handover(world.staff(), world.otherStaff(), true, null);
        assertThat(value(transfers.customers(handover, Set.of(contact))).refused())
                .isEmpty();
        assertThat(state(world, handover, contact)).isEqualTo(State.WAITING);
    }

    @Test
    default void aGroupIsHandedOverAtOnce() {
        var world = world();
        var group = world.groupOf(world.staff());
        var transfers = world.connection().transfers().orElseThrow();
        assertThat(value(transfers.groups(Set.of(group), world.otherStaff(), true))
                        .refused())
                .isEqualTo(Map.of(group, Refusal.WRONG_KIND));
        assertThat(value(transfers.groups(Set.of(group), world.otherStaff(), false))
                        .refused())
                .isEmpty();
        assertThat(value(world.connection().groups().orElseThrow().fetch(group)).owner())
                .isEqualTo(world.otherStaff());
    }
}
