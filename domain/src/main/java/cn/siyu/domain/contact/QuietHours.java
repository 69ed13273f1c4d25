package cn.siyu.domain.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The hours in which nobody is disturbed (免打扰时段): `[from, to)` on the wall clock of the
/// customer, usually over midnight.
///
/// Where the wall clock jumps, each end is resolved by the zone's rules: a time that comes twice is
/// its first occurrence, a time that doesn't come is shifted forward by the jump. Equal ends mean
/// no quiet hours.
public record QuietHours(LocalTime from, LocalTime to) {
    /// The first moment, from `at` on, that isn't quiet: `at` itself, or the end of the quiet hours
    /// it falls into.
    public Instant nextAllowed(Instant at, ZoneId zone) {
        Instant allowed = at;
        // a second round is needed only where a jump of the clock pushes one night's end into the next one's start
        for (Instant end = endOfQuiet(allowed, zone); end.isAfter(allowed); end = endOfQuiet(allowed, zone)) {
            allowed = end;
        }
        return allowed;
    }

    /// The end of the quiet hours that hold at a moment, or the moment itself if none do.
    private Instant endOfQuiet(Instant at, ZoneId zone) {
        if (from.equals(to)) {
            return at;
        }
        LocalDate today = LocalDate.ofInstant(at, zone);
        for (LocalDate day = today.minusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            Instant begin = day.atTime(from).atZone(zone).toInstant();
            LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
            Instant end = lastDay.atTime(to).atZone(zone).toInstant();
            if (!at.isBefore(begin) && at.isBefore(end)) {
                return end;
            }
        }
        return at;
    }

    @Override
    public String toString() {
        return from + "–" + to;
    }
}
