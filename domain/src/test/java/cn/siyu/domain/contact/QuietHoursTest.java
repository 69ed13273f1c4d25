package cn.siyu.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "America/New_York",
            "Europe/London",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Africa/Casablanca",
            "Pacific/Apia");

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai,    2025-06-01T14:30:00Z, 2025-06-02T00:00:00Z",
        "America/New_York, 2025-03-09T06:30:00Z, 2025-03-09T12:00:00Z",
        "America/New_York, 2025-11-02T05:30:00Z, 2025-11-02T13:00:00Z",
        "Europe/London,    2025-07-01T07:30:00Z, 2025-07-01T07:30:00Z",
        "Asia/Shanghai,    2025-06-02T00:00:00Z, 2025-06-02T00:00:00Z",
        "Asia/Shanghai,    2025-06-01T13:59:59Z, 2025-06-01T13:59:59Z",
        "Asia/Shanghai,    2025-06-01T14:00:00Z, 2025-06-02T00:00:00Z"
    })
    void putOffToTheNextMorningOfTheCustomer(String zone, Instant at, Instant allowed) {
        assertThat(NIGHT.nextAllowed(at, ZoneId.of(zone))).isEqualTo(allowed);
    }

    @Test
    void anEndThatComesTwiceIsItsFirstOccurrence() {
        var untilHalfPastOne = new QuietHours(LocalTime.of(22, 0), LocalTime.of(1, 30));
        ZoneId newYork = ZoneId.of("America/New_York");

        assertThat(untilHalfPastOne.nextAllowed(Instant.parse("2025-11-02T05:29:00Z"), newYork))
                .isEqualTo("2025-11-02T05:30:00Z");
        // 01:10 for the second time: the night ended at 01:30 for the first time
        Instant again = Instant.parse("2025-11-02T06:10:00Z");
        assertThat(untilHalfPastOne.nextAllowed(again, newYork)).isEqualTo(again);
    }

    @Test
    void anEndThatNeverComesIsShiftedForward() {
        var untilHalfPastTwo = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(untilHalfPastTwo.nextAllowed(Instant.parse("2025-03-09T06:59:00Z"), ZoneId.of("America/New_York")))
                .isEqualTo("2025-03-09T07:30:00Z");
    }

    @Test
    void hoursInsideOneDayAreQuietOnThatDayOnly() {
        var lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

        assertThat(lunch.nextAllowed(Instant.parse("2025-06-01T05:00:00Z"), ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2025-06-01T06:00:00Z");
        Instant evening = Instant.parse("2025-06-01T15:00:00Z");
        assertThat(lunch.nextAllowed(evening, ZoneId.of("Asia/Shanghai"))).isEqualTo(evening);
    }

    @Test
    void equalEndsAreNoQuietHours() {
        var none = new QuietHours(LocalTime.NOON, LocalTime.NOON);
        Instant at = Instant.parse("2025-06-01T04:00:00Z");

        assertThat(none.nextAllowed(at, ZoneId.of("Asia/Shanghai"))).isEqualTo(at);
    }

    /// FP-2: what is allowed stays allowed, and it is never before what was asked for.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nextAllowedIsIdempotentAndNeverEarlier(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 2_000; i++) {
            var hours = new QuietHours(randomTime(random), randomTime(random));
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Instant at = Instant.parse("2011-01-01T00:00:00Z")
                    .plusSeconds(random.nextLong(Duration.ofDays(365 * 18L).toSeconds()));

            Instant allowed = hours.nextAllowed(at, zone);

            assertThat(allowed).isAfterOrEqualTo(at);
            assertThat(hours.nextAllowed(allowed, zone))
                    .as("%s in %s at %s", hours, zone, at)
                    .isEqualTo(allowed);
        }
    }

    /// FP-1: by the wall clock, a moment that is allowed lies outside the quiet hours (zone without
    /// jumps).
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatIsAllowedLiesOutsideTheQuietHours(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        for (int i = 0; i < 2_000; i++) {
            Instant at = Instant.parse("2025-01-01T00:00:00Z")
                    .plusSeconds(random.nextLong(Duration.ofDays(365).toSeconds()));

            LocalTime allowed = LocalTime.ofInstant(NIGHT.nextAllowed(at, zone), zone);

            assertThat(allowed).isBetween(LocalTime.of(8, 0), LocalTime.of(21, 59, 59, 999_999_999));
        }
    }

    private static LocalTime randomTime(RandomGenerator random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(12) * 5);
    }
}
