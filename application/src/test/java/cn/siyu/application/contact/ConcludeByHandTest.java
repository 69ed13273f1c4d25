package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.ByHandChannel;
import cn.siyu.application.contact.ConcludeByHand.End;
import cn.siyu.application.contact.port.IgnoredEvidence;
import cn.siyu.application.contact.port.InMemoryResponses;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Responses.Status;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.application.trust.TestTrustPolicy;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.contact.SendState;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConcludeByHandTest {
    private final ContactWorld world = new ContactWorld();
    private final Reach customer = world.newCustomer();

    ConcludeByHandTest() {
        world.channel = new ByHandChannel(world.channel);
    }

    private SendId handOver() {
        return ((SendOutcome.ByTask) world.plan(world.marketing(customer)).getFirst()).send();
    }

    private void conclude(End end) {
        var keep = new KeepResults(world.results, world.ledgers, world.rules());
        var conclude = new ConcludeByHand(world.sends, keep, world.ledgers, world.rules());
        world.store.run(() -> conclude.conclude(BRAND, List.of(end), world.now()));
    }

    private int inMonth() {
        return world.ledgerRows
                .find(BRAND, Set.of(customer.customer()))
                .getOrDefault(customer.customer(), ContactLedger.EMPTY)
                .countInMonth(YearMonth.of(2026, 3));
    }

    @Test
    void whatAPersonSentIsDeliveredAndCountsFromThen() {
        SendId send = handOver();
        world.advance(Duration.ofHours(3));

        conclude(new End.Sent(send, world.now()));

        assertThat(world.states(customer)).containsExactly(SendState.DELIVERED);
        assertThat(world.results.all(BRAND).getFirst().at()).isEqualTo(world.now());
        assertThat(inMonth()).isEqualTo(1);
        assertThat(world.plan(world.marketing(customer)).getFirst())
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.explanation().earliestAt())
                                .isEqualTo(world.now().plus(Duration.ofDays(7))));
        assertThat(world.quotas.of(
                        BRAND, Set.of(Objects.requireNonNull(customer.link()).identity())))
                .isEmpty();
    }

    @Test
    void whatAPersonSentOpensAResponseWindowWhoseSilenceCounts() {
        var responses = new InMemoryResponses(world.store, world.results);
        responses.sourceLive(BRAND, null, Instant.EPOCH, null);
        conclude(new End.Sent(handOver(), world.now()));
        world.advance(Duration.ofHours(73));
        var settle = new SettleResponses(
                responses,
                world.ledgers,
                new IgnoredEvidence() {
                    @Override
                    public void record(BrandId brand, List<EvidenceFact> facts) {
                        assertThat(facts).as("one in a row is no evidence yet").isEmpty();
                    }

                    @Override
                    public void retract(BrandId brand, List<String> sourceKeys) {
                        assertThat(sourceKeys).isEmpty();
                    }
                },
                (_, _) -> TestTrustPolicy.POLICY,
                world.rules(),
                Persons.ALONE);

        new CloseResponseWindows(responses, settle, world.store).runDue(BRAND, world.now(), 10);

        assertThat(responses.windows(BRAND, Set.of(customer.customer()), Instant.EPOCH))
                .singleElement()
                .satisfies(window -> assertThat(window.status()).isEqualTo(Status.IGNORED));
        assertThat(world.ledgerRows.find(BRAND, Set.of(customer.customer())).get(customer.customer()))
                .satisfies(ledger -> assertThat(ledger.ignoredStreak()).isEqualTo(1));
    }

    @Test
    void whatAPersonDidNotSendIsTakenBackAndFreesTheCap() {
        conclude(new End.Dropped(handOver(), "TASK_SKIPPED"));

        assertThat(world.states(customer)).containsExactly(SendState.CANCELLED);
        assertThat(world.sends.all(BRAND).getFirst().decision().reason()).isEqualTo("TASK_SKIPPED");
        assertThat(inMonth()).isZero();
        assertThat(handOver()).isNotNull();
    }

    @Test
    void whatNobodySentInTimeExpires() {
        conclude(new End.TooLate(handOver(), "TASK_EXPIRED"));

        assertThat(world.states(customer)).containsExactly(SendState.EXPIRED);
        assertThat(inMonth()).isZero();
    }

    @Test
    void aSendThatNoPersonHasStaysAsItIs() {
        world.channel = ((ByHandChannel) world.channel).beneath();
        world.plan(world.marketing(customer));
        Send planned = world.sends.all(BRAND).getFirst();

        conclude(new End.Sent(planned.id(), world.now()));

        assertThat(world.sends.all(BRAND)).containsExactly(planned);
        assertThat(world.results.all(BRAND)).isEmpty();
    }
}
