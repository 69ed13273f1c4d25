package cn.siyu.adapter.wecom.role;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days as the platform counts them: from midnight in Shanghai.
final class PlatformDays {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private PlatformDays() {}

    static long seconds(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
