package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembered answers in memory.
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {
    private final InMemoryStore store;
    private final InMemoryStore.Table<String, Row> table;

    public InMemoryIdempotencyRecords(InMemoryStore store) {
        this.store = store;
        this.table = store.table();
    }

    @Override
    public Claim claim(
            String name, @Nullable BrandId brand, String request, Instant now, Duration lease, Duration keep) {
        return store.inTransaction(() -> {
            Row found = table.rows().get(name);
            if (found != null && found.expiresAt().isAfter(now)) {
                if (!found.request().equals(request)) {
                    return new Claim.OtherRequest();
                }
                if (found.answer() != null) {
                    return new Claim.Answered(found.answer());
                }
                if (found.renewedAt().plus(lease).isAfter(now)) {
                    return new Claim.Running();
                }
            }
            table.rows().put(name, new Row(request, now, now, now.plus(keep), null));
            return new Claim.Begun(now);
        });
    }

    @Override
    public void renew(String name, Instant claimedAt, Instant now) {
        Row found = owned(name, claimedAt);
        table.rows().put(name, new Row(found.request(), claimedAt, now, found.expiresAt(), null));
    }

    @Override
    public void finish(String name, Instant claimedAt, Remembered answer) {
        Row found = owned(name, claimedAt);
        table.rows().put(name, new Row(found.request(), claimedAt, found.renewedAt(), found.expiresAt(), answer));
    }

    private Row owned(String name, Instant claimedAt) {
        Row found = table.rows().get(name);
        if (found == null || found.answer() != null || !found.claimedAt().equals(claimedAt)) {
            throw new StaleAggregate("idempotency record", 0);
        }
        return found;
    }

    @Override
    public void release(String name, Instant claimedAt) {
        store.run(() -> table.rows()
                .computeIfPresent(
                        name,
                        (_, row) -> row.answer() == null && row.claimedAt().equals(claimedAt) ? null : row));
    }

    @Override
    public int forget(Instant now, int most) {
        return store.inTransaction(() -> {
            var old = table.rows().entrySet().stream()
                    .filter(entry -> !entry.getValue().expiresAt().isAfter(now))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(table.rows()::remove);
            return old.size();
        });
    }

    private record Row(
            String request,
            Instant claimedAt,
            Instant renewedAt,
            Instant expiresAt,
            @Nullable Remembered answer) {}
}
