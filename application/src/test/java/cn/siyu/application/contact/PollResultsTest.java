package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.contact.port.Reach;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PollResultsTest {
    private final ContactWorld world = new ContactWorld();

    private List<Reach> sentTo(int count) {
        var customers = world.newCustomers(count);
        world.plan(customers.stream().map(world::marketing).toList());
        world.dispatchAll();
        return customers;
    }

    @Test
    void learnsPerCustomerWhatWasDelivered() {
        var customers = sentTo(5);
        world.farSide.reachesCap(Objects.requireNonNull(customers.get(0).link()).recipient());
        world.farSide.customerDeletes(
                ContactWorld.STAFF,
                Objects.requireNonNull(customers.get(1).link()).recipient());
        world.staffConfirm();

        assertThat(world.poll()).isZero();
        world.advance(Duration.ofMinutes(15));
        assertThat(world.poll()).isEqualTo(1);

        assertThat(world.results.all(BRAND))
                .extracting(result -> result.reason() == null ? "" : result.reason())
                .containsExactly("OVER_CAP", "NOT_A_CONTACT", "", "", "");
        assertThat(world.states(customers.get(4))).containsExactly(SendState.DELIVERED);
        assertThat(world.batches.all(BRAND).getFirst().state()).isEqualTo(BatchState.SETTLED);
        assertThat(world.batches.nextPollAt(BRAND)).isEmpty();
    }

    @Test
    void opensTheResponseWindowWhenTheCustomerHasIt() {
        sentTo(1);
        world.advance(Duration.ofMinutes(5));
        world.staffConfirm();
        world.advance(Duration.ofMinutes(10));
        world.poll();

        assertThat(world.results.all(BRAND)).singleElement().satisfies(result -> {
            assertThat(result.at()).isEqualTo(ContactWorld.MORNING.plus(Duration.ofMinutes(5)));
            assertThat(result.windowUntil()).isEqualTo(result.at().plus(Duration.ofDays(3)));
        });
    }

    @Test
    void believesThePlatformThatACustomersQuotaIsFull() {
        var customer = sentTo(1).getFirst();
        world.farSide.reachesCap(Objects.requireNonNull(customer.link()).recipient());
        world.staffConfirm();
        world.advance(Duration.ofMinutes(15));
        world.poll();

        world.advance(Duration.ofDays(8));
        assertThat(world.plan(world.marketing(customer)).getFirst())
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("PLATFORM_QUOTA"));
        world.advance(Duration.ofDays(14));
        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void countsTheGapFromTheDayTheStaffMemberConfirmed() {
        var customer = sentTo(1).getFirst();
        world.advance(Duration.ofHours(30));
        world.staffConfirm();
        world.poll();

        world.advance(Duration.ofDays(7).minusHours(1));

        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Refused.class);
        world.advance(Duration.ofHours(1));
        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void asksLessAndLessOften() {
        sentTo(1);
        int polls = 0;
        var end = world.now().plus(Duration.ofDays(1));
        while (world.batches.nextPollAt(BRAND).orElseThrow().isBefore(end)) {
            world.advance(Duration.between(
                    world.now(), world.batches.nextPollAt(BRAND).orElseThrow()));
            polls += world.poll();
        }
        assertThat(polls).isBetween(5, 10);
    }

    @Test
    void cancelsWhatNobodyConfirmedAndGivesItBack() {
        var customer = sentTo(1).getFirst();

        world.advance(Duration.ofDays(2));
        world.poll();
        world.staffConfirm();

        assertThat(world.states(customer)).containsExactly(SendState.EXPIRED);
        assertThat(world.results.all(BRAND).getFirst().reason()).isEqualTo(PollResults.NOT_CONFIRMED);
        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void learnsWhatWasConfirmedInTheLastMoment() {
        var customer = sentTo(1).getFirst();
        world.advance(Duration.ofDays(2));
        world.staffConfirm();

        world.poll();

        assertThat(world.states(customer)).containsExactly(SendState.DELIVERED);
    }

    @Test
    void takesNothingForExpiredWhileItCannotReadToTheEnd() {
        var customer = sentTo(1).getFirst();
        world.advance(Duration.ofDays(2));
        world.staffConfirm();
        world.farSide.loseReadAfter(1);

        world.poll();
        assertThat(world.states(customer)).containsExactly(SendState.SENT);

        world.advance(Duration.ofDays(1));
        world.poll();
        assertThat(world.states(customer)).containsExactly(SendState.DELIVERED);
    }

    @Test
    void remindsStaffAsOftenAsThePolicySays() {
        sentTo(1);
        assertThat(world.remind()).isZero();
        world.advance(Duration.ofHours(4));
        assertThat(world.remind()).isEqualTo(1);
        assertThat(world.batches.nextReminderAt(BRAND)).contains(ContactWorld.MORNING.plus(Duration.ofHours(24)));
        world.advance(Duration.ofHours(20));
        assertThat(world.remind()).isEqualTo(1);

        assertThat(world.batches.nextReminderAt(BRAND)).isEmpty();
        assertThat(world.batches.all(BRAND).getFirst().reminders()).isEqualTo(2);
    }

    @Test
    void remindsNobodyWhoHasConfirmed() {
        sentTo(1);
        world.staffConfirm();
        world.advance(Duration.ofHours(4));

        world.remind();

        assertThat(world.batches.all(BRAND).getFirst().reminders()).isZero();
        assertThat(world.batches.nextReminderAt(BRAND)).isEmpty();
    }

    @Test
    void takesBackWhatAnEndedEnrolmentStillWanted() {
        var planned = world.newCustomer();
        var sent = sentTo(1).getFirst();
        world.plan(world.marketing(planned));

        assertThat(world.cancel(planned)).isEqualTo(1);
        assertThat(world.cancel(sent)).isZero();
        world.dispatchAll();

        assertThat(world.states(planned)).containsExactly(SendState.CANCELLED);
        assertThat(world.states(sent)).containsExactly(SendState.SENT);
        assertThat(world.plan(world.marketing(planned)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void takesBackWhatWaitsForTheMorning() {
        var customer = world.newCustomer();
        world.advance(Duration.ofHours(13));
        world.plan(world.marketing(customer));

        assertThat(world.cancel(customer)).isEqualTo(1);
        assertThat(world.sends.nextDeferredAt(BRAND)).isEmpty();
    }
}
