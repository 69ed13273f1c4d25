package cn.siyu.domain.audience;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// When an expression is evaluated.
///
/// @param now the brand's clock, cut to the millisecond so that memory and databases compare the
///     same instant
/// @param zone the brand's time zone, in which a date's day begins
public record AsOf(Instant now, ZoneId zone) {
    public AsOf {
        now = now.truncatedTo(ChronoUnit.MILLIS);
    }
}
