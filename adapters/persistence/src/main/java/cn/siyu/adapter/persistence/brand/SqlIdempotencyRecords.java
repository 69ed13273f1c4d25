package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.IdempotencyRecords;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One row per name; its primary key lets only one of many begin.
@Singleton
final class SqlIdempotencyRecords implements IdempotencyRecords {
    private static final TransactionDefinition OWN =
            TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

    private final Sql sql;
    private final TransactionOperations<Connection> transactions;

    SqlIdempotencyRecords(Sql sql, TransactionOperations<Connection> transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private record Stored(
            String request,
            Instant renewedAt,
            Instant expiresAt,
            @Nullable Remembered answer) {}

    private <T> T inItsOwn(Supplier<T> work) {
        return transactions.execute(OWN, status -> work.get());
    }

    @Override
    public Claim claim(
            String name, @Nullable BrandId brand, String request, Instant now, Duration lease, Duration keep) {
        return inItsOwn(() -> {
            Optional<Claim> claim = Optional.empty();
            while (claim.isEmpty()) {
                claim = begun(name, brand, request, now, keep)
                        ? Optional.of(new Claim.Begun(now))
                        : found(name).map(stored -> met(name, stored, request, now, lease, keep));
            }
            return claim.get();
        });
    }

    private boolean begun(String name, @Nullable BrandId brand, String request, Instant now, Duration keep) {
        return sql.update("""
                        INSERT INTO idempotency_record (scope_hash, brand, body_hash, state, created_at, renewed_at,
                          expires_at)
                        VALUES (?, ?, ?, 'RUNNING', ?, ?, ?) ON CONFLICT DO NOTHING""", name, brand, request, now, now, now.plus(keep)) == 1;
    }

    private Optional<Stored> found(String name) {
        return sql.first(
                "SELECT * FROM idempotency_record WHERE scope_hash = ? FOR UPDATE",
                SqlIdempotencyRecords::stored,
                name);
    }

    private Claim met(String name, Stored stored, String request, Instant now, Duration lease, Duration keep) {
        if (stored.expiresAt().isAfter(now)) {
            if (!stored.request().equals(request)) {
                return new Claim.OtherRequest();
            }
            if (stored.answer() != null) {
                return new Claim.Answered(stored.answer());
            }
            if (stored.renewedAt().plus(lease).isAfter(now)) {
                return new Claim.Running();
            }
        }
        sql.update("""
                UPDATE idempotency_record SET body_hash = ?, state = 'RUNNING', status = NULL, location = NULL,
                  etag = NULL, answer = NULL, created_at = ?, renewed_at = ?, expires_at = ?
                WHERE scope_hash = ?""", request, now, now, now.plus(keep), name);
        return new Claim.Begun(now);
    }

    @Override
    public void renew(String name, Instant claimedAt, Instant now) {
        owned(sql.update("""
                UPDATE idempotency_record SET renewed_at = ?
                WHERE scope_hash = ? AND state = 'RUNNING' AND created_at = ?""", now, name, claimedAt));
    }

    @Override
    public void finish(String name, Instant claimedAt, Remembered answer) {
        owned(sql.update("""
                UPDATE idempotency_record SET state = 'DONE', status = ?, location = ?, etag = ?, answer = ?
                WHERE scope_hash = ? AND state = 'RUNNING' AND created_at = ?""", answer.status(), answer.location(), answer.etag(), answer.body(), name, claimedAt));
    }

    private static void owned(int rows) {
        if (rows == 0) {
            throw new StaleAggregate("idempotency record", 0);
        }
    }

    @Override
    public void release(String name, Instant claimedAt) {
        inItsOwn(() -> sql.update(
                "DELETE FROM idempotency_record WHERE scope_hash = ? AND state = 'RUNNING' AND created_at = ?",
                name,
                claimedAt));
    }

    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                DELETE FROM idempotency_record WHERE scope_hash IN (
                  SELECT scope_hash FROM idempotency_record WHERE expires_at <= ?
                  ORDER BY expires_at FETCH FIRST ? ROWS ONLY)""", now, most);
    }

    private static Stored stored(Row row) throws SQLException {
        boolean done = row.text("state").equals("DONE");
        return new Stored(
                row.text("body_hash"),
                row.instant("renewed_at"),
                row.instant("expires_at"),
                done
                        ? new Remembered(
                                row.integer("status"),
                                row.textOrNull("location"),
                                row.textOrNull("etag"),
                                row.textOrNull("answer"))
                        : null);
    }
}
