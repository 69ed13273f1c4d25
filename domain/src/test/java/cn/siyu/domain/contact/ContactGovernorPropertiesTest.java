package cn.siyu.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.policy.QuotaRule;
import cn.siyu.domain.contact.ContactDecision.Allowed;
import cn.siyu.domain.contact.ContactDecision.Deferred;
import cn.siyu.domain.contact.ContactDecision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for the governor whatever the facts are (FP-1, FP-2, FP-4) and over a year of a
/// customer's life.
class ContactGovernorPropertiesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ContactGovernor governor = ContactFixtures.governor();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLostTheBlacklistedAndTheOptedOutNeverReceive(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 3_000; i++) {
            Instant now = START.plusSeconds(random.nextLong(Duration.ofDays(300).toSeconds()));
            ContactFacts facts = randomFacts(random, now);
            boolean untouchable = !facts.standing().live()
                    || facts.standing().blacklisted()
                    || facts.wishes().optedOut()
                    || facts.wishes().consent() == ConsentState.WITHDRAWN;

            ContactDecision decision = governor.decide(facts, now);

            if (untouchable) {
                assertThat(decision).isInstanceOf(Refused.class);
            }
            if (decision instanceof Allowed && facts.plan().contactClass() == ContactClass.MARKETING) {
                assertThat(LocalTime.ofInstant(now, facts.zone()))
                        .isBetween(LocalTime.of(8, 0), LocalTime.of(21, 59, 59, 999_999_999));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatWasPutOffIsAllowedAtTheTimeGivenIfNothingElseChanges(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int checked = 0;
        for (int i = 0; i < 3_000; i++) {
            Instant now = START.plusSeconds(random.nextLong(Duration.ofDays(300).toSeconds()));
            ContactFacts facts = randomFacts(random, now);
            Instant later = switch (governor.decide(facts, now)) {
                case Allowed _ -> now;
                case Deferred deferred -> deferred.until();
                case Refused refused -> refused.earliestAt().orElse(Instant.MIN);
            };
            if (later.isAfter(now)) {
                checked++;
                // by then another month or day may have begun, so a quota can only have become freer
                assertThat(governor.decide(facts, later))
                        .as("%s at %s", facts, later)
                        .isInstanceOf(Allowed.class);
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    /// Whatever is asked, nothing beyond the platform's quota is let through.
    @ParameterizedTest
    @ValueSource(strings = {"AS_MANY_AS_DAYS_IN_MONTH", "PER_MONTH 4", "PER_WEEK 7", "PER_DAY 1"})
    void noQuotaOfThePlatformIsPassed(String rule) {
        ContactGovernor bound = ContactFixtures.governor(ContactFixtures.policy(), rule);
        QuotaRule quota = QuotaRule.parse(rule);
        Map<String, Integer> sent = new HashMap<>();
        for (Instant now = START; now.isBefore(START.plus(Duration.ofDays(70))); now = now.plusSeconds(3_000)) {
            LocalDate today = LocalDate.ofInstant(now, SHANGHAI);
            String period = quota.periodAround(today).orElseThrow().key();
            int used = sent.getOrDefault(period, 0);
            ContactFacts facts =
                    FactsBuilder.aContact().service().platform(used, 0).facts();
            if (bound.decide(facts, now) instanceof Allowed) {
                sent.put(period, used + 1);
                assertThat(used + 1).isLessThanOrEqualTo(quota.limitAround(today));
            }
        }
        assertThat(sent).hasSizeGreaterThan(2);
    }

    /// A sender that asks every few hours for a year, with a customer who never answers, is held to
    /// every bound.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anImpatientSenderIsHeldToEveryBound(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ContactPolicy policy = ContactFixtures.policy();
        ContactLedger ledger = ContactLedger.EMPTY;
        List<Instant> sent = new ArrayList<>();
        for (Instant now = START;
                now.isBefore(START.plus(Duration.ofDays(365)));
                now = now.plusSeconds(random.nextInt(1, 20_000))) {
            ContactFacts facts = FactsBuilder.aContact().marketing(ledger).facts();
            if (governor.decide(facts, now) instanceof Allowed) {
                ledger = ledger.afterContact(now, SHANGHAI);
                sent.add(now);
                ledger = random.nextInt(3) == 0 ? ledger.answered() : ledger.ignoredOnce();
            }
        }

        assertThat(sent).hasSizeGreaterThan(4);
        for (int i = 1; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 1), sent.get(i)))
                    .isGreaterThanOrEqualTo(policy.gap().first());
        }
        for (int month = 1; month <= 12; month++) {
            YearMonth counted = YearMonth.of(2026, month);
            assertThat(sent.stream()
                            .filter(at -> YearMonth.from(LocalDate.ofInstant(at, SHANGHAI))
                                    .equals(counted)))
                    .hasSizeLessThanOrEqualTo(policy.perMonth());
        }
    }

    private static ContactFacts randomFacts(RandomGenerator random, Instant now) {
        FactsBuilder facts = FactsBuilder.aContact();
        if (random.nextInt(3) == 0) {
            facts.service();
        }
        if (random.nextInt(8) == 0) {
            facts.lost();
        }
        if (random.nextInt(8) == 0) {
            facts.blacklisted();
        }
        if (random.nextInt(8) == 0) {
            facts.optedOut();
        }
        if (random.nextInt(8) == 0) {
            facts.consent(ConsentState.WITHDRAWN);
        }
        facts.trust(random.nextDouble(30, 90), random.nextDouble());
        if (random.nextBoolean()) {
            Instant last = now.minusSeconds(random.nextLong(Duration.ofDays(20).toSeconds()));
            facts.marketing(new ContactLedger(
                    DayLedger.EMPTY.mark(LocalDate.ofInstant(last, SHANGHAI)), random.nextInt(6), last));
        }
        facts.in(List.of("Asia/Shanghai", "Asia/Urumqi", "Asia/Tokyo").get(random.nextInt(3)));
        return facts.facts();
    }
}
