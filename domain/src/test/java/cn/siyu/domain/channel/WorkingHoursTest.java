package cn.siyu.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingHours OFFICE = new WorkingHours(
            LocalTime.of(9, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final WorkingHours FRIDAY_NIGHT =
            new WorkingHours(LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of(DayOfWeek.FRIDAY));

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T00:59:59Z, false",
        "2026-03-10T01:00:00Z, true",
        "2026-03-10T09:59:59Z, true",
        "2026-03-10T10:00:00Z, false",
        "2026-03-14T04:00:00Z, false"
    })
    void areOnTheWallClockOfTheAccount(Instant at, boolean working) {
        assertThat(OFFICE.includes(at, SHANGHAI)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-13T13:59:59Z, false",
        "2026-03-13T14:00:00Z, true",
        "2026-03-13T21:59:59Z, true",
        "2026-03-13T22:00:00Z, false",
        "2026-03-12T20:00:00Z, false"
    })
    void overMidnightBelongToTheDayTheyBegin(Instant at, boolean working) {
        assertThat(FRIDAY_NIGHT.includes(at, SHANGHAI)).isEqualTo(working);
    }

    @Test
    void mayBeDayAndNight() {
        assertThat(WorkingHours.ALWAYS.includes(Instant.parse("2026-03-14T20:00:00Z"), SHANGHAI))
                .isTrue();
    }
}
