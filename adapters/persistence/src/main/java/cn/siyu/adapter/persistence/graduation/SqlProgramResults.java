package cn.siyu.adapter.persistence.graduation;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.graduation.port.ProgramResults;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.Difference;
import cn.siyu.domain.graduation.Difference.Finding;
import cn.siyu.domain.graduation.Difference.Reading;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A result is one row, and one more for each difference.
@Singleton
final class SqlProgramResults implements ProgramResults {
    private enum Measure {
        SOCIAL,
        BOUGHT,
        SPENT
    }

    private final Sql sql;

    SqlProgramResults(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(BrandId brand, ProgramId program, ProgramResult result) {
        var tally = result.tally();
        sql.update(
                """
                INSERT INTO graduation_result (brand, program, reading, read_at, chosen, invited, delivered, accepted,
                  expired, refused, held_out, treated, control, merged, policy_edition)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                program.value(),
                result.reading(),
                result.readAt(),
                tally.chosen(),
                tally.invited(),
                tally.delivered(),
                tally.accepted(),
                tally.expired(),
                tally.refused(),
                tally.heldOut(),
                result.treated(),
                result.control(),
                result.merged(),
                result.policyEdition());
        sql.batch(
                """
                INSERT INTO graduation_difference (brand, program, measure, treated, control, difference, low, high,
                  finding)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                List.of(
                        row(brand, program, Measure.SOCIAL, result.social()),
                        row(brand, program, Measure.BOUGHT, result.bought()),
                        row(brand, program, Measure.SPENT, result.spentMinor())));
    }

    private static @Nullable Object[] row(BrandId brand, ProgramId program, Measure measure, Difference one) {
        return new @Nullable Object[] {
            brand,
            program.value(),
            measure,
            one.treated(),
            one.control(),
            one.difference(),
            one.low(),
            one.high(),
            one.finding()
        };
    }

    private record Measured(Measure measure, Difference difference) {}

    @Override
    public Optional<ProgramResult> of(BrandId brand, ProgramId program) {
        Map<Measure, Difference> differences = new EnumMap<>(Measure.class);
        sql.list(
                        "SELECT measure, treated, control, difference, low, high, finding FROM graduation_difference"
                                + " WHERE brand = ? AND program = ?",
                        SqlProgramResults::measured,
                        brand,
                        program.value())
                .forEach(each -> differences.put(each.measure(), each.difference()));
        return sql.first("""
                SELECT reading, read_at, chosen, invited, delivered, accepted, expired, refused, held_out, treated,
                  control, merged, policy_edition FROM graduation_result WHERE brand = ? AND program = ?""", row -> result(row, differences), brand, program.value());
    }

    private static Measured measured(Row row) throws SQLException {
        return new Measured(
                row.constant("measure", Measure.class),
                new Difference(
                        row.real("treated"),
                        row.real("control"),
                        row.realOrNull("difference"),
                        row.realOrNull("low"),
                        row.realOrNull("high"),
                        row.constant("finding", Finding.class)));
    }

    private static ProgramResult result(Row row, Map<Measure, Difference> differences) throws SQLException {
        return new ProgramResult(
                row.constant("reading", Reading.class),
                row.instant("read_at"),
                new ProgramResult.Tally(
                        row.number("chosen"),
                        row.number("invited"),
                        row.number("delivered"),
                        row.number("accepted"),
                        row.number("expired"),
                        row.number("refused"),
                        row.number("held_out")),
                row.integer("treated"),
                row.integer("control"),
                row.number("merged"),
                Objects.requireNonNull(differences.get(Measure.SOCIAL)),
                Objects.requireNonNull(differences.get(Measure.BOUGHT)),
                Objects.requireNonNull(differences.get(Measure.SPENT)),
                row.text("policy_edition"));
    }
}
