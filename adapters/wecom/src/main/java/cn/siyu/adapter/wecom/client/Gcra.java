package cn.siyu.adapter.wecom.client;

import java.time.Duration;
import java.time.Instant;

/// The generic cell rate algorithm: at most `limit` calls in any window, some of them at once, the
/// rest evenly spread. One instant is all it remembers. Not thread-safe.
///
/// A part of the limit is kept for bursts and only the rest refills, so that no window of the
/// platform's, wherever it begins, ever sees more than the limit: burst + window / interval =
/// limit.
final class Gcra {
    private final long interval;
    private final long tolerance;
    private Instant theoreticalArrival = Instant.MIN;

    /// Room for `limit` calls in any window.
    ///
    /// @param burst how many of them may come at the same moment, 1 … limit
    Gcra(int limit, int burst, Duration window) {
        var refilled = Math.max(1, limit - burst);
        this.interval = Math.ceilDiv(window.toNanos(), refilled);
        this.tolerance = interval * (Math.min(burst, limit == 1 ? 1 : limit - 1) - 1);
    }

    /// How long until the next call has room; zero: now.
    Duration until(Instant now) {
        var earliest = theoreticalArrival.isBefore(now) ? now : theoreticalArrival.minusNanos(tolerance);
        return earliest.isAfter(now) ? Duration.between(now, earliest) : Duration.ZERO;
    }

    /// Counts one call.
    void take(Instant now) {
        theoreticalArrival = (theoreticalArrival.isBefore(now) ? now : theoreticalArrival).plusNanos(interval);
    }
}
