package cn.siyu.adapter.wecom.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets calls of one API of one corp through while there is room, and learns from the platform's
/// complaints.
///
/// 45009: the platform blocks for as long as the exceeded window. The first complaint is taken for
/// the minute's; one that comes right after such a block is the hour's. 45033: half as many calls
/// at once as there were, one more every ten seconds. Nobody waits in here; who has no room is told
/// when to come again.
final class ApiGate {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MORE_AT_ONCE_AFTER = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(200);

    private final Gcra minute;
    private final Gcra hour;
    private Instant blockedUntil = Instant.MIN;
    private int underWay;
    private int atOnce = Integer.MAX_VALUE;
    private Instant narrowedAt = Instant.MIN;

    ApiGate(CallRates rates) {
        this.minute = new Gcra(rates.perMinute(), Math.max(1, rates.perMinute() / 2), MINUTE);
        this.hour = new Gcra(rates.perHour(), Math.max(1, rates.perHour() / 5), HOUR);
    }

    /// Begins a call, which must [#leave]; or says how long there will be no room.
    synchronized Optional<Duration> enter(Instant now) {
        var wait = blockedFor(now);
        wait = longer(wait, minute.until(now));
        wait = longer(wait, hour.until(now));
        if (underWay >= allowedAtOnce(now)) {
            wait = longer(wait, SOON);
        }
        if (!wait.isZero()) {
            return Optional.of(wait);
        }
        minute.take(now);
        hour.take(now);
        underWay++;
        return Optional.empty();
    }

    synchronized void leave() {
        underWay--;
    }

    /// The platform answered 45009; how long it will go on doing so.
    synchronized Duration tooMany(Instant now) {
        if (blockedFor(now).isZero()) { // else: a call that was already under way when the block was learnt
            var again = !blockedUntil.equals(Instant.MIN) && now.isBefore(blockedUntil.plus(MINUTE));
            blockedUntil = now.plus(again ? HOUR : MINUTE);
        }
        return blockedFor(now);
    }

    /// The platform answered 45033.
    synchronized void tooManyAtOnce(Instant now) {
        atOnce = Math.max(1, Math.min(underWay, allowedAtOnce(now)) / 2);
        narrowedAt = now;
    }

    private Duration blockedFor(Instant now) {
        return now.isBefore(blockedUntil) ? Duration.between(now, blockedUntil) : Duration.ZERO;
    }

    private int allowedAtOnce(Instant now) {
        if (atOnce == Integer.MAX_VALUE) {
            return atOnce;
        }
        var more = Duration.between(narrowedAt, now).dividedBy(MORE_AT_ONCE_AFTER);
        return Math.clamp(atOnce + more, 1, Integer.MAX_VALUE);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
