package cn.siyu.application.trust;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The quietest hour of a brand's night, in which what needs doing once a day is done.
final class DailyHour {
    private static final LocalTime HOUR = LocalTime.of(4, 0);

    private DailyHour() {}

    /// The last one, now included.
    static Instant last(Instant now, ZoneId zone) {
        ZonedDateTime today = now.atZone(zone).with(HOUR);
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    /// The first one after a moment.
    static Instant after(Instant time, ZoneId zone) {
        ZonedDateTime today = time.atZone(zone).with(HOUR);
        return (today.toInstant().isAfter(time) ? today : today.plusDays(1)).toInstant();
    }
}
