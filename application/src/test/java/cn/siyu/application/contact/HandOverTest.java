package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.ByHandChannel;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.domain.channel.ChannelAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandOverTest {
    /// Midnight in Shanghai.
    private static final Instant TOMORROW = Instant.parse("2026-03-10T16:00:00Z");

    private final ContactWorld world = new ContactWorld();

    HandOverTest() {
        world.channel = new ByHandChannel(world.channel);
    }

    /// From now on the account is of a channel with a pace: two messages a day.
    private void paced() {
        var account = world.accounts.page(BRAND, 0, 1).getFirst();
        world.accounts.replace(
                BRAND,
                new ChannelAccount(
                        account.id(),
                        account.publicId(),
                        TestEditions.BY_HAND,
                        account.connection(),
                        account.address(),
                        account.name(),
                        account.staff(),
                        account.department(),
                        account.totalCap(),
                        account.dailyCap(),
                        account.hours(),
                        account.state(),
                        account.health(),
                        account.version() + 1,
                        account.createdAt(),
                        account.updatedAt()));
    }

    @Test
    void aPersonIsHandedWhatIsAllowed() {
        var customer = world.newCustomer();

        world.plan(world.marketing(customer), world.marketing(customer));

        assertThat(world.handed).singleElement().satisfies(handed -> {
            assertThat(handed.send().decision().verdict()).isEqualTo(Verdict.BY_TASK);
            assertThat(handed.reach().customer()).isEqualTo(customer.customer());
        });
    }

    @Test
    void whatWasPutOffIsHandedOverWhenItsTimeComes() {
        var customer = world.newCustomer();
        world.advance(Duration.ofHours(14));
        var outcome = world.plan(world.marketing(customer)).getFirst();
        assertThat(outcome).isInstanceOf(SendOutcome.Deferred.class);
        assertThat(world.handed).isEmpty();

        world.advance(Duration.ofHours(9));
        world.replan();

        assertThat(world.handed)
                .singleElement()
                .satisfies(handed -> assertThat(handed.send().id()).isEqualTo(outcome.send()));
        assertThat(world.sends.all(BRAND).getFirst().decision().verdict()).isEqualTo(Verdict.BY_TASK);
    }

    @Test
    void nobodyIsHandedWorkOnAnAccountOutOfUse() {
        var customer = world.newCustomer();
        world.change(customer, Reaches::outOfUse);

        assertThat(world.plan(world.marketing(customer)).getFirst())
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("ACCOUNT_INACTIVE"));
        assertThat(world.handed).isEmpty();
    }

    @Test
    void noMoreIsHandedOverADayThanTheAccountsPace() {
        paced();
        List<Reach> customers = world.newCustomers(5);

        var first = world.plan(customers.stream().map(world::service).toList());

        assertThat(first.subList(0, 2)).allMatch(SendOutcome.ByTask.class::isInstance);
        assertThat(first.subList(2, 5))
                .extracting(outcome -> ((SendOutcome.Deferred) outcome).reason())
                .containsOnly("ACCOUNT_PACE");
        assertThat(first.subList(2, 5))
                .extracting(outcome -> ((SendOutcome.Deferred) outcome).until())
                .containsExactly(TOMORROW, TOMORROW, TOMORROW.plus(Duration.ofDays(1)));
        assertThat(world.plan(world.service(world.newCustomer())).getFirst()).isInstanceOf(SendOutcome.Deferred.class);
        assertThat(world.handed).hasSize(2);

        world.advance(Duration.ofHours(15));
        world.replan();

        assertThat(world.handed).hasSize(4);
    }
}
