package cn.siyu.adapter.persistence.intake;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.intake.Synchronization;
import cn.siyu.application.intake.Synchronization.Progress;
import cn.siyu.application.intake.SynchronizationPart;
import cn.siyu.application.intake.SynchronizationPart.Count;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlSynchronizations implements Synchronizations {
    private static final int PROBLEM = 1000;
    private static final String SELECT = """
            SELECT id, public_id, channel, connection, kind, state, started_by, unmatched, problem, started_at, finished_at
            FROM synchronization
            """;
    private static final String SELECT_PART = """
            SELECT synchronization, account, state, page_cursor, attempts, due_at, seen, added, changed, ended, problem,
              version
            FROM synchronization_part
            """;

    private final Sql sql;

    SqlSynchronizations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, Synchronization run, Collection<SynchronizationPart> parts) {
        int added = sql.update(
                """
                INSERT INTO synchronization (brand, id, public_id, channel, connection, running_on, kind, state,
                  started_by, unmatched, problem, started_at, finished_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                brand,
                run.id(),
                run.publicId(),
                run.channel(),
                run.connection(),
                run.state() == Synchronization.State.RUNNING ? run.connection() : null,
                run.kind(),
                run.state(),
                run.startedBy(),
                run.unmatched(),
                run.problem(),
                run.startedAt(),
                run.finishedAt());
        if (added == 0) {
            throw new AlreadyExists("synchronization", run.connection());
        }
        sql.batch(
                """
                INSERT INTO synchronization_part (brand, synchronization, account, state, page_cursor, attempts, due_at,
                  seen, added, changed, ended, problem, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                parts.stream()
                        .map(part -> new @Nullable Object[] {
                            brand,
                            part.synchronization(),
                            part.account(),
                            part.state(),
                            part.cursor(),
                            part.attempts(),
                            part.dueAt(),
                            part.count().seen(),
                            part.count().added(),
                            part.count().changed(),
                            part.count().ended(),
                            cut(part.problem()),
                            part.version()
                        })
                        .toList());
    }

    @Override
    public Optional<Synchronization> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + "WHERE brand = ? AND public_id = ?", SqlSynchronizations::run, brand, id);
    }

    @Override
    public Optional<Synchronization> find(BrandId brand, long id) {
        return sql.first(SELECT + "WHERE brand = ? AND id = ?", SqlSynchronizations::run, brand, id);
    }

    @Override
    public List<Synchronization> newest(BrandId brand, long before, int atMost) {
        return sql.list(
                SELECT + "WHERE brand = ? AND id < ? ORDER BY brand DESC, id DESC FETCH FIRST ? ROWS ONLY",
                SqlSynchronizations::run,
                brand,
                before,
                atMost);
    }

    @Override
    public Optional<Synchronization> latest(BrandId brand, String connection) {
        return sql.first(
                SELECT + "WHERE brand = ? AND connection = ? ORDER BY brand DESC, connection DESC, id DESC"
                        + " FETCH FIRST 1 ROWS ONLY",
                SqlSynchronizations::run,
                brand,
                connection);
    }

    @Override
    public Optional<Instant> firstSuccess(BrandId brand, String connection) {
        return sql.first("""
                SELECT started_at FROM synchronization
                WHERE brand = ? AND connection = ? AND state IN ('SUCCEEDED', 'PARTLY_SUCCEEDED')
                ORDER BY brand, connection, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("started_at"), brand, connection);
    }

    private static Synchronization run(Row row) throws SQLException {
        Long unmatched = row.numberOrNull("unmatched");
        return new Synchronization(
                row.number("id"),
                row.publicId("public_id"),
                row.text("channel"),
                row.text("connection"),
                row.constant("kind", Synchronization.Kind.class),
                row.constant("state", Synchronization.State.class),
                row.publicIdOrNull("started_by"),
                unmatched == null ? null : Math.toIntExact(unmatched),
                row.textOrNull("problem"),
                row.instant("started_at"),
                row.instantOrNull("finished_at"));
    }

    @Override
    public Map<Long, Progress> progress(BrandId brand, Collection<Long> ids) {
        var progress = new HashMap<Long, Progress>();
        sql.wanted(
                        Wanted.numbers(ids),
                        "synchronization",
                        """
                        SELECT synchronization, COUNT(*) AS accounts,
                          SUM(CASE WHEN state = 'SUCCEEDED' THEN 1 ELSE 0 END) AS done,
                          SUM(CASE WHEN state = 'FAILED' THEN 1 ELSE 0 END) AS failed,
                          SUM(seen) AS seen, SUM(added) AS added, SUM(changed) AS changed, SUM(ended) AS ended
                        FROM synchronization_part %s WHERE brand = ? GROUP BY synchronization""",
                        row -> Map.entry(
                                row.number("synchronization"),
                                new Progress(
                                        row.integer("accounts"),
                                        row.integer("done"),
                                        row.integer("failed"),
                                        count(row))),
                        brand)
                .forEach(entry -> progress.put(entry.getKey(), entry.getValue()));
        return progress;
    }

    private static Count count(Row row) throws SQLException {
        return new Count(row.number("seen"), row.number("added"), row.number("changed"), row.number("ended"));
    }

    @Override
    public boolean end(BrandId brand, long id, Synchronization.State state, @Nullable String problem, Instant at) {
        int ended = sql.update("""
                UPDATE synchronization SET state = ?, problem = ?, finished_at = ?, running_on = NULL
                WHERE brand = ? AND id = ? AND state = 'RUNNING'""", state, cut(problem), at, brand, id);
        if (ended > 0) {
            sql.update("""
                    UPDATE synchronization_part SET state = 'CANCELLED', due_at = NULL, version = version + 1
                    WHERE brand = ? AND synchronization = ? AND due_at IS NOT NULL""", brand, id);
        }
        return ended > 0;
    }

    @Override
    public void unmatched(BrandId brand, long id, int members) {
        sql.update("UPDATE synchronization SET unmatched = ? WHERE brand = ? AND id = ?", members, brand, id);
    }

    @Override
    public List<SynchronizationPart> due(BrandId brand, Instant now, int atMost) {
        return sql.list(
                SELECT_PART + "WHERE brand = ? AND due_at <= ? ORDER BY brand, due_at, synchronization, account"
                        + " FETCH FIRST ? ROWS ONLY",
                SqlSynchronizations::part,
                brand,
                now,
                atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT due_at FROM synchronization_part WHERE brand = ? AND due_at IS NOT NULL
                ORDER BY brand, due_at, synchronization, account FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
    }

    @Override
    public void replace(BrandId brand, SynchronizationPart part) {
        int replaced = sql.update(
                """
                UPDATE synchronization_part SET state = ?, page_cursor = ?, attempts = ?, due_at = ?, seen = ?,
                  added = ?, changed = ?, ended = ?, problem = ?, version = ?
                WHERE brand = ? AND synchronization = ? AND account = ? AND version = ?""",
                part.state(),
                part.cursor(),
                part.attempts(),
                part.dueAt(),
                part.count().seen(),
                part.count().added(),
                part.count().changed(),
                part.count().ended(),
                cut(part.problem()),
                part.version(),
                brand,
                part.synchronization(),
                part.account(),
                part.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("synchronization part", part.account().value());
        }
    }

    @Override
    public List<SynchronizationPart> parts(BrandId brand, long id, long after, boolean problemsOnly, int atMost) {
        return sql.list(
                SELECT_PART + "WHERE brand = ? AND synchronization = ? AND account > ?"
                        + (problemsOnly
                                ? " AND (state = 'FAILED' OR (due_at IS NOT NULL AND problem IS NOT NULL))"
                                : "")
                        + " ORDER BY brand, synchronization, account FETCH FIRST ? ROWS ONLY",
                SqlSynchronizations::part,
                brand,
                id,
                after,
                atMost);
    }

    @Override
    public Optional<SynchronizationPart> part(BrandId brand, long id, ChannelAccountId account) {
        return sql.first(
                SELECT_PART + "WHERE brand = ? AND synchronization = ? AND account = ?",
                SqlSynchronizations::part,
                brand,
                id,
                account);
    }

    private static SynchronizationPart part(Row row) throws SQLException {
        return new SynchronizationPart(
                row.number("synchronization"),
                new ChannelAccountId(row.number("account")),
                row.constant("state", SynchronizationPart.State.class),
                row.textOrNull("page_cursor"),
                row.integer("attempts"),
                row.instantOrNull("due_at"),
                count(row),
                row.textOrNull("problem"),
                row.integer("version"));
    }

    private static @Nullable String cut(@Nullable String problem) {
        return problem == null || problem.length() <= PROBLEM ? problem : problem.substring(0, PROBLEM);
    }
}
