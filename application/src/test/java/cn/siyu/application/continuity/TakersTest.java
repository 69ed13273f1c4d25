package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static cn.siyu.application.continuity.ContinuityWorld.CYD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Members without room, or out of range: what was to go to them goes to others, or stays.
class TakersTest {
    private final ContinuityWorld world = new ContinuityWorld();

    @Test
    void whoHasNoRoomPassesOnWhatTheyWereToTakeOver() {
        world.customers(6);
        world.farSide.isFull("bob");
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.transfers(order))
                .allSatisfy(one -> assertThat(one.to()).isEqualTo(CYD));
        assertThat(world.states(order)).containsExactly(State.WAITING);
    }

    @Test
    void withoutRoomAnywhereNothingIsLost() {
        var all = world.customers(3);
        world.farSide.isFull("bob");
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();

        assertThat(world.states(order)).containsExactly(State.NO_CAPACITY);
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
        assertThat(all).allSatisfy(one -> assertThat(world.live(one).account()).isEqualTo(ADA));
    }

    @Test
    void aTakerWhomTheChannelDoesNotKnowIsReplaced() {
        world.customers(3);
        world.farSide.failNext(new Fault.Refused(NotDoneReason.FORBIDDEN));
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.states(order)).containsExactly(State.WAITING);
        assertThat(world.transfers(order).stream().map(Transfer::to).distinct()).hasSize(1);
        assertThat(world.order(order).problem()).contains("FORBIDDEN");
    }

    @Test
    void whoIsOutOfRangeIsReplacedForAllThatWasToGoToThem() {
        world.customers(250);
        var group = world.farSide.groupOf("ada");
        world.farSide.isOutOfRange("bob");
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.transfers(order).stream().filter(Transfer::ofCustomer))
                .hasSize(250)
                .allSatisfy(one -> {
                    assertThat(one.to()).isEqualTo(CYD);
                    assertThat(one.state()).isEqualTo(State.WAITING);
                });
        assertThat(world.farSide.ownerOf(group)).isEqualTo("cyd");
        assertThat(world.takers(order)).containsExactly(Standing.UNFIT, Standing.OPEN);
    }

    @Test
    void whenEverybodyIsOutOfRangeCustomersStayWhereTheyAre() {
        var all = world.customers(3);
        world.farSide.isOutOfRange("bob");
        world.farSide.isOutOfRange("cyd");
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.transfers(order)).hasSize(3).allSatisfy(one -> {
            assertThat(one.state()).isEqualTo(State.IMPOSSIBLE);
            assertThat(one.reason()).isEqualTo(Reason.NO_TAKER);
        });
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
        assertThat(all).allSatisfy(one -> assertThat(world.live(one).account()).isEqualTo(ADA));
    }

    @Test
    void nobodyIsGivenMoreThanTheirAccountHolds() {
        world.customers(10);
        world.holds(BOB, 4);
        world.holds(CYD, 3);
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.promised(order, BOB)).isEqualTo(4);
        assertThat(world.promised(order, CYD)).isEqualTo(3);
        assertThat(world.transfers(order).stream().filter(one -> one.state() == State.NO_CAPACITY))
                .hasSize(3);
    }

    @Test
    void whoIsOnTheWayFromAnOtherOrderTakesAPlaceAlready() {
        world.customers(4);
        world.holds(BOB, 6);
        var first = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.settle();
        for (int i = 0; i < 4; i++) {
            world.meets("cyd", CYD);
        }
        var second = world.started(world.from(3, world.wish(Kind.ON_THE_JOB, null, List.of(), BOB)));
        world.settle();

        assertThat(world.promised(first, BOB)).isEqualTo(4);
        assertThat(world.promised(second, BOB)).isEqualTo(2);
        assertThat(world.transfers(second).stream().filter(one -> one.state() == State.NO_CAPACITY))
                .hasSize(2);
    }

    @Test
    void whatPassesOnFromOneWhoIsFullFitsIntoTheOthers() {
        world.customers(8);
        world.holds(BOB, 4);
        world.holds(CYD, 5);
        world.farSide.isFull("bob");
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.promised(order, CYD)).isEqualTo(5);
        assertThat(world.transfers(order).stream().filter(one -> one.state() == State.NO_CAPACITY))
                .hasSize(3);
    }

    @Test
    void whoHasNoRoomForCustomersTakesGroupsAllTheSame() {
        world.customers(2);
        var groups = List.of(world.farSide.groupOf("ada"), world.farSide.groupOf("ada"));
        world.farSide.isFull("bob");
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();

        assertThat(world.transfers(order).stream().filter(Transfer::ofCustomer))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(State.NO_CAPACITY));
        assertThat(groups)
                .allSatisfy(group -> assertThat(world.farSide.ownerOf(group)).isEqualTo("bob"));
    }

    @Test
    void whoKnowsTheCustomerAlreadyTakesOver() {
        var one = world.customers(1).getFirst();
        var other = world.customers(1).getFirst();
        world.knows(one, BOB);
        world.knows(other, CYD);
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB, CYD));

        assertThat(world.transfers(order)).extracting(Transfer::to).containsExactly(BOB, CYD);
    }

    @Test
    void groupsThatAreNotOfTheOneWhoHandsOverStayWhereTheyAre() {
        var own = world.farSide.groupOf("ada");
        var others = world.farSide.groupOf("cyd");
        var order = world.started(world.wish(Kind.ON_THE_JOB, List.of(), List.of(own, others), BOB));
        world.settle();

        assertThat(world.farSide.ownerOf(own)).isEqualTo("bob");
        assertThat(world.farSide.ownerOf(others)).isEqualTo("cyd");
        assertThat(world.transfers(order)).extracting(Transfer::reason).containsExactly(null, Reason.NOT_A_CONTACT);
    }
}
