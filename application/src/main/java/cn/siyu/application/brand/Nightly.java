package cn.siyu.application.brand;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When what is measured once a night is measured (夜间): at three in the brand's zone.
public final class Nightly {
    private static final LocalTime HOUR = LocalTime.of(3, 0);

    private Nightly() {}

    /// The last time it was that hour, now included.
    public static Instant before(Instant now, ZoneId zone) {
        ZonedDateTime today = now.atZone(zone).with(HOUR);
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    /// The next time it is that hour, now excluded.
    public static Instant after(Instant time, ZoneId zone) {
        ZonedDateTime today = time.atZone(zone).with(HOUR);
        return (today.toInstant().isAfter(time) ? today : today.plusDays(1)).toInstant();
    }
}
