package cn.siyu.adapter.wecom.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Sends each request once and says which of three things happened: [HttpOutcome].
///
/// Connections are kept for the next call. Before one is used again it is looked at without
/// writing, because a request that runs into a connection closed long ago could not be told from
/// one that was carried out. Blocking; meant for virtual threads. One watchdog thread closes what
/// exceeds its deadline, whatever it is blocked in.
public final class HttpOnce implements AutoCloseable {
    private static final int MAX_IDLE_PER_ORIGIN = 64;

    private final HttpLimits limits;
    private final SSLContext tls;
    private final Map<Origin, Deque<HttpConnection>> idle = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor watchdog;

    public HttpOnce(HttpLimits limits, SSLContext tls) {
        this.limits = limits;
        this.tls = tls;
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("wecom-deadlines").factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /// Never throws for anything the network or the far side does.
    public HttpOutcome send(HttpCall call) {
        var started = System.nanoTime();
        HttpConnection connection;
        Deadline deadline;
        try {
            connection = connection(call.origin());
            var whole = limits.total().plus(limits.forContent(call.contentBytes()));
            deadline = watch(connection.channel(), whole.minusNanos(System.nanoTime() - started));
        } catch (IOException e) {
            return new HttpOutcome.NotWritten(describe(e));
        }
        return exchange(call, connection, deadline);
    }

    private HttpOutcome exchange(HttpCall call, HttpConnection connection, Deadline deadline) {
        var reusable = false;
        try {
            connection.out().write(call.bytes());
            connection.out().flush();
            var read = new HttpAnswerReader(connection.in(), limits.answerBytes()).read();
            reusable = read.keepsOpen() && connection.in().available() == 0;
            return new HttpOutcome.Answered(read.status(), read.body());
        } catch (IOException e) {
            return new HttpOutcome.Lost(deadline.passed() ? "no answer within the deadline" : describe(e));
        } finally {
            if (deadline.kept() && reusable) {
                keep(call.origin(), connection);
            } else {
                connection.close();
            }
        }
    }

    private HttpConnection connection(Origin origin) throws IOException {
        var kept = takeIdle(origin);
        if (kept != null) {
            return kept;
        }
        var addresses = InetAddress.getAllByName(origin.resolvableHost());
        var left = limits.connect();
        for (var i = 0; i < addresses.length - 1; i++) {
            var started = System.nanoTime();
            try {
                return open(origin, addresses[i], left);
            } catch (IOException _) {
                left = left.minusNanos(System.nanoTime() - started); // nothing written: the next address may answer
            }
        }
        return open(origin, addresses[addresses.length - 1], left);
    }

    private HttpConnection open(Origin origin, InetAddress address, Duration atMost) throws IOException {
        var channel = SocketChannel.open();
        var deadline = watch(channel, atMost);
        try {
            channel.connect(new InetSocketAddress(address, origin.port()));
            var connection = HttpConnection.over(channel, origin, tls);
            if (deadline.kept()) {
                return connection;
            }
            throw new SocketTimeoutException("no connection within the deadline");
        } catch (IOException e) {
            channel.close();
            throw deadline.kept() ? e : new SocketTimeoutException("no connection within the deadline");
        }
    }

    private Deadline watch(SocketChannel channel, Duration atMost) throws IOException {
        try {
            return new Deadline(watchdog, channel, atMost);
        } catch (RejectedExecutionException e) {
            channel.close();
            throw new IOException("the client is closed", e);
        }
    }

    private @Nullable HttpConnection takeIdle(Origin origin) {
        var kept = idle.get(origin);
        if (kept == null) {
            return null;
        }
        for (var next = kept.pollFirst(); next != null; next = kept.pollFirst()) {
            if (next.usableAfter(limits.idle())) {
                return next;
            }
            next.close();
        }
        return null;
    }

    private void keep(Origin origin, HttpConnection connection) {
        var kept = idle.computeIfAbsent(origin, _ -> new ConcurrentLinkedDeque<>());
        if (watchdog.isShutdown() || kept.size() >= MAX_IDLE_PER_ORIGIN) {
            connection.close();
            return;
        }
        connection.rest();
        kept.addFirst(connection);
    }

    /// The message of a network error, without the address's details that some carry.
    private static String describe(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        idle.values().forEach(kept -> {
            for (var next = kept.pollFirst(); next != null; next = kept.pollFirst()) {
                next.close();
            }
        });
    }
}
