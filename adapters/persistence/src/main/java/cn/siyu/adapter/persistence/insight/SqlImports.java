package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.insight.ImportKind;
import cn.siyu.application.insight.ImportRun;
import cn.siyu.application.insight.RowMistake;
import cn.siyu.application.insight.port.Imports;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlImports implements Imports {
    private final Sql sql;

    SqlImports(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, ImportRun run) {
        sql.update(
                """
                INSERT INTO import_run (brand, id, public_id, kind, state, rows_read, rows_applied, rows_repeated,
                  rows_failed, created_at, finished_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                run.id(),
                run.publicId(),
                run.kind(),
                run.state(),
                run.read(),
                run.applied(),
                run.repeated(),
                run.failed(),
                run.createdAt(),
                run.finishedAt());
    }

    @Override
    public void replace(BrandId brand, ImportRun run) {
        sql.update(
                """
                UPDATE import_run SET state = ?, rows_read = ?, rows_applied = ?, rows_repeated = ?, rows_failed = ?,
                  finished_at = ?
                WHERE brand = ? AND id = ?""",
                run.state(),
                run.read(),
                run.applied(),
                run.repeated(),
                run.failed(),
                run.finishedAt(),
                brand,
                run.id());
    }

    @Override
    public Optional<ImportRun> byPublicId(BrandId brand, PublicId id) {
        return sql.first(
                """
                SELECT id, public_id, kind, state, rows_read, rows_applied, rows_repeated, rows_failed, created_at,
                  finished_at
                FROM import_run WHERE brand = ? AND public_id = ?""",
                row -> new ImportRun(
                        row.number("id"),
                        row.publicId("public_id"),
                        row.constant("kind", ImportKind.class),
                        row.constant("state", ImportRun.State.class),
                        row.integer("rows_read"),
                        row.integer("rows_applied"),
                        row.integer("rows_repeated"),
                        row.integer("rows_failed"),
                        row.instant("created_at"),
                        row.instantOrNull("finished_at")),
                brand,
                id);
    }

    @Override
    public void add(BrandId brand, long run, List<RowMistake> mistakes) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (RowMistake mistake : mistakes) {
            rows.add(new @Nullable Object[] {
                brand, run, mistake.row(), mistake.column(), mistake.code(), mistake.message(), mistake.original()
            });
        }
        sql.batch("""
                INSERT INTO import_error (brand, import_run, row_no, column_name, code, message, original)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", rows);
    }

    @Override
    public List<RowMistake> mistakes(BrandId brand, long run, int afterRow, int atMostRows) {
        return sql.list(
                """
                SELECT row_no, column_name, code, message, original FROM import_error
                WHERE brand = ? AND import_run = ? AND row_no IN (
                  SELECT row_no FROM import_error WHERE brand = ? AND import_run = ? AND row_no > ?
                  GROUP BY row_no ORDER BY row_no FETCH FIRST ? ROWS ONLY)
                ORDER BY row_no, column_name""",
                row -> new RowMistake(
                        row.integer("row_no"),
                        row.text("column_name"),
                        row.text("code"),
                        row.text("message"),
                        row.text("original")),
                brand,
                run,
                brand,
                run,
                afterRow,
                atMostRows);
    }
}
