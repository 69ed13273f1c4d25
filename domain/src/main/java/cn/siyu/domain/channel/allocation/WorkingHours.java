package cn.siyu.domain.channel.allocation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/// When an account takes new customers (工作时间), on the wall clock of its zone. Hours over midnight belong to
/// the day on
/// which they begin; equal ends are the whole day.
///
/// @param days the days of the week
public record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {
    public WorkingHours {
        days = Set.copyOf(days);
    }

    /// Day and night.
    public static WorkingHours always(ZoneId zone) {
        return new WorkingHours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
    }

    /// Whether it is working time at a moment.
    public boolean contains(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        DayOfWeek today = local.getDayOfWeek();
        if (from.isBefore(until)) {
            return days.contains(today) && !time.isBefore(from) && time.isBefore(until);
        }
        boolean begunToday = days.contains(today) && !time.isBefore(from);
        boolean begunYesterday = days.contains(today.minus(1)) && time.isBefore(until);
        return begunToday || begunYesterday;
    }
}
