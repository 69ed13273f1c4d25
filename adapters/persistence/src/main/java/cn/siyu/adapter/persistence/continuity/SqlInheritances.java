package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlInheritances implements Inheritances {
    private static final int PROBLEM = 1000;
    private static final String SELECT = """
            SELECT id, public_id, from_staff, kind, rule, message, state, started_by, problem, started_at, finished_at,
              version
            FROM inheritance
            """;

    private final Sql sql;

    SqlInheritances(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, Inheritance one, List<Taker> takers) {
        sql.update(
                """
                INSERT INTO inheritance (brand, id, public_id, from_staff, kind, rule, message, state, due_at, started_by,
                  problem, started_at, finished_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                one.id().value(),
                one.publicId(),
                one.from().value(),
                one.kind(),
                one.rule(),
                one.message(),
                one.state(),
                one.state() == Inheritance.State.PREPARING ? one.startedAt() : null,
                one.startedBy(),
                cut(one.problem()),
                one.startedAt(),
                one.finishedAt(),
                one.version());
        var rows = new ArrayList<@Nullable Object[]>();
        for (Taker taker : takers) {
            rows.add(new @Nullable Object[] {
                brand, one.id().value(), taker.account(), rows.size(), taker.weight(), taker.standing()
            });
        }
        sql.batch("""
                INSERT INTO inheritance_taker (brand, inheritance, account, position, weight, standing)
                VALUES (?, ?, ?, ?, ?, ?)""", rows);
    }

    @Override
    public Optional<Inheritance> find(BrandId brand, InheritanceId id) {
        return sql.first(SELECT + "WHERE brand = ? AND id = ?", SqlInheritances::read, brand, id.value());
    }

    @Override
    public Optional<Inheritance> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + "WHERE brand = ? AND public_id = ?", SqlInheritances::read, brand, id);
    }

    @Override
    public List<Inheritance> newest(BrandId brand, Sight sight, long before, int atMost) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<@Nullable Object>(List.of(brand, before));
        parameters.addAll(seen.parameters());
        parameters.add(atMost);
        return sql.list(
                SELECT + "WHERE brand = ? AND id < ?" + seen.workOf("inheritance.brand", "inheritance.from_staff")
                        + " ORDER BY brand DESC, id DESC FETCH FIRST ? ROWS ONLY",
                SqlInheritances::read,
                parameters.toArray());
    }

    @Override
    public void replace(BrandId brand, Inheritance one) {
        int replaced = sql.update(
                """
                UPDATE inheritance SET state = ?, problem = ?, finished_at = ?, version = ?,
                  due_at = CASE WHEN CAST(? AS boolean) THEN due_at ELSE NULL END
                WHERE brand = ? AND id = ? AND version = ?""",
                one.state(),
                cut(one.problem()),
                one.finishedAt(),
                one.version(),
                one.state() == Inheritance.State.PREPARING,
                brand,
                one.id().value(),
                one.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("inheritance", one.id().value());
        }
    }

    @Override
    public void lock(BrandId brand, InheritanceId id) {
        sql.list(
                "SELECT id FROM inheritance WHERE brand = ? AND id = ? FOR UPDATE",
                row -> row.number("id"),
                brand,
                id.value());
    }

    @Override
    public List<Taker> takers(BrandId brand, InheritanceId id) {
        return sql.list(
                """
                SELECT account, weight, standing FROM inheritance_taker WHERE brand = ? AND inheritance = ?
                ORDER BY position""",
                row -> new Taker(
                        new ChannelAccountId(row.number("account")),
                        row.integerOrNull("weight"),
                        row.constant("standing", Standing.class)),
                brand,
                id.value());
    }

    @Override
    public void close(BrandId brand, InheritanceId id, ChannelAccountId taker, Standing why) {
        sql.update(
                "UPDATE inheritance_taker SET standing = ? WHERE brand = ? AND inheritance = ? AND account = ?",
                why,
                brand,
                id.value(),
                taker);
    }

    @Override
    public List<Inheritance> preparing(BrandId brand, Instant now, int atMost) {
        return sql.list(
                SELECT + "WHERE brand = ? AND due_at <= ? ORDER BY brand, due_at, id FETCH FIRST ? ROWS ONLY",
                SqlInheritances::read,
                brand,
                now,
                atMost);
    }

    @Override
    public void putOff(BrandId brand, InheritanceId id, Instant until) {
        sql.update(
                "UPDATE inheritance SET due_at = ? WHERE brand = ? AND id = ? AND state = 'PREPARING'",
                until,
                brand,
                id.value());
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT due_at FROM inheritance WHERE brand = ? AND due_at IS NOT NULL
                ORDER BY brand, due_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
    }

    private static Inheritance read(Row row) throws SQLException {
        return new Inheritance(
                new InheritanceId(row.number("id")),
                row.publicId("public_id"),
                new StaffId(row.number("from_staff")),
                row.constant("kind", Inheritance.Kind.class),
                row.constant("rule", ContactWay.Rule.class),
                row.textOrNull("message"),
                row.constant("state", Inheritance.State.class),
                row.publicId("started_by"),
                row.textOrNull("problem"),
                row.instant("started_at"),
                row.instantOrNull("finished_at"),
                row.integer("version"));
    }

    private static @Nullable String cut(@Nullable String problem) {
        return problem == null || problem.length() <= PROBLEM ? problem : problem.substring(0, PROBLEM);
    }
}
