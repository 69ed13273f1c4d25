package cn.siyu.adapter.wecomsimulator.world;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Counts calls by key in fixed windows, and blocks a key for as long as the window that was
/// exceeded (频率限制): a minute for a minute, an hour for an hour, a day for the rest of that day,
/// a month for 30 days. Not kept over a restart.
public final class FrequencyLimits {
    private final Map<String, Count> counts = new HashMap<>();

    /// A window in which calls are counted; days and months are those of Asia/Shanghai.
    public enum Span {
        MINUTE,
        HOUR,
        DAY,
        MONTH;

        private static final int DAYS_BLOCKED = 30;

        /// A number that all moments of one window share.
        private long windowOf(long now) {
            return switch (this) {
                case MINUTE -> now / 60;
                case HOUR -> now / 3600;
                case DAY -> midnightAfter(now);
                case MONTH -> CorpClock.month(now);
            };
        }

        private long blockedUntil(long now) {
            return switch (this) {
                case MINUTE -> now + 60;
                case HOUR -> now + 3600;
                case DAY -> midnightAfter(now);
                case MONTH -> now + DAYS_BLOCKED * 86_400L;
            };
        }

        private static long midnightAfter(long now) {
            return Instant.ofEpochSecond(now)
                    .atZone(CorpClock.ZONE)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(CorpClock.ZONE)
                    .toEpochSecond();
        }
    }

    /// At most `most` calls in a window.
    public record Quota(Span span, int most) {}

    private static final class Count {
        private final Map<Span, Used> used = new EnumMap<>(Span.class);
        private long blockedUntil;
    }

    private static final class Used {
        private long window;
        private int calls;

        int in(long current) {
            calls = window == current ? calls + 1 : 1;
            window = current;
            return calls;
        }
    }

    /// Counts one call.
    /// @return true when it is inside the limits, false when it must be answered by 45009
    public synchronized boolean admit(String key, long now, Collection<Quota> quotas) {
        var count = counts.computeIfAbsent(key, _ -> new Count());
        if (now < count.blockedUntil) {
            return false;
        }
        for (var quota : quotas) {
            var used = count.used.computeIfAbsent(quota.span(), _ -> new Used());
            if (used.in(quota.span().windowOf(now)) > quota.most()) {
                count.blockedUntil = Math.max(count.blockedUntil, quota.span().blockedUntil(now));
            }
        }
        return now >= count.blockedUntil;
    }

    /// Whether a key is blocked now, without counting.
    public synchronized boolean isBlocked(String key, long now) {
        var count = counts.get(key);
        return count != null && now < count.blockedUntil;
    }
}
