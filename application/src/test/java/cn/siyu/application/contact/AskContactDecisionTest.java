package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.contact.AskContactDecision.Query;
import cn.siyu.application.contact.AskContactDecision.Verdict;
import cn.siyu.application.contact.ReadQuotas.Quota;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AskContactDecisionTest {
    private final ContactWorld world = new ContactWorld();

    private List<Verdict> ask(ContactClass contactClass, Reach... customers) {
        var wanted = Stream.concat(
                        Stream.of(customers).map(each -> new Wanted(each.customer(), null)),
                        Stream.of(new Wanted(new CustomerId(999), null)))
                .toList();
        return new AskContactDecision(world.reachability, world.ledgers, world.rules(), world.clock)
                .answer(BRAND, new Query(wanted, contactClass, SendRequest.PRIVATE_CHAT, false));
    }

    @Test
    void saysWhatPlanningWouldSayAndReservesNothing() {
        var free = world.newCustomer();
        var contacted = world.newCustomer();
        var lost = world.newCustomer();
        world.change(lost, Reaches::lost);
        world.plan(world.marketing(contacted));

        var verdicts = ask(ContactClass.MARKETING, free, contacted, lost);

        assertThat(verdicts)
                .extracting(Verdict::verdict)
                .containsExactly(Send.Verdict.PLANNED, Send.Verdict.REFUSED, Send.Verdict.REFUSED);
        assertThat(verdicts.get(1).earliestAt()).contains(world.now().plus(Duration.ofDays(7)));
        assertThat(verdicts.get(2).explanation().grounds().getFirst().remedy()).isEqualTo("NEW_RELATIONSHIP");
        assertThat(ask(ContactClass.MARKETING, free).getFirst().verdict()).isEqualTo(Send.Verdict.PLANNED);
        assertThat(world.sends.all(BRAND)).hasSize(1);
    }

    @Test
    void saysUntilWhenTheNightLasts() {
        var customer = world.newCustomer();
        world.advance(Duration.ofHours(13));

        assertThat(ask(ContactClass.MARKETING, customer).getFirst().earliestAt())
                .contains(Instant.parse("2026-03-11T00:00:00Z"));
        assertThat(ask(ContactClass.SERVICE, customer).getFirst().verdict()).isEqualTo(Send.Verdict.PLANNED);
    }

    @Test
    void tellsWhatIsLeftOfEachQuota() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        var quotas = new ReadQuotas(world.reachability, world.ledgers, world.rules(), world.clock)
                .of(BRAND, customer.customer());

        assertThat(quotas)
                .containsExactly(
                        new Quota(
                                "BRAND_CAP",
                                "PER_MONTH 4",
                                1,
                                3,
                                Instant.parse("2026-03-31T16:00:00Z"),
                                "contact-test"),
                        new Quota(
                                "PLATFORM_CUSTOMER",
                                "AS_MANY_AS_DAYS_IN_MONTH",
                                1,
                                30,
                                Instant.parse("2026-03-31T16:00:00Z"),
                                "platform-test"),
                        new Quota(
                                "PLATFORM_ACCOUNT_AND_CUSTOMER",
                                "PER_DAY 1",
                                1,
                                0,
                                Instant.parse("2026-03-10T16:00:00Z"),
                                "platform-test"));
    }
}
