package cn.siyu.adapter.http.answer;

import java.time.Duration;

/// What an `Idempotency-Key` may have; told at `/v1/limits`.
public final class WriteLimits {
    /// Characters of a key.
    public static final int LONGEST_KEY = 255;
    /// How long an answer is remembered.
    public static final Duration KEPT_FOR = Duration.ofDays(7);

    private WriteLimits() {}
}
