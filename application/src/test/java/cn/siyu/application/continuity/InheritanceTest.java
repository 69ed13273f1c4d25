package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static cn.siyu.application.continuity.ContinuityWorld.CYD;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.Relationship;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// An order from its beginning to its end.
class InheritanceTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final ContinuityWorld world = new ContinuityWorld();

    @Test
    void everybodyGoesToColleaguesAfterADayAndNobodyIsLost() {
        var all = world.customers(250);
        world.farSide.staffLeaves("ada");
        var order = world.started(world.all(Kind.AFTER_LEAVING, BOB, CYD));

        world.settle();
        assertThat(world.states(order)).containsExactly(State.WAITING);
        assertThat(world.farSide.transferCalls()).isEqualTo(4);
        assertThat(world.run().nextDueAt(BRAND)).contains(world.now().plus(A_DAY));

        world.pass(A_DAY);
        world.settle();

        assertThat(world.states(order)).containsExactly(State.TAKEN);
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
        assertThat(all).allSatisfy(one -> {
            assertThat(world.live(one).account()).isIn(BOB, CYD);
            assertThat(Objects.requireNonNull(
                                    world.relationships(one).getFirst().ended())
                            .by())
                    .isEqualTo(Relationship.By.TRANSFER);
        });
        assertThat(all.stream()
                        .filter(one -> world.live(one).account().equals(BOB))
                        .count())
                .isEqualTo(125);
        assertThat(world.run().nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void aCustomerWhoRefusesStays() {
        var all = world.customers(2);
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();
        world.farSide.refusesTransfer(world.contact(all.getFirst()));
        world.pass(A_DAY);
        world.settle();

        assertThat(world.transfers(order)).extracting(Transfer::state).containsExactly(State.REFUSED, State.TAKEN);
        assertThat(world.live(all.getFirst()).account()).isEqualTo(ADA);
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
    }

    @Test
    void aStoppedOrderAsksForNothingMoreAndFollowsWhatItAskedFor() {
        world.customers(2);
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        var cancel = world.cancel();
        world.settle();
        var later = world.meets("ada", ADA);
        var second = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));

        for (Inheritance one : List.of(order, second)) {
            cancel.handle(new CancelInheritance.Command(world.caller(), one.publicId()));
        }
        world.settle();
        world.pass(A_DAY);
        world.settle();

        assertThat(world.states(order)).containsExactly(State.TAKEN);
        assertThat(world.transfers(second))
                .extracting(Transfer::state)
                .containsExactly(State.IMPOSSIBLE, State.IMPOSSIBLE, State.CANCELLED);
        assertThat(world.live(later).account()).isEqualTo(ADA);
        assertThat(world.order(second).finishedAt()).isNotNull();
    }
}
