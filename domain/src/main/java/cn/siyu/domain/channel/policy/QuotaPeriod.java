package cn.siyu.domain.channel.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/// One period in which a quota counts: a month, week or day of the platform's calendar.
///
/// @param key its stable name, under which the use is kept: `2026-03`, `2026-03-09/P7D`,
///     `2026-03-10`
/// @param first its first day
/// @param next the first day of the following period
public record QuotaPeriod(String key, LocalDate first, LocalDate next) {
    /// A month.
    public static QuotaPeriod month(YearMonth month) {
        return new QuotaPeriod(
                month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /// The week of a day, from its Monday.
    public static QuotaPeriod weekOf(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new QuotaPeriod(monday + "/P7D", monday, monday.plusDays(7));
    }

    /// A day.
    public static QuotaPeriod day(LocalDate day) {
        return new QuotaPeriod(day.toString(), day, day.plusDays(1));
    }
}
