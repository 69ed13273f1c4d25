package cn.siyu.domain.channel.care;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.care.AccountCare.Strain;
import cn.siyu.domain.channel.policy.PolicyProblem;
import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.channel.policy.PolicyReading;
import cn.siyu.domain.channel.policy.PolicyTree;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCareTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final AccountRecord GROWN = AccountRecord.openedOn(TODAY.minusDays(400));
    private static final AccountCare CARE =
            PolicyReader.read(values(), AccountCare::from).orThrow();

    static Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "ages",
                Map.of(
                        "new", Map.of("fromDays", 0, "addsPerDay", 5),
                        "young", Map.of("fromDays", 30, "addsPerDay", 10),
                        "grown", Map.of("fromDays", 90, "addsPerDay", 20)));
        values.put("messages", Map.of("perDay", 200, "perBatch", 200, "pictureBatches", 2));
        values.put(
                "coolDown",
                Map.of(
                        "first",
                        Map.of("lasts", "P7D", "adds", .5, "messages", .5),
                        "again",
                        Map.of("lasts", "P30D", "adds", 0, "messages", .5),
                        "countsFor",
                        "P180D",
                        "oneWithin",
                        "PT24H"));
        values.put("operator", Map.of("full", 3, "limit", 5));
        values.put(
                "work",
                Map.of(
                        "lease",
                        "PT15M",
                        "value",
                        Map.of("REPLY", Map.of("points", 100), "OTHER", Map.of("points", 20)),
                        "perOrder",
                        10,
                        "ordersCounted",
                        5));
        return values;
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "29, 5", "30, 10", "89, 10", "90, 20", "4000, 20", "-3, 5"})
    void anAccountAddsMoreAsItGrowsOlder(int days, int adds) {
        var pace = CARE.pace(AccountRecord.openedOn(TODAY.minusDays(days)), NOON, SHANGHAI);

        assertThat(pace).isEqualTo(new Pace(Pace.Health.HEALTHY, adds, 200, null));
    }

    @Test
    void aWarningThatIsReportedAgainIsNoSecondOne() {
        var reported = GROWN.warned(NOON.minus(Duration.ofHours(20)))
                .warned(NOON.minus(Duration.ofHours(1)))
                .warned(NOON);
        Instant first = NOON.minus(Duration.ofHours(20));

        assertThat(CARE.pace(reported, NOON, SHANGHAI))
                .isEqualTo(new Pace(Pace.Health.COOLING, 10, 100, first.plus(Duration.ofDays(7))));
        assertThat(CARE.pace(
                                reported.warned(first.plus(Duration.ofHours(25))),
                                first.plus(Duration.ofHours(25)),
                                SHANGHAI)
                        .health())
                .isEqualTo(Pace.Health.RESTING);
    }

    @Test
    void ageCountsInThePlatformsDays() {
        var opened = AccountRecord.openedOn(TODAY.minusDays(30));

        assertThat(CARE.pace(opened, Instant.parse("2026-05-31T15:59:59Z"), SHANGHAI)
                        .adds())
                .isEqualTo(5);
        assertThat(CARE.pace(opened, Instant.parse("2026-05-31T16:00:00Z"), SHANGHAI)
                        .adds())
                .isEqualTo(10);
    }

    @Test
    void aWarningHalvesThePaceForSevenDays() {
        var warned = GROWN.warned(NOON.minus(Duration.ofDays(3)));

        assertThat(CARE.pace(warned, NOON, SHANGHAI))
                .isEqualTo(new Pace(Pace.Health.COOLING, 10, 100, NOON.plus(Duration.ofDays(4))));
        assertThat(CARE.pace(warned, NOON.plus(Duration.ofDays(4)), SHANGHAI).health())
                .isEqualTo(Pace.Health.HEALTHY);
    }

    @Test
    void aSecondWarningStopsAddsForThirtyDays() {
        var warned = GROWN.warned(NOON.minus(Duration.ofDays(60))).warned(NOON);

        assertThat(CARE.pace(warned, NOON, SHANGHAI))
                .isEqualTo(new Pace(Pace.Health.RESTING, 0, 100, NOON.plus(Duration.ofDays(30))));
    }

    @Test
    void anOldWarningIsForgotten() {
        var warned = GROWN.warned(NOON.minus(Duration.ofDays(180))).warned(NOON);

        assertThat(CARE.pace(warned, NOON, SHANGHAI).health()).isEqualTo(Pace.Health.COOLING);
    }

    @Test
    void aWarningToComeChangesNothingYet() {
        assertThat(CARE.pace(GROWN.warned(NOON.plusSeconds(1)), NOON, SHANGHAI).health())
                .isEqualTo(Pace.Health.HEALTHY);
    }

    @Test
    void aBannedAccountDoesNothing() {
        var banned = GROWN.banned(NOON).banned(NOON.plusSeconds(9));

        assertThat(banned.bannedAt()).isEqualTo(NOON);
        assertThat(CARE.pace(banned, NOON, SHANGHAI)).isEqualTo(new Pace(Pace.Health.BANNED, 0, 0, null));
        assertThat(CARE.pace(banned, NOON.minusSeconds(1), SHANGHAI).health()).isEqualTo(Pace.Health.HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void oneMoreWarningNeverAllowsMore(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            var known = AccountRecord.openedOn(TODAY.minusDays(random.nextInt(200)));
            for (int k = random.nextInt(4); k > 0; k--) {
                known = known.warned(NOON.minus(Duration.ofHours(random.nextInt(24 * 200))));
            }
            var warned = known.warned(NOON.minus(Duration.ofHours(random.nextInt(24 * 200))));
            var before = CARE.pace(known, NOON, SHANGHAI);
            var after = CARE.pace(warned, NOON, SHANGHAI);
            assertThat(after.adds()).isLessThanOrEqualTo(before.adds());
            assertThat(after.messages()).isLessThanOrEqualTo(before.messages());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, COMFORTABLE", "2, COMFORTABLE", "3, FULL", "5, FULL", "6, OVER_COMFORT", "20, OVER_COMFORT"})
    void anOperatorIsFullAtThreeAndOverAtSix(int accounts, Strain strain) {
        assertThat(CARE.operator().strain(accounts)).isEqualTo(strain);
    }

    @Test
    void picturesArriveInTheFirstTwoBatches() {
        assertThat(CARE.messages().pictureArrives(2)).isTrue();
        assertThat(CARE.messages().pictureArrives(3)).isFalse();
    }

    @Test
    void aTaskIsWorthItsKindAndTheCustomersOrders() {
        assertThat(CARE.work().worth("REPLY", 2)).isEqualTo(120);
        assertThat(CARE.work().worth("CALL", 99)).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ages/new/fromDays|1|/ages",
                "ages/young/fromDays|0|/ages",
                "ages/grown/addsPerDay|1|/ages",
                "ages/new/addsPerDay|-1|/ages/new/addsPerDay",
                "messages/perDay|0|/messages/perDay",
                "coolDown/first/adds|1.5|/coolDown/first/adds",
                "coolDown/again/adds|0.9|/coolDown/again",
                "coolDown/countsFor|P7D|/coolDown/countsFor",
                "operator/full|6|/operator/limit",
                "work/lease|PT1S|/work/lease",
            })
    void refusesNumbersThatMakeNoSense(String place, String value, String pointer) {
        Object written = value.startsWith("P") ? value : (Object) new java.math.BigDecimal(value);
        Object over = written;
        for (String key : List.of(place.split("/")).reversed()) {
            over = Map.of(key, over);
        }
        @SuppressWarnings("unchecked")
        var merged = PolicyTree.merge(values(), (Map<String, Object>) over);

        assertThat(PolicyReader.read(merged, AccountCare::from))
                .isInstanceOfSatisfying(
                        PolicyReading.Rejected.class,
                        rejected -> assertThat(((PolicyReading.Rejected<?>) rejected).problems())
                                .extracting(PolicyProblem::pointer)
                                .contains(pointer));
    }
}
