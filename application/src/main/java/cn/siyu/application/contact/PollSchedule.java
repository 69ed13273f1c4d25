package cn.siyu.application.contact;

import java.time.Duration;
import java.time.Instant;

/// When the platform is asked what became of a batch: soon at first, then less and less often.
///
/// @param first after it was sent
/// @param growth each wait is so many times the one before
/// @param longest no wait is longer
public record PollSchedule(Duration first, double growth, Duration longest) {
    /// What is used where nothing else is set.
    public static final PollSchedule STANDARD = new PollSchedule(Duration.ofMinutes(15), 2, Duration.ofHours(6));

    public PollSchedule {
        if (!first.isPositive() || !(growth >= 1) || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("polls come after a while, and not more and more often");
        }
    }

    /// The poll after so many; never after the last moment at which staff may confirm.
    Instant next(int polls, Instant now, Instant confirmBy) {
        double millis = first.toMillis() * Math.pow(growth, Math.min(polls, 60));
        Duration wait = millis >= longest.toMillis() ? longest : Duration.ofMillis(Math.round(millis));
        Instant next = now.plus(wait);
        return next.isAfter(confirmBy) && now.isBefore(confirmBy) ? confirmBy : next;
    }
}
