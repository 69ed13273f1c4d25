package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.contact.port.IgnoredEvidence;
import cn.siyu.application.contact.port.InMemoryResponses;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Responses.Given;
import cn.siyu.application.contact.port.Responses.Status;
import cn.siyu.application.contact.port.Responses.Window;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.application.trust.TestTrustPolicy;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesTest {
    private static final Instant EVER = Instant.EPOCH;

    private final ContactWorld world = new ContactWorld();
    private final InMemoryResponses responses = new InMemoryResponses(world.store, world.results);
    private final Map<String, Double> evidence = new TreeMap<>();
    private final Reach customer = world.newCustomer();

    private SettleResponses settle() {
        var kept = new IgnoredEvidence() {
            @Override
            public void record(BrandId brand, List<EvidenceFact> facts) {
                facts.forEach(fact -> evidence.put(fact.sourceKey(), fact.multiplicity()));
            }

            @Override
            public void retract(BrandId brand, List<String> sourceKeys) {
                sourceKeys.forEach(key -> assertThat(evidence.remove(key)).isNotNull());
            }
        };
        return new SettleResponses(
                responses, world.ledgers, kept, (_, _) -> TestTrustPolicy.POLICY, world.rules(), Persons.ALONE);
    }

    private int close() {
        return new CloseResponseWindows(responses, settle(), world.store).runDue(BRAND, world.now(), 100);
    }

    private void answer(Instant at) {
        var record = new RecordResponse(responses, settle(), world.clock, Persons.ALONE);
        world.store.run(() -> record.responded(BRAND, List.of(new Given(customer.customer(), "REPLIED", at))));
    }

    /// Sends, delivers at once and lets the platform tell.
    private Instant deliver() {
        world.plan(world.marketing(customer));
        world.dispatchAll();
        world.staffConfirm();
        Instant at = world.now();
        world.advance(Duration.ofHours(10));
        world.poll();
        return at;
    }

    private void deliverAndIgnore(int times) {
        world.policies = world.policies.withoutGap().perMonth(31);
        for (int i = 0; i < times; i++) {
            deliver();
            world.advance(Duration.ofDays(3).plusHours(14));
            close();
        }
    }

    private int streak() {
        var ledger = world.ledgerRows.find(BRAND, Set.of(customer.customer())).get(customer.customer());
        return ledger == null ? 0 : ledger.ignoredStreak();
    }

    private List<Status> statuses() {
        return responses.windows(BRAND, Set.of(customer.customer()), EVER).stream()
                .map(Window::status)
                .toList();
    }

    @Test
    void anAnswerInsideTheWindowAnswers() {
        deliver();
        answer(world.now());
        world.advance(Duration.ofDays(4));

        assertThat(close()).isZero();
        assertThat(statuses()).containsExactly(Status.ANSWERED);
        assertThat(streak()).isZero();
    }

    @Test
    void silenceWhereNothingWouldHaveBeenSeenChangesNothing() {
        deliverAndIgnore(2);

        assertThat(statuses()).containsExactly(Status.UNOBSERVED, Status.UNOBSERVED);
        assertThat(streak()).isZero();
        assertThat(evidence).isEmpty();
    }

    @Test
    void silenceIsIgnoringWhereAnAnswerWouldHaveBeenSeenAndWeighsMoreAndMore() {
        responses.sourceLive(BRAND, null, EVER, null);
        deliverAndIgnore(5);

        assertThat(streak()).isEqualTo(5);
        assertThat(evidence.values()).containsExactlyInAnyOrder(1.0, 2.0, 3.0, 3.0);
        assertThat(world.plan(world.marketing(customer)).getFirst())
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("PAUSED"));
    }

    @Test
    void anAnswerEndsThePause() {
        responses.sourceLive(BRAND, null, EVER, null);
        deliverAndIgnore(5);

        answer(world.now());

        assertThat(streak()).isZero();
        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void aLateAnswerTakesBackWhatSilenceSaid() {
        responses.sourceLive(BRAND, null, EVER, null);
        world.policies = world.policies.withoutGap().perMonth(31);
        List<Instant> delivered = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            delivered.add(deliver());
            world.advance(Duration.ofDays(3).plusHours(14));
            close();
        }
        assertThat(evidence.values()).containsExactlyInAnyOrder(1.0, 2.0);

        answer(delivered.get(1).plusSeconds(60));

        assertThat(statuses()).containsExactly(Status.IGNORED, Status.ANSWERED, Status.IGNORED);
        assertThat(streak()).isEqualTo(1);
        assertThat(evidence).isEmpty();
    }

    @Test
    void whoWasNeverContactedHasNothingToAnswer() {
        answer(world.now());

        assertThat(responses.answers(BRAND, Set.of(customer.customer()), EVER)).isEmpty();
    }

    /// Whether answers come in order, late, or twice: the windows, the streak and the evidence are
    /// the same.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theOrderInWhichAnswersComeToLightChangesNothing(long seed) {
        var inTime = new ResponsesTest().life(seed, false);
        var late = new ResponsesTest().life(seed, true);

        assertThat(late).isEqualTo(inTime);
    }

    private record Life(List<Status> statuses, int streak, Map<String, Double> evidence) {}

    private Life life(long seed, boolean atTheEnd) {
        RandomGenerator random = new Random(seed);
        responses.sourceLive(BRAND, null, EVER, null);
        world.policies = world.policies.withoutGap().perMonth(31);
        List<Instant> held = new ArrayList<>();
        // a customer who is paused gets nothing more; neither life may come so far
        for (int i = 0; i < 4; i++) {
            Instant at = deliver();
            if (random.nextBoolean()) {
                Instant answered = at.plusSeconds(random.nextInt(3 * 86_400));
                held.add(answered);
            }
            world.advance(Duration.ofDays(3).plusHours(14));
            if (!atTheEnd) {
                held.forEach(this::answer);
            }
            close();
        }
        held.reversed().forEach(this::answer);
        return new Life(statuses(), streak(), evidence);
    }

    @Test
    void keepsWhatWasGiven() {
        deliver();
        var given = new Given(customer.customer(), "CLICKED", world.now());
        world.store.run(() -> responses.addAnswers(BRAND, List.of(given, given)));

        assertThat(responses.answers(BRAND, Set.of(customer.customer()), EVER))
                .isEqualTo(Map.of(customer.customer(), List.of(world.now())));
    }
}
