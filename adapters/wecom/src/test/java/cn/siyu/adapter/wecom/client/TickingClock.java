package cn.siyu.adapter.wecom.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that a test moves.
public final class TickingClock implements InstantSource {
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    public void tick(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }
}
