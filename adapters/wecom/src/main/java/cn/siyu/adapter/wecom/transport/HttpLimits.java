package cn.siyu.adapter.wecom.transport;

import java.time.Duration;

/// Bounds of every request.
///
/// @param connect longest time to get one connection, TLS included
/// @param total longest time for everything, connection included; files above 1 MB get more, by
///     their size
/// @param answerBytes largest accepted body of an answer
/// @param idle how long an unused connection may be used again
public record HttpLimits(Duration connect, Duration total, int answerBytes, Duration idle) {
    public static final HttpLimits STANDARD =
            new HttpLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), 4 << 20, Duration.ofSeconds(20));

    private static final int SLOWEST_BYTES_PER_MILLI = 256;
    private static final int IN_NO_TIME = 1 << 20;

    /// What large files get on top of the total time: a file of 10 MB does not fit into the seconds
    /// of a message.
    Duration forContent(int bytes) {
        return bytes <= IN_NO_TIME ? Duration.ZERO : Duration.ofMillis((bytes - IN_NO_TIME) / SLOWEST_BYTES_PER_MILLI);
    }

    public HttpLimits {
        if (connect.isNegative() || connect.isZero() || connect.compareTo(total) > 0) {
            throw new IllegalArgumentException(
                    "the connect time-out must be positive and not above the total deadline");
        }
        if (answerBytes < 1024) {
            throw new IllegalArgumentException("an answer needs at least 1024 bytes");
        }
    }
}
