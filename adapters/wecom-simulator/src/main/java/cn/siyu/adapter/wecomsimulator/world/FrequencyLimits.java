package cn.siyu.adapter.wecomsimulator.world;

import java.util.HashMap;
import java.util.Map;

/// Counts calls by key in fixed minutes and hours, and blocks a key for as long as the window that was
/// exceeded (频率限制). Not kept over a restart.
public final class FrequencyLimits {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private final int perMinute;
    private final int perHour;
    private final Map<String, Count> counts = new HashMap<>();

    private static final class Count {
        private long minute;
        private int inMinute;
        private long hour;
        private int inHour;
        private long blockedUntil;
    }

    public FrequencyLimits(int perMinute, int perHour) {
        this.perMinute = perMinute;
        this.perHour = perHour;
    }

    /// Counts one call.
    /// @return true when it is inside the limits, false when it must be answered by 45009
    public synchronized boolean admit(String key, long now) {
        var count = counts.computeIfAbsent(key, _ -> new Count());
        if (now < count.blockedUntil) {
            return false;
        }
        roll(count, now);
        count.inMinute++;
        count.inHour++;
        if (count.inMinute > perMinute) {
            count.blockedUntil = now + MINUTE;
        }
        if (count.inHour > perHour) {
            count.blockedUntil = now + HOUR;
        }
        return now >= count.blockedUntil;
    }

    /// Whether a key is blocked now, without counting.
    public synchronized boolean isBlocked(String key, long now) {
        var count = counts.get(key);
        return count != null && now < count.blockedUntil;
    }

    private static void roll(Count count, long now) {
        if (count.minute != now / MINUTE) {
            count.minute = now / MINUTE;
            count.inMinute = 0;
        }
        if (count.hour != now / HOUR) {
            count.hour = now / HOUR;
            count.inHour = 0;
        }
    }
}
