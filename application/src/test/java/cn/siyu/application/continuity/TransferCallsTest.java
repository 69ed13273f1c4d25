package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.continuity.port.TransferCall;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Calls that go wrong: busy, lost on the way there or back, cut off by a kill.
class TransferCallsTest {
    private final ContinuityWorld world = new ContinuityWorld();

    @Test
    void aBusyChannelIsAskedAgainLater() {
        world.customers(1);
        world.farSide.failNext(new Fault.Refused(NotDoneReason.THROTTLED));
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();
        assertThat(world.transfers(order)).extracting(Transfer::reason).containsExactly(Reason.CHANNEL_AWAY);

        world.pass(Duration.ofMinutes(1));
        world.settle();

        assertThat(world.states(order)).containsExactly(State.WAITING);
    }

    @Test
    void aLostAnswerIsLookedUpAndNotAskedForAgain() {
        world.customers(2);
        world.farSide.failNext(new Fault.AnswerLost());
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();
        assertThat(world.states(order)).containsExactly(State.UNKNOWN);

        world.pass(Duration.ofMinutes(1));
        world.settle();

        assertThat(world.states(order)).containsExactly(State.WAITING);
        assertThat(world.farSide.transferCalls()).isOne();
    }

    @Test
    void aLostRequestIsAskedForAgainOnceItCertainlyDidNotArrive() {
        world.customers(2);
        world.farSide.failNext(new Fault.RequestLost());
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();
        world.pass(Duration.ofMinutes(5));
        world.settle();
        assertThat(world.states(order)).containsExactly(State.UNKNOWN);

        world.pass(Duration.ofMinutes(10));
        world.settle();

        assertThat(world.states(order)).containsExactly(State.WAITING);
        assertThat(world.farSide.transferCalls()).isOne();
    }

    @Test
    void whoeverComesAfterAKillLooksBeforeItAsks() {
        world.customers(2);
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        var asked = world.transfers(order).stream()
                .map(one -> one.asked(77, world.now()))
                .toList();
        world.world.store.run(() -> {
            world.book.intend(
                    BRAND,
                    new TransferCall(
                            77,
                            order.id(),
                            true,
                            ADA,
                            BOB,
                            false,
                            2,
                            TransferCall.State.INTENT,
                            null,
                            world.now(),
                            Instant.parse("2026-11-01T00:00:00Z"),
                            0));
            world.book.replace(BRAND, asked);
        });
        world.settle();
        assertThat(world.states(order)).containsExactly(State.ASKED);

        world.machinePasses(Duration.ofSeconds(31));
        world.settle();
        assertThat(world.states(order)).containsExactly(State.UNKNOWN);
        assertThat(world.farSide.transferCalls()).isZero();
        world.pass(Duration.ofMinutes(20));
        world.settle();

        assertThat(world.states(order)).containsExactly(State.WAITING);
        assertThat(world.farSide.transferCalls()).isOne();
    }
}
