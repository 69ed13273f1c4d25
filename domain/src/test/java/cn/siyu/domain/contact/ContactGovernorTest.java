package cn.siyu.domain.contact;

import static cn.siyu.domain.contact.FactsBuilder.aContact;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.contact.ContactDecision.Allowed;
import cn.siyu.domain.contact.ContactDecision.Deferred;
import cn.siyu.domain.contact.ContactDecision.Refused;
import cn.siyu.domain.contact.RefusalReason.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContactGovernorTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-10T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final ContactGovernor governor = ContactFixtures.governor();

    @Nested
    class ForEveryContact {
        @Test
        void allowsWhatNothingObjectsTo() {
            assertThat(governor.decide(aContact().facts(), NOON)).isInstanceOf(Allowed.class);
        }

        @Test
        void refusesTheLostTheBlacklistedTheOptedOutAndTheUnwilling() {
            var service = aContact()
                    .service()
                    .lost()
                    .blacklisted()
                    .optedOut()
                    .consent(ConsentState.WITHDRAWN)
                    .facts();

            assertThat(codes(governor.decide(service, NOON)))
                    .containsExactly("LOST", "BLACKLISTED", "NO_CONSENT", "OPTED_OUT");
        }

        @Test
        void wantsAConsentForMarketingOnlyWhereTheBrandDoes() {
            ContactPolicy usual = ContactFixtures.policy();
            var strict = ContactFixtures.governor(
                    new ContactPolicy(
                            usual.quietHours(),
                            usual.gap(),
                            usual.pauseAfterIgnored(),
                            usual.lowTrust(),
                            usual.perMonth(),
                            true,
                            usual.responseWindow(),
                            usual.attributionWindow(),
                            usual.confirmation()),
                    "PER_MONTH 4");

            assertThat(codes(strict.decide(aContact().facts(), NOON))).containsExactly("NO_CONSENT");
            assertThat(strict.decide(aContact().service().facts(), NOON)).isInstanceOf(Allowed.class);
            assertThat(strict.decide(aContact().consent(ConsentState.GIVEN).facts(), NOON))
                    .isInstanceOf(Allowed.class);
        }

        @Test
        void respectsNotInterestedUntilItPasses() {
            var facts = aContact().notInterestedUntil(NOON.plusSeconds(1)).facts();

            assertThat(codes(governor.decide(facts, NOON))).containsExactly("NOT_INTERESTED_UNTIL");
            assertThat(governor.decide(facts, NOON.plusSeconds(1))).isInstanceOf(Allowed.class);
        }

        @Test
        void sendsAWelcomeAt23OClock() {
            var welcome = aContact()
                    .service()
                    .notCountedByPlatform()
                    .trust(5, .9)
                    .marketing(new ContactLedger(DayLedger.EMPTY, 9, LATE))
                    .facts();

            assertThat(governor.decide(welcome, LATE)).isInstanceOf(Allowed.class);
        }
    }

    @Nested
    class AgainstPressure {
        @Test
        void leavesTheDistrustfulAlone() {
            assertThat(codes(governor.decide(aContact().trust(37.9, .3).facts(), NOON)))
                    .containsExactly("LOW_TRUST");
            assertThat(governor.decide(aContact().trust(38, .3).facts(), NOON)).isInstanceOf(Allowed.class);
        }

        @Test
        void doesNotCallAStrangerDistrustful() {
            assertThat(governor.decide(aContact().trust(20, .29).facts(), NOON)).isInstanceOf(Allowed.class);
            assertThat(governor.decide(aContact().trustUnknown().facts(), NOON)).isInstanceOf(Allowed.class);
        }

        @Test
        void pausesAfterFiveIgnoredInARowUntilAWinBackIsApproved() {
            var five = new ContactLedger(DayLedger.EMPTY, 5, null);

            var refused = (Refused) governor.decide(aContact().marketing(five).facts(), NOON);

            assertThat(codes(refused)).containsExactly("PAUSED");
            assertThat(refused.earliestAt()).isEmpty();
            assertThat(refused.reason().reason().remedy()).isEqualTo(Remedy.CUSTOMER_ACTS);
            assertThat(governor.decide(
                            aContact().marketing(five).winBackApproved().facts(), NOON))
                    .isInstanceOf(Allowed.class);
        }

        @Test
        void keepsTheGapWhichAStreakWidens() {
            var yesterday = NOON.minus(Duration.ofDays(1));

            var first = (Refused) governor.decide(
                    aContact()
                            .marketing(new ContactLedger(DayLedger.EMPTY, 0, yesterday))
                            .facts(),
                    NOON);
            var third = (Refused) governor.decide(
                    aContact()
                            .marketing(new ContactLedger(DayLedger.EMPTY, 3, yesterday))
                            .facts(),
                    NOON);

            assertThat(codes(first)).containsExactly("GAP");
            assertThat(first.earliestAt()).hasValue(yesterday.plus(Duration.ofDays(7)));
            assertThat(first.reason().reason().numbers())
                    .containsEntry("gap", "PT168H")
                    .containsEntry("ignoredInARow", 0);
            // 15.75 days after noon it is 06:00 in the morning: the customer is asleep until 08:00
            assertThat(third.earliestAt()).hasValue(Instant.parse("2026-03-25T00:00:00Z"));
        }

        @Test
        void closesTheLoopholeAroundMidnight() {
            var justBeforeMidnight = Instant.parse("2026-03-09T15:59:00Z");
            var ledger = ContactLedger.EMPTY.afterContact(justBeforeMidnight, SHANGHAI);

            assertThat(codes(governor.decide(aContact().marketing(ledger).facts(), NOON)))
                    .containsExactly("GAP");
        }

        @Test
        void theGapIsOverWhenItIsOver() {
            var ledger = new ContactLedger(DayLedger.EMPTY, 0, NOON.minus(Duration.ofDays(7)));

            assertThat(governor.decide(aContact().marketing(ledger).facts(), NOON))
                    .isInstanceOf(Allowed.class);
        }

        @Test
        void keepsTheBrandsCapPerMonthOfTheCustomer() {
            DayLedger four =
                    marked(TODAY.minusDays(9), 2).mark(TODAY.minusDays(1)).mark(TODAY);
            var facts = aContact().marketing(new ContactLedger(four, 0, null)).facts();

            var refused = (Refused) governor.decide(facts, NOON);

            assertThat(codes(refused)).containsExactly("BRAND_CAP");
            // midnight of the first is quiet: eight in the morning
            assertThat(refused.earliestAt()).hasValue(Instant.parse("2026-04-01T00:00:00Z"));
            assertThat(governor.decide(facts, Instant.parse("2026-04-01T00:00:00Z")))
                    .isInstanceOf(Allowed.class);
        }

        @Test
        void defersToTheMorning() {
            var decision = (Deferred) governor.decide(aContact().facts(), LATE);

            assertThat(decision.until()).isEqualTo("2026-03-11T00:00:00Z");
            assertThat(decision.reason().reason().code()).isEqualTo("QUIET_HOURS");
            assertThat(decision.expiresBy(Instant.parse("2026-03-10T23:00:00Z")))
                    .isTrue();
            assertThat(decision.expiresBy(Instant.parse("2026-03-11T00:00:00Z")))
                    .isFalse();
        }

        @Test
        void nightComesByTheCustomersClock() {
            assertThat(governor.decide(aContact().in("Europe/London").facts(), LATE))
                    .isInstanceOf(Allowed.class);
            assertThat(governor.decide(aContact().in("Europe/London").facts(), NOON))
                    .isInstanceOf(Deferred.class);
        }
    }

    @Nested
    class ForThePlatform {
        @Test
        void bindsServiceTooWhereThePlatformCounts() {
            var spent = ContactFixtures.governor(ContactFixtures.policy(), "PER_MONTH 4");
            var refused =
                    (Refused) spent.decide(aContact().service().platform(4, 0).facts(), LATE);

            assertThat(codes(refused)).containsExactly("PLATFORM_QUOTA");
            assertThat(refused.reason().policy()).hasToString("wecom-test+2");
            assertThat(refused.reason().reason().numbers())
                    .containsEntry("scope", "CUSTOMER")
                    .containsEntry("rule", "PER_MONTH 4")
                    .containsEntry("used", 4)
                    .containsEntry("limit", 4);
            assertThat(refused.earliestAt()).hasValue(Instant.parse("2026-03-31T16:00:00Z"));
            assertThat(spent.decide(aContact().service().notCountedByPlatform().facts(), LATE))
                    .isInstanceOf(Allowed.class);
        }

        @Test
        void countsThePlatformsDaysNotTheCustomers() {
            // in New York it is still the 9th
            var facts =
                    aContact().service().in("America/New_York").platform(0, 1).facts();

            var refused = (Refused) governor.decide(facts, Instant.parse("2026-03-10T03:00:00Z"));

            assertThat(codes(refused)).containsExactly("PLATFORM_QUOTA");
            assertThat(refused.reason().reason().numbers()).containsEntry("scope", "ACCOUNT_AND_CUSTOMER");
            assertThat(refused.earliestAt()).hasValue(Instant.parse("2026-03-10T16:00:00Z"));
        }

        @Test
        void givesAMonthAsManyAsItHasDays() {
            assertThat(codes(governor.decide(aContact().platform(31, 0).facts(), NOON)))
                    .containsExactly("PLATFORM_QUOTA");
            assertThat(governor.decide(aContact().platform(30, 0).facts(), NOON))
                    .isInstanceOf(Allowed.class);
        }

        @Test
        void countsAWeekFromMondayToSunday() {
            var weekly = ContactFixtures.governor(ContactFixtures.policy(), "PER_WEEK 7");

            var refused =
                    (Refused) weekly.decide(aContact().service().platform(7, 0).facts(), NOON);

            assertThat(refused.earliestAt()).hasValue(Instant.parse("2026-03-15T16:00:00Z"));
        }

        @Test
        void countsNothingWhereThePlatformHasNoLimit() {
            var free = ContactFixtures.governor(ContactFixtures.policy(), "NONE");

            assertThat(free.decide(aContact().platform(900, 0).facts(), NOON)).isInstanceOf(Allowed.class);
        }
    }

    @Test
    void listsEveryReasonInOrderAndTheFirstCounts() {
        var facts = aContact()
                .lost()
                .blacklisted()
                .consent(ConsentState.WITHDRAWN)
                .optedOut()
                .notInterestedUntil(LATE.plusSeconds(60))
                .trust(10, .9)
                .marketing(new ContactLedger(marked(TODAY.minusDays(4), 4), 5, LATE.minusSeconds(60)))
                .platform(31, 1)
                .facts();

        var refused = (Refused) governor.decide(facts, LATE);

        assertThat(codes(refused))
                .containsExactly(
                        "LOST",
                        "BLACKLISTED",
                        "NO_CONSENT",
                        "OPTED_OUT",
                        "NOT_INTERESTED_UNTIL",
                        "LOW_TRUST",
                        "PAUSED",
                        "GAP",
                        "PLATFORM_QUOTA",
                        "PLATFORM_QUOTA",
                        "BRAND_CAP",
                        "QUIET_HOURS");
        assertThat(refused.reason().reason().code()).isEqualTo("LOST");
        assertThat(refused.earliestAt()).isEmpty();
        assertThat(refused.policy()).hasToString("contact-test");
    }

    private static DayLedger marked(LocalDate first, int days) {
        DayLedger ledger = DayLedger.EMPTY;
        for (int day = 0; day < days; day++) {
            ledger = ledger.mark(first.plusDays(day));
        }
        return ledger;
    }

    private static List<String> codes(ContactDecision decision) {
        return switch (decision) {
            case Allowed _ -> List.of();
            case Deferred deferred -> List.of(deferred.reason().reason().code());
            case Refused refused ->
                refused.reasons().stream()
                        .map(refusal -> refusal.reason().code())
                        .toList();
        };
    }
}
