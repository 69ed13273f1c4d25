package cn.siyu.application.contact;

import java.time.Duration;

/// How batches are called.
///
/// @param claimAtMost how many batches are intended at once; all of them would have to be
///     reconciled after a crash
/// @param callsAtOnce how many calls run at once for a live brand; a sandbox calls in order
/// @param claimToCall how old an intent may be when its call begins (machine's time); older ones
///     are given back unsent
/// @param callOver how long after its intent a call has certainly ended (machine's time): longer
///     than any time-out
/// @param firstRetry how long to wait after the first call that certainly had no effect, if the
///     channel names no time
/// @param longestRetry waits double up to this
/// @param sameContent how long a batch waits that could not be told from one whose outcome is open
public record DispatchSettings(
        int claimAtMost,
        int callsAtOnce,
        Duration claimToCall,
        Duration callOver,
        Duration firstRetry,
        Duration longestRetry,
        Duration sameContent) {
    /// What is used where nothing else is set.
    public static final DispatchSettings STANDARD = new DispatchSettings(
            32,
            8,
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            Duration.ofMinutes(15));

    public DispatchSettings {
        if (claimAtMost < 1 || callsAtOnce < 1) {
            throw new IllegalArgumentException("batches and calls are 1 or more");
        }
        if (callOver.compareTo(claimToCall) <= 0) {
            throw new IllegalArgumentException("a call must be over after it began");
        }
    }

    /// How long to wait after so many calls that certainly had no effect.
    Duration retryAfter(int attempts) {
        int doublings = Math.min(Math.max(0, attempts - 1), 20);
        Duration wait = firstRetry.multipliedBy(1L << doublings);
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
