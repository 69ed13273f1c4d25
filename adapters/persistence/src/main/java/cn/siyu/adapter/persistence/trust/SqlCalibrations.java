package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.trust.CalibrationRun;
import cn.siyu.application.trust.port.Calibrations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlCalibrations implements Calibrations {
    private static final String SELECT = """
            SELECT id, public_id, state, started_by, started_at, finished_at, report, adopted_by, adopted_at,
              adopted_version, adopted_from, version
            FROM trust_calibration WHERE brand = ?""";

    private final Sql sql;

    SqlCalibrations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, CalibrationRun run) {
        sql.update("""
                INSERT INTO trust_calibration (brand, id, public_id, state, started_by, started_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", brand, run.id(), run.publicId(), run.state(), run.startedBy(), run.startedAt(), run.version());
    }

    @Override
    public void replace(BrandId brand, CalibrationRun run) {
        var report = run.report();
        var adoption = run.adoption();
        int changed = sql.update(
                """
                UPDATE trust_calibration SET state = ?, finished_at = ?, report = ?, adopted_by = ?, adopted_at = ?,
                  adopted_version = ?, adopted_from = ?, version = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                run.state(),
                run.finishedAt(),
                report == null ? null : Json.write(StoredReport.of(report)),
                adoption == null ? null : adoption.by(),
                adoption == null ? null : adoption.at(),
                adoption == null ? null : adoption.policyVersion(),
                adoption == null ? null : adoption.validFrom(),
                run.version(),
                brand,
                run.id(),
                run.version() - 1);
        if (changed == 0) {
            throw new StaleAggregate("trust calibration", run.id());
        }
    }

    @Override
    public Optional<CalibrationRun> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + " AND public_id = ?", SqlCalibrations::run, brand, id);
    }

    @Override
    public List<CalibrationRun> page(BrandId brand, long before, int atMost) {
        return sql.list(
                SELECT + " AND id < ? ORDER BY brand, id DESC FETCH FIRST ? ROWS ONLY",
                SqlCalibrations::run,
                brand,
                before,
                atMost);
    }

    @Override
    public Optional<CalibrationRun> waiting(BrandId brand) {
        return sql.first(
                SELECT + " AND state = 'WAITING' ORDER BY id FETCH FIRST 1 ROWS ONLY", SqlCalibrations::run, brand);
    }

    private static CalibrationRun run(Row row) throws SQLException {
        String report = row.textOrNull("report");
        return new CalibrationRun(
                row.number("id"),
                row.publicId("public_id"),
                row.constant("state", CalibrationRun.State.class),
                row.publicId("started_by"),
                row.instant("started_at"),
                row.instantOrNull("finished_at"),
                report == null ? null : Json.read(report, StoredReport.class).report(),
                adoption(row),
                row.integer("version"));
    }

    private static CalibrationRun.@Nullable Adoption adoption(Row row) throws SQLException {
        var by = row.publicIdOrNull("adopted_by");
        return by == null
                ? null
                : new CalibrationRun.Adoption(
                        by, row.instant("adopted_at"), row.integer("adopted_version"), row.date("adopted_from"));
    }
}
