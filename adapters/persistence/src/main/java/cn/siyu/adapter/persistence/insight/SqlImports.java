package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.insight.ImportColumn;
import cn.siyu.application.insight.ImportKind;
import cn.siyu.application.insight.ImportRun;
import cn.siyu.application.insight.RowFault;
import cn.siyu.application.insight.RowMistake;
import cn.siyu.application.insight.port.Imports;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlImports implements Imports {
    private static final String SELECT = """
            SELECT id, public_id, kind, source, encoding, state, rows_read, rows_applied, rows_repeated, rows_failed,
              created_at, finished_at
            FROM import_run
            """;

    private final Sql sql;

    SqlImports(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, ImportRun run) {
        sql.update(
                """
                INSERT INTO import_run (brand, id, public_id, kind, source, encoding, state, rows_read, rows_applied,
                  rows_repeated, rows_failed, created_at, finished_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                run.id(),
                run.publicId(),
                run.kind(),
                run.source(),
                run.encoding(),
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
    public List<ImportRun> running(BrandId brand) {
        return sql.list(SELECT + "WHERE brand = ? AND state = 'RUNNING' ORDER BY id", SqlImports::run, brand);
    }

    @Override
    public void endIfRunning(BrandId brand, long run, Instant at) {
        sql.update(
                "UPDATE import_run SET state = 'FAILED', finished_at = ? WHERE brand = ? AND id = ? AND state = 'RUNNING'",
                at,
                brand,
                run);
    }

    @Override
    public Optional<ImportRun> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + "WHERE brand = ? AND public_id = ?", SqlImports::run, brand, id);
    }

    @Override
    public List<ImportRun> newest(BrandId brand, long before, int atMost) {
        return sql.list(
                SELECT + "WHERE brand = ? AND id < ? ORDER BY brand DESC, id DESC FETCH FIRST ? ROWS ONLY",
                SqlImports::run,
                brand,
                before,
                atMost);
    }

    private static ImportRun run(Row row) throws SQLException {
        return new ImportRun(
                row.number("id"),
                row.publicId("public_id"),
                row.constant("kind", ImportKind.class),
                row.text("source"),
                row.text("encoding"),
                row.constant("state", ImportRun.State.class),
                row.integer("rows_read"),
                row.integer("rows_applied"),
                row.integer("rows_repeated"),
                row.integer("rows_failed"),
                row.instant("created_at"),
                row.instantOrNull("finished_at"));
    }

    @Override
    public void add(BrandId brand, long run, List<RowMistake> mistakes) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (RowMistake mistake : mistakes) {
            rows.add(new @Nullable Object[] {
                brand, run, mistake.row(), name(mistake.column()), mistake.fault(), mistake.original()
            });
        }
        sql.batch("""
                INSERT INTO import_error (brand, import_run, row_no, column_name, fault, original)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", rows);
    }

    @Override
    public List<RowMistake> mistakes(BrandId brand, long run, int afterRow, int atMostRows) {
        return sql.list(
                """
                SELECT row_no, column_name, fault, original FROM import_error
                WHERE brand = ? AND import_run = ? AND row_no IN (
                  SELECT row_no FROM import_error WHERE brand = ? AND import_run = ? AND row_no > ?
                  GROUP BY row_no ORDER BY row_no FETCH FIRST ? ROWS ONLY)
                ORDER BY row_no, column_name""",
                row -> new RowMistake(
                        row.integer("row_no"),
                        column(row.text("column_name")),
                        row.constant("fault", RowFault.class),
                        row.text("original")),
                brand,
                run,
                brand,
                run,
                afterRow,
                atMostRows);
    }

    private static String name(@Nullable ImportColumn column) {
        return column == null ? "" : column.name();
    }

    private static @Nullable ImportColumn column(String name) {
        return name.isEmpty() ? null : ImportColumn.valueOf(name);
    }
}
