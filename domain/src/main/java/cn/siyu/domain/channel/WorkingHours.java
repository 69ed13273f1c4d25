package cn.siyu.domain.channel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/// When an account takes new customers (工作时间), in local time.
///
/// @param from the first moment of a working day
/// @param until the first moment after it; before `from` means over midnight, equal to it means
///     around the clock
/// @param days on which days; a span over midnight belongs to the day it begins on
public record WorkingHours(LocalTime from, LocalTime until, Set<DayOfWeek> days) {
    /// Day and night, all week.
    public static final WorkingHours ALWAYS =
            new WorkingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class));

    public WorkingHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("at least one working day");
        }
    }

    /// Whether it is working time at a moment.
    public boolean includes(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        var time = local.toLocalTime();
        var today = local.getDayOfWeek();
        if (from.equals(until)) {
            return days.contains(today);
        }
        if (from.isBefore(until)) {
            return days.contains(today) && !time.isBefore(from) && time.isBefore(until);
        }
        return !time.isBefore(from) ? days.contains(today) : time.isBefore(until) && days.contains(today.minus(1));
    }
}
