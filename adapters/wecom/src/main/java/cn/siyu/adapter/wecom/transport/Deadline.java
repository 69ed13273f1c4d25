package cn.siyu.adapter.wecom.transport;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Closes a channel when its time is up; whatever is blocked on the channel then fails.
final class Deadline {
    private final AtomicBoolean passed = new AtomicBoolean();
    private final ScheduledFuture<?> alarm;

    Deadline(ScheduledExecutorService watchdog, SocketChannel channel, Duration atMost) {
        alarm = watchdog.schedule(
                () -> {
                    passed.set(true);
                    channel.close();
                    return channel;
                },
                Math.max(0, atMost.toNanos()),
                TimeUnit.NANOSECONDS);
    }

    /// Ends the watch. True when the time was not up: the channel is then still open.
    boolean kept() {
        return alarm.cancel(false) && !passed.get();
    }

    boolean passed() {
        return passed.get();
    }
}
