package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/// When people are awake: from 8 to 22 o'clock in Shanghai.
final class Hours {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final long STRETCH = Duration.ofHours(2).toSeconds();

    private Hours() {}

    /// A time, or one in the next morning when people are asleep then.
    /// @param spread a number from 0 to 1 that spreads what was put off over the first two hours
    static long awake(long at, double spread) {
        var local = Instant.ofEpochSecond(at).atZone(CorpClock.ZONE);
        var time = local.toLocalTime();
        if (!time.isBefore(MORNING) && time.isBefore(NIGHT)) {
            return at;
        }
        var day = time.isBefore(MORNING)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(MORNING).atZone(CorpClock.ZONE).toEpochSecond() + (long) (spread * STRETCH);
    }
}
