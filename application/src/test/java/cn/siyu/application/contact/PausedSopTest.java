package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PausedSopTest {
    private final ContactWorld world = new ContactWorld();
    private final Reach customer = world.newCustomer();

    private Send.Decision decision() {
        return world.sends.all(BRAND).getFirst().decision();
    }

    @Test
    void holdsBackWhatWasPlanned() {
        world.plan(world.marketing(customer));
        Instant deadline = world.now().plus(Duration.ofDays(2));
        world.pauseSop();

        world.dispatchAll();

        assertThat(world.tasksFor(customer)).isZero();
        assertThat(world.states(customer)).containsExactly(SendState.DEFERRED);
        assertThat(decision().reason()).isEqualTo("SOP_PAUSED");
        assertThat(decision().until()).isEqualTo(deadline);
        assertThat(decision().explanation().grounds())
                .singleElement()
                .satisfies(ground -> assertThat(ground.remedy()).isEqualTo("RESUMPTION"));
        assertThat(world.batches.all(BRAND).getFirst().state()).isEqualTo(BatchState.CANCELLED);
    }

    @Test
    void whatIsHeldBackTakesNoPlaceOfOthers() {
        world.plan(world.marketing(customer));
        world.pauseSop();
        world.dispatchAll();

        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void holdsBackWhatWasPutOffToTheMorning() {
        world.advance(Duration.ofHours(13));
        world.plan(world.marketing(customer));
        world.pauseSop();
        world.advance(Duration.ofHours(10));

        assertThat(world.replan()).isEqualTo(1);

        assertThat(decision().reason()).isEqualTo("SOP_PAUSED");
        assertThat(world.sends.nextDeferredAt(BRAND))
                .contains(world.sends.all(BRAND).getFirst().aim().deadline());
        assertThat(world.replan()).isZero();
        assertThat(world.batches.all(BRAND)).isEmpty();
    }

    @Test
    void goesOnWhenItIsResumed() {
        world.plan(world.marketing(customer));
        world.pauseSop();
        world.dispatchAll();
        world.advance(Duration.ofHours(3));

        world.resumeSop();
        world.replan();
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.SENT);
        assertThat(world.tasksFor(customer)).isEqualTo(1);
    }

    @Test
    void isJudgedAnewWhenItIsResumed() {
        world.plan(world.marketing(customer));
        world.pauseSop();
        world.dispatchAll();
        world.change(customer, Reaches::optedOut);

        world.resumeSop();
        world.replan();

        assertThat(decision().reason()).isEqualTo("OPTED_OUT");
    }

    @Test
    void expiresAtItsDeadlineAndSaysThatTheSopStoodStill() {
        world.plan(world.marketing(customer));
        world.pauseSop();
        world.dispatchAll();
        world.advance(Duration.ofDays(2));

        world.replan();

        assertThat(world.states(customer)).containsExactly(SendState.EXPIRED);
        assertThat(decision().reason()).isEqualTo("SOP_PAUSED");
        assertThat(world.sends.nextDeferredAt(BRAND)).isEmpty();
    }

    @Test
    void resumedTooLateItExpiresForTheSameReason() {
        world.plan(world.marketing(customer));
        world.pauseSop();
        world.dispatchAll();
        world.advance(Duration.ofDays(3));

        world.resumeSop();
        world.replan();

        assertThat(world.states(customer)).containsExactly(SendState.EXPIRED);
        assertThat(decision().reason()).isEqualTo("SOP_PAUSED");
    }

    @Test
    void whatIsSentIsNotTakenBack() {
        world.plan(world.marketing(customer));
        world.dispatchAll();

        world.pauseSop();
        world.dispatchAll();
        world.staffConfirm();
        world.advance(Duration.ofMinutes(15));
        world.poll();

        assertThat(world.states(customer)).containsExactly(SendState.DELIVERED);
    }
}
