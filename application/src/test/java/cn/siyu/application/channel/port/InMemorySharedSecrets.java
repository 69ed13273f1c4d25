package cn.siyu.application.channel.port;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shared secrets in memory, for as many "nodes" as a test likes.
public final class InMemorySharedSecrets implements SharedSecrets {
    private record Row(
            long lease,
            @Nullable Instant leasedUntil,
            @Nullable Kept kept,
            Instant expiresAt) {}

    private final Map<String, Row> rows = new HashMap<>();

    @Override
    public synchronized Optional<Kept> read(String name, Instant now) {
        var row = rows.get(name);
        return row == null || !row.expiresAt().isAfter(now) ? Optional.empty() : Optional.ofNullable(row.kept());
    }

    @Override
    public synchronized Optional<Lease> lease(String name, Instant now, Duration time) {
        var row = rows.getOrDefault(name, new Row(0, null, null, now));
        if (row.leasedUntil() != null && row.leasedUntil().isAfter(now)) {
            return Optional.empty();
        }
        var number = row.lease() + 1;
        rows.put(name, new Row(number, now.plus(time), row.kept(), row.expiresAt()));
        return Optional.of(new Lease(name, number));
    }

    @Override
    public synchronized boolean keep(Lease lease, String sealed, Instant expiresAt) {
        if (!holds(lease)) {
            return false;
        }
        rows.put(lease.name(), new Row(lease.number(), null, new Kept(sealed, lease.number()), expiresAt));
        return true;
    }

    @Override
    public synchronized void release(Lease lease) {
        var row = rows.get(lease.name());
        if (row != null && holds(lease)) {
            rows.put(lease.name(), new Row(row.lease(), null, row.kept(), row.expiresAt()));
        }
    }

    private boolean holds(Lease lease) {
        var row = rows.get(lease.name());
        return row != null && row.lease() == lease.number() && row.leasedUntil() != null;
    }

    /// Everything that is kept, as a thief of the database would see it.
    public synchronized String seenFromOutside() {
        var seen = new StringBuilder();
        rows.forEach((name, row) -> seen.append(name)
                .append(' ')
                .append(row.kept())
                .append(row.kept() == null ? "" : row.kept().sealed()));
        return seen.toString();
    }
}
