package cn.siyu.domain.sop;

import java.time.Duration;

/// Durations as people write them: `P3D` rather than `PT72H`.
final class Durations {
    private Durations() {}

    /// ISO 8601 with days of 24 hours.
    static String text(Duration duration) {
        long days = duration.toDays();
        Duration rest = duration.minusDays(days);
        if (days == 0) {
            return duration.toString();
        }
        return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }
}
