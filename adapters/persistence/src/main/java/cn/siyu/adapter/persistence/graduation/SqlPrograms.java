package cn.siyu.adapter.persistence.graduation;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlPrograms implements Programs {
    private static final ExpressionLanguage LANGUAGE = new ExpressionLanguage(CustomerField.catalogue());

    private static final String COLUMNS = "p.id, p.public_id, p.name, p.kind, p.audience, p.holdout, p.accounts,"
            + " p.material, p.sop, p.answer_seconds, p.state, p.look_at, p.started_at, p.ended_at, p.version,"
            + " p.created_at, p.updated_at";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM graduation_program p ";

    private final Sql sql;

    SqlPrograms(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, Program program) {
        var sop = program.sop();
        var audience = program.audience();
        sql.update(
                """
                INSERT INTO graduation_program (brand, id, public_id, name, kind, audience, holdout, accounts, material,
                  sop, answer_seconds, state, look_at, started_at, ended_at, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                program.id().value(),
                program.publicId(),
                program.name(),
                program.kind(),
                audience == null ? null : ExpressionLanguage.text(audience),
                program.holdout().buckets(),
                program.accounts().stream()
                        .map(each -> Long.toString(each.value()))
                        .collect(Collectors.joining(",")),
                program.material(),
                sop == null ? null : sop.value(),
                program.answerWithin().toSeconds(),
                program.state(),
                program.lookAt(),
                program.startedAt(),
                program.endedAt(),
                program.version(),
                program.createdAt(),
                program.updatedAt());
    }

    @Override
    public Optional<Program> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + "WHERE p.brand = ? AND p.public_id = ?", SqlPrograms::read, brand, id);
    }

    @Override
    public List<Program> findAll(BrandId brand, Collection<ProgramId> ids) {
        return sql.wanted(
                Wanted.numbers(ids.stream().map(ProgramId::value).toList()),
                "p.id",
                SELECT + "%s WHERE p.brand = ? ORDER BY p.id",
                SqlPrograms::read,
                brand);
    }

    @Override
    public List<Program> page(BrandId brand, long after, int atMost) {
        return sql.list(
                SELECT + "WHERE p.brand = ? AND p.id > ? ORDER BY p.id FETCH FIRST ? ROWS ONLY",
                SqlPrograms::read,
                brand,
                after,
                atMost);
    }

    @Override
    public void replace(BrandId brand, Program program) {
        int replaced = sql.update(
                """
                UPDATE graduation_program SET name = ?, state = ?, look_at = ?, started_at = ?, ended_at = ?,
                  version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                program.name(),
                program.state(),
                program.lookAt(),
                program.startedAt(),
                program.endedAt(),
                program.version(),
                program.updatedAt(),
                brand,
                program.id().value(),
                program.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("graduation program", program.id().value());
        }
    }

    @Override
    public Optional<Program> takeLook(BrandId brand, Instant now) {
        return sql.first(SELECT + """
                        WHERE p.brand = ? AND p.state = 'ACTIVE' AND p.look_at <= ? ORDER BY p.look_at, p.id
                        FETCH FIRST 1 ROWS ONLY FOR UPDATE""", SqlPrograms::read, brand, now);
    }

    @Override
    public Optional<Instant> nextLookAt(BrandId brand) {
        return sql.first(
                "SELECT look_at FROM graduation_program WHERE brand = ? AND state = 'ACTIVE' AND look_at IS NOT NULL"
                        + " ORDER BY look_at FETCH FIRST 1 ROWS ONLY",
                row -> row.instant("look_at"),
                brand);
    }

    @Override
    public void keepLook(BrandId brand, ProgramId id, Instant lookAt) {
        sql.update("UPDATE graduation_program SET look_at = ? WHERE brand = ? AND id = ?", lookAt, brand, id.value());
    }

    private static Program read(Row row) throws SQLException {
        Long sop = row.numberOrNull("sop");
        return new Program(
                new ProgramId(row.number("id")),
                row.publicId("public_id"),
                row.text("name"),
                row.constant("kind", Program.Kind.class),
                expression(row.textOrNull("audience")),
                new Holdout(row.integer("holdout")),
                Arrays.stream(row.text("accounts").split(",", -1))
                        .map(each -> new ChannelAccountId(Long.parseLong(each)))
                        .toList(),
                row.number("material"),
                sop == null ? null : new SopId(sop),
                Duration.ofSeconds(row.number("answer_seconds")),
                row.constant("state", Program.State.class),
                row.instantOrNull("look_at"),
                row.instantOrNull("started_at"),
                row.instantOrNull("ended_at"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    /// What was written is always readable: it was printed from an expression.
    private static @Nullable Expression expression(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (LANGUAGE.ofText(text)) {
            case Reading.Understood(var expression) -> expression;
            case Reading.Refused(var errors) ->
                throw new IllegalStateException("a kept audience is not readable: " + errors);
        };
    }
}
