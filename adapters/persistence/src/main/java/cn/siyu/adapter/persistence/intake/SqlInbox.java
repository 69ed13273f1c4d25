package cn.siyu.adapter.persistence.intake;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.intake.port.Inbox;
import cn.siyu.domain.brand.BrandId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlInbox implements Inbox {
    private static final int LONGEST_PROBLEM = 1000;

    private final Sql sql;

    SqlInbox(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(BrandId brand, Event event) {
        return sql.update(
                        """
                        INSERT INTO inbox (id, brand, channel, connection, hash, payload, received_at, state, attempts, due_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?) ON CONFLICT DO NOTHING""",
                        event.id(),
                        brand,
                        event.channel(),
                        event.connection(),
                        event.hash(),
                        event.payload(),
                        event.receivedAt(),
                        event.receivedAt())
                == 1;
    }

    @Override
    public List<Waiting> due(BrandId brand, Instant now, int atMost) {
        return sql.list("""
                SELECT id, channel, connection, hash, payload, received_at, attempts FROM inbox
                WHERE brand = ? AND state = 'WAITING' AND due_at <= ? ORDER BY id FETCH FIRST ? ROWS ONLY""", SqlInbox::waiting, brand, now, atMost);
    }

    private static Waiting waiting(Row row) throws SQLException {
        return new Waiting(
                new Event(
                        row.number("id"),
                        row.text("channel"),
                        row.text("connection"),
                        row.text("hash"),
                        row.text("payload"),
                        row.instant("received_at")),
                row.integer("attempts"));
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT due_at FROM inbox WHERE brand = ? AND state = 'WAITING'
                ORDER BY brand, state, due_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
    }

    @Override
    public void done(BrandId brand, long id) {
        sql.update("UPDATE inbox SET state = 'DONE', problem = NULL WHERE brand = ? AND id = ?", brand, id);
    }

    @Override
    public void postpone(BrandId brand, long id, Instant dueAt, String problem) {
        sql.update(
                "UPDATE inbox SET due_at = ?, attempts = attempts + 1, problem = ? WHERE brand = ? AND id = ?",
                dueAt,
                cut(problem),
                brand,
                id);
    }

    @Override
    public void park(BrandId brand, long id, String problem) {
        sql.update(
                "UPDATE inbox SET state = 'PARKED', problem = ? WHERE brand = ? AND id = ?", cut(problem), brand, id);
    }

    @Override
    public List<Parked> parked(BrandId brand, long before, int atMost) {
        return sql.list(
                """
                SELECT id, channel, connection, hash, payload, received_at, attempts, problem FROM inbox
                WHERE brand = ? AND state = 'PARKED' AND id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY""",
                row -> new Parked(
                        waiting(row).event(),
                        row.integer("attempts"),
                        Objects.requireNonNullElse(row.textOrNull("problem"), "")),
                brand,
                before,
                atMost);
    }

    @Override
    public int retry(BrandId brand, Collection<Long> ids, Instant now) {
        var rows =
                ids.stream().map(id -> new @Nullable Object[] {now, brand, id}).toList();
        return IntStream.of(sql.batch("""
                UPDATE inbox SET state = 'WAITING', attempts = 0, due_at = ?
                WHERE brand = ? AND id = ? AND state = 'PARKED'""", rows)).sum();
    }

    private static String cut(String problem) {
        return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
    }
}
