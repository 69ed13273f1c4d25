package cn.siyu.adapter.persistence.engine;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.engine.ClockAdvance;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@Singleton
final class SqlClockAdvances implements ClockAdvances {
    private final Sql sql;

    SqlClockAdvances(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ClockAdvance advance) {
        sql.update(
                """
                INSERT INTO clock_advance
                  (brand, id, public_id, started_from, target, state, problem, created_at, finished_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                advance.brand(),
                advance.id(),
                advance.publicId(),
                advance.from(),
                advance.target(),
                advance.state(),
                advance.problem(),
                advance.createdAt(),
                advance.finishedAt());
    }

    @Override
    public void replace(ClockAdvance advance) {
        sql.update(
                "UPDATE clock_advance SET state = ?, problem = ?, finished_at = ? WHERE brand = ? AND id = ?",
                advance.state(),
                advance.problem(),
                advance.finishedAt(),
                advance.brand(),
                advance.id());
    }

    @Override
    public Optional<ClockAdvance> find(BrandId brand, PublicId id) {
        return sql.first(
                "SELECT * FROM clock_advance WHERE brand = ? AND public_id = ?", SqlClockAdvances::advance, brand, id);
    }

    @Override
    public List<ClockAdvance> latest(BrandId brand, long before, int atMost) {
        return sql.list(
                "SELECT * FROM clock_advance WHERE brand = ? AND id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                SqlClockAdvances::advance,
                brand,
                before,
                atMost);
    }

    @Override
    public List<ClockAdvance> running() {
        return sql.list("SELECT * FROM clock_advance WHERE state = 'RUNNING' ORDER BY id", SqlClockAdvances::advance);
    }

    private static ClockAdvance advance(Row row) throws SQLException {
        return new ClockAdvance(
                new BrandId(row.integer("brand")),
                row.number("id"),
                row.publicId("public_id"),
                row.instant("started_from"),
                row.instant("target"),
                row.constant("state", ClockAdvance.State.class),
                row.textOrNull("problem"),
                row.instant("created_at"),
                row.instantOrNull("finished_at"));
    }
}
