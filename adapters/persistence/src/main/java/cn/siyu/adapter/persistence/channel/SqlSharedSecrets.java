package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.channel.port.SharedSecrets;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// One row per name; the lease is taken by a guarded update, so only one of many gets it.
@Singleton
final class SqlSharedSecrets implements SharedSecrets {
    private static final TransactionDefinition OWN =
            TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(1);

    private final Sql sql;
    private final TransactionOperations<Connection> transactions;

    SqlSharedSecrets(Sql sql, TransactionOperations<Connection> transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private <T> T inItsOwn(Supplier<T> work) {
        return transactions.execute(OWN, status -> work.get());
    }

    @Override
    public Optional<Kept> read(String name, Instant now) {
        return inItsOwn(() -> sql.first(
                "SELECT sealed, generation FROM shared_secret"
                        + " WHERE name = ? AND expires_at > ? AND sealed IS NOT NULL",
                row -> new Kept(row.text("sealed"), row.number("generation")),
                name,
                now));
    }

    @Override
    public Optional<Lease> lease(String name, Instant now, Duration time) {
        forgetOne(now);
        return inItsOwn(() -> {
            begin(name, now);
            var taken = sql.update("""
                    UPDATE shared_secret SET lease = lease + 1, leased_until = ?
                    WHERE name = ? AND (leased_until IS NULL OR leased_until <= ?)""", now.plus(time), name, now);
            return taken == 0
                    ? Optional.empty()
                    : sql.first(
                            "SELECT lease FROM shared_secret WHERE name = ?",
                            row -> new Lease(name, row.number("lease")),
                            name);
        });
    }

    /// The first number of a name is the time, so that a name that was forgotten does not begin
    /// with old numbers again.
    private void begin(String name, Instant now) {
        sql.update("""
                INSERT INTO shared_secret (name, lease, generation, expires_at) VALUES (?, ?, 0, ?)
                ON CONFLICT DO NOTHING""", name, now.toEpochMilli(), now);
    }

    /// One at a time: two nodes that each delete several rows could wait for each other.
    private void forgetOne(Instant now) {
        inItsOwn(() -> sql.update("""
                DELETE FROM shared_secret WHERE name IN (
                  SELECT name FROM shared_secret WHERE expires_at <= ? AND (leased_until IS NULL OR leased_until <= ?)
                  ORDER BY expires_at, name FETCH FIRST 1 ROWS ONLY)""", now.minus(KEPT_AFTER_EXPIRY), now));
    }

    @Override
    public boolean keep(Lease lease, String sealed, Instant expiresAt) {
        return inItsOwn(() -> sql.update("""
                        UPDATE shared_secret SET sealed = ?, generation = lease, expires_at = ?, leased_until = NULL
                        WHERE name = ? AND lease = ? AND leased_until IS NOT NULL""", sealed, expiresAt, lease.name(), lease.number()) == 1);
    }

    @Override
    public void release(Lease lease) {
        inItsOwn(() -> sql.update(
                "UPDATE shared_secret SET leased_until = NULL WHERE name = ? AND lease = ?",
                lease.name(),
                lease.number()));
    }
}
