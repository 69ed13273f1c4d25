package cn.siyu.domain.contact;

import java.time.Duration;

/// The least time between two marketing contacts (触达间隔); it widens while the customer ignores
/// them.
///
/// After i contacts ignored in a row it is `first · growth^max(0, i − 1)`, at most `most`: one
/// ignored contact changes nothing yet, every further one slows the pace.
///
/// @param first while nothing, or one contact, was ignored
/// @param growth 1 or more
/// @param most never wider than this; not below `first`
public record AdaptiveGap(Duration first, double growth, Duration most) {
    public AdaptiveGap {
        if (first.isNegative() || most.compareTo(first) < 0 || !(growth >= 1)) {
            throw new IllegalArgumentException("a gap grows from first to most, was " + first + " to " + most);
        }
    }

    /// The gap after so many ignored contacts in a row, to the millisecond.
    public Duration after(int ignoredStreak) {
        double millis = first.toMillis() * Math.pow(growth, Math.max(0, ignoredStreak - 1));
        return millis >= most.toMillis() ? most : Duration.ofMillis(Math.round(millis));
    }
}
