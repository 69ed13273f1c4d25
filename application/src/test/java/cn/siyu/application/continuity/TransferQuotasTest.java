package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static cn.siyu.application.continuity.ContinuityWorld.CYD;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.customer.AddRelationship;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.Relationship;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the platform lets be asked for, and how often.
class TransferQuotasTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final ContinuityWorld world = new ContinuityWorld();

    @Test
    void changesHandsTwiceInNinetyDaysAndThenWaits() {
        var one = world.customers(1).getFirst();
        for (int time = 0; time < 2; time++) {
            world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
            world.settle();
            world.pass(A_DAY);
            world.settle();
            assertThat(world.live(one).account()).isEqualTo(BOB);
            giveBack(one);
        }
        var third = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.settle();

        assertThat(world.transfers(third)).singleElement().satisfies(transfer -> {
            assertThat(transfer.reason()).isEqualTo(Reason.PLATFORM_LIMIT);
            assertThat(Duration.between(world.now(), transfer.dueAt()))
                    .isBetween(Duration.ofDays(80), Duration.ofDays(90));
        });
        assertThat(world.farSide.transferCalls()).isEqualTo(2);
    }

    @Test
    void whatIsOnItsWayFromAnotherAccountCountsUntilItsEndIsKnown() {
        var second = new ChannelAccountId(611);
        world.adaHoldsAnother(second, "ada-2");
        var one = world.customers(1).getFirst();
        world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.settle();
        world.pass(A_DAY);
        world.settle();
        giveBack(one);
        world.knows(one, second);

        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.settle();

        assertThat(world.transfers(order)).extracting(Transfer::state).containsExactly(State.WAITING, State.QUEUED);
        var late = world.transfers(order).getLast();
        assertThat(late.reason()).isEqualTo(Reason.PLATFORM_LIMIT);
        assertThat(late.dueAt()).isEqualTo(world.now().plus(A_DAY));
        world.pass(A_DAY);
        world.settle();

        assertThat(world.transfers(order)).extracting(Transfer::state).containsExactly(State.TAKEN, State.QUEUED);
        assertThat(Duration.between(
                        world.now(), world.transfers(order).getLast().dueAt()))
                .isGreaterThan(Duration.ofDays(80));
    }

    /// The customer adds ada again by themselves, and the far side forgets the last transfer.
    private void giveBack(Relationship one) {
        world.pass(Duration.ofHours(1));
        world.farSide.refusesTransfer(world.contact(one));
        world.world.add.handle(new AddRelationship.Command(
                BRAND,
                ADA,
                ContinuityWorld.key(world.contact(one)),
                new AddRelationship.Person(null, Customer.Gender.UNKNOWN, null),
                1,
                null,
                world.now()));
        world.world.end.handle(new EndRelationship.Command(
                BRAND, BOB, ContinuityWorld.key(world.contact(one)), Relationship.By.STAFF, world.now()));
        world.pass(Duration.ofHours(1));
    }

    @Test
    void groupsGoAtOnceAndSoManyADay() {
        var groups = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            groups.add(world.farSide.groupOf("ada"));
        }
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.transfers(order).stream().filter(one -> one.state() == State.TAKEN))
                .hasSize(3);
        assertThat(world.transfers(order).stream().filter(one -> one.reason() == Reason.PLATFORM_LIMIT))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.dueAt()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z")));
        world.pass(Duration.ofHours(8));
        world.settle();

        assertThat(world.states(order)).containsExactly(State.TAKEN);
        assertThat(groups)
                .allSatisfy(group -> assertThat(world.farSide.ownerOf(group)).isNotEqualTo("ada"));
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
    }
}
