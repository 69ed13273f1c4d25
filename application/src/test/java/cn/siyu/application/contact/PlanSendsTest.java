package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.contact.SendOutcome.Control;
import cn.siyu.application.contact.SendOutcome.Deferred;
import cn.siyu.application.contact.SendOutcome.Planned;
import cn.siyu.application.contact.SendOutcome.Refused;
import cn.siyu.application.contact.port.Send;
import cn.siyu.domain.contact.SendState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanSendsTest {
    private final ContactWorld world = new ContactWorld();

    @Test
    void putsCustomersOfOneAccountAndContentIntoOneBatch() {
        var customers = world.newCustomers(3);

        var outcomes = world.plan(customers.stream().map(world::marketing).toList());

        assertThat(outcomes).allMatch(Planned.class::isInstance);
        assertThat(world.batches.all(BRAND)).singleElement().satisfies(row -> {
            assertThat(row.recipients()).isEqualTo(3);
            assertThat(row.batch().deadline()).isEqualTo(world.now().plus(Duration.ofDays(2)));
        });
    }

    @Test
    void givesEachContentABatchOfItsOwn() {
        var customers = world.newCustomers(3);

        world.plan(customers.stream().map(world::personal).toList());

        assertThat(world.batches.all(BRAND)).hasSize(3);
    }

    @Test
    void cutsBatchesWhereTheCallIsFull() {
        world.policies = world.policies.perCall(2);

        world.plan(world.newCustomers(5).stream().map(world::marketing).toList());

        assertThat(world.batches.all(BRAND)).extracting(row -> row.recipients()).containsExactly(2, 2, 1);
    }

    @Test
    void letsOnlyOneOfTwoPlansForACustomerPassInsideTheGap() {
        var customer = world.newCustomer();

        var inOneChunk = world.plan(world.marketing(customer), world.marketing(customer));
        var later = world.plan(world.marketing(customer));

        assertThat(inOneChunk.getFirst()).isInstanceOf(Planned.class);
        assertThat(inOneChunk.getLast())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("GAP"));
        assertThat(later.getFirst()).isInstanceOf(Refused.class);
    }

    @Test
    void keepsTheReasonTheNumbersAndThePolicyOfARefusal() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        world.plan(world.marketing(customer));

        Send refused = world.sends.all(BRAND).getLast();

        assertThat(refused.decision().verdict()).isEqualTo(Send.Verdict.REFUSED);
        var explanation = refused.decision().explanation();
        assertThat(explanation.policy()).isEqualTo("contact-test");
        assertThat(explanation.earliestAt()).isEqualTo(world.now().plus(Duration.ofDays(7)));
        assertThat(explanation.grounds().getFirst().code()).isEqualTo("GAP");
        assertThat(explanation.grounds().getFirst().numbers()).containsEntry("gap", "PT168H");
    }

    @Test
    void plansNothingForTheControlGroupAndReservesNothing() {
        var customer = world.newCustomer();

        assertThat(world.plan(world.control(customer)).getFirst()).isInstanceOf(Control.class);
        assertThat(world.batches.all(BRAND)).isEmpty();
        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(Planned.class);
    }

    @Test
    void putsMarketingAtNightOffToTheMorningAndPlansItThen() {
        var customer = world.newCustomer();
        world.advance(Duration.ofHours(13));

        assertThat(world.plan(world.marketing(customer)).getFirst())
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.until()).isEqualTo(Instant.parse("2026-03-11T00:00:00Z")));
        assertThat(world.replan()).isZero();

        world.advance(Duration.ofHours(9));

        assertThat(world.replan()).isEqualTo(1);
        assertThat(world.states(customer)).containsExactly(SendState.PLANNED);
        assertThat(world.sends.nextDeferredAt(BRAND)).isEmpty();
    }

    @Test
    void sendsServiceAtNight() {
        var customer = world.newCustomer();
        world.advance(Duration.ofHours(13));

        assertThat(world.plan(world.service(customer)).getFirst()).isInstanceOf(Planned.class);
    }

    @Test
    void refusesWhoIsLostOrUnknownAndWhatCannotBeWritten() {
        var lost = world.newCustomer();
        world.change(lost, Reaches::lost);
        var there = world.newCustomer();

        var outcomes = world.plan(world.marketing(lost), world.of(there, 9));

        assertThat(outcomes)
                .extracting(outcome -> ((Refused) outcome).reason())
                .containsExactly("LOST", "MATERIAL_GONE");
    }

    @Test
    void takesNoMoreThanAChunk() {
        var request = world.marketing(world.newCustomer());

        assertThatThrownBy(() -> world.plan(Collections.nCopies(PlanSends.MOST + 1, request)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsBothAccountsAgainstThePlatformsQuota() {
        world.policies = world.policies.withoutGap().platform("PER_MONTH 2", "NONE");
        var customer = world.newCustomer();

        List<SendOutcome> outcomes =
                world.plan(world.service(customer), world.service(customer), world.service(customer));

        assertThat(outcomes.subList(0, 2)).allMatch(Planned.class::isInstance);
        assertThat(outcomes.getLast())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("PLATFORM_QUOTA"));
    }
}
