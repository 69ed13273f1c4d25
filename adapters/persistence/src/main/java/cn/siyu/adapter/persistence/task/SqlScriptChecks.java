package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.task.port.ScriptChecks;
import cn.siyu.application.task.port.Tasks.Expiry;
import cn.siyu.domain.brand.BrandId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Everything counts from the number: whoever begins anew makes what others know of it stale.
@Singleton
final class SqlScriptChecks implements ScriptChecks {
    private final Sql sql;

    SqlScriptChecks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Check> find(BrandId brand) {
        return sql.first(
                "SELECT number, since, after_expiry, after_task, finished FROM script_check WHERE brand = ?",
                SqlScriptChecks::read,
                brand);
    }

    private static Check read(Row row) throws SQLException {
        var after = row.instantOrNull("after_expiry");
        return new Check(
                row.integer("number"),
                row.instant("since"),
                after == null ? null : new Expiry(after, row.number("after_task")),
                row.flag("finished"));
    }

    @Override
    public void begin(BrandId brand, Instant since) {
        sql.update("""
                INSERT INTO script_check (brand, number, since, after_expiry, after_task, finished)
                VALUES (?, 0, ?, NULL, 0, FALSE) ON CONFLICT DO NOTHING""", brand, since);
        sql.update("""
                UPDATE script_check SET number = number + 1, since = ?, after_expiry = NULL, after_task = 0, finished = FALSE
                WHERE brand = ?""", since, brand);
    }

    @Override
    public boolean save(BrandId brand, Check before, Check next) {
        var from = before.after();
        var to = next.after();
        return sql.update(
                        """
                        UPDATE script_check SET number = ?, since = ?, after_expiry = ?, after_task = ?, finished = ?
                        WHERE brand = ? AND number = ? AND after_task = ? AND finished = ?""",
                        next.number(),
                        next.since(),
                        to == null ? null : to.at(),
                        to == null ? 0 : to.id(),
                        next.over(),
                        brand,
                        before.number(),
                        from == null ? 0 : from.id(),
                        before.over())
                > 0;
    }
}
