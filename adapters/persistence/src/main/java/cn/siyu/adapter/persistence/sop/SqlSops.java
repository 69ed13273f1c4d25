package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlSops implements Sops {
    private static final String SELECT = """
            SELECT id, public_id, name, state, active_version, look_at, look_after, version, created_at, updated_at
            FROM sop
            """;

    private final Sql sql;

    SqlSops(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, Sop sop) {
        sql.update(
                """
                INSERT INTO sop (brand, id, public_id, name, state, active_version, look_at, look_after, version,
                  created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)""",
                brand,
                sop.id().value(),
                sop.publicId(),
                sop.name(),
                sop.state(),
                active(sop),
                sop.lookAt(),
                sop.version(),
                sop.createdAt(),
                sop.updatedAt());
    }

    private static @Nullable Long active(Sop sop) {
        var active = sop.activeVersion();
        return active == null ? null : active.value();
    }

    @Override
    public Optional<Sop> find(BrandId brand, SopId id) {
        return sql.first(SELECT + "WHERE brand = ? AND id = ?", SqlSops::sop, brand, id.value());
    }

    @Override
    public List<Sop> findAll(BrandId brand, Collection<SopId> ids) {
        return sql.wanted(
                Wanted.numbers(ids.stream().map(SopId::value).toList()),
                "id",
                SELECT + "%s WHERE brand = ? ORDER BY id",
                SqlSops::sop,
                brand);
    }

    @Override
    public Optional<Sop> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + "WHERE brand = ? AND public_id = ?", SqlSops::sop, brand, id);
    }

    @Override
    public List<Sop> page(BrandId brand, long after, int atMost) {
        return sql.list(
                SELECT + "WHERE brand = ? AND id > ? ORDER BY id FETCH FIRST ? ROWS ONLY",
                SqlSops::sop,
                brand,
                after,
                atMost);
    }

    @Override
    public List<Sop> active(BrandId brand) {
        return sql.list(SELECT + "WHERE brand = ? AND state = 'ACTIVE' ORDER BY id", SqlSops::sop, brand);
    }

    @Override
    public void replace(BrandId brand, Sop sop) {
        int replaced = sql.update(
                """
                UPDATE sop SET name = ?, state = ?, active_version = ?, look_at = ?, look_after = 0, version = ?,
                  updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                sop.name(),
                sop.state(),
                active(sop),
                sop.lookAt(),
                sop.version(),
                sop.updatedAt(),
                brand,
                sop.id().value(),
                sop.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("sop", sop.id().value());
        }
    }

    @Override
    public Set<SopId> lockPaused(BrandId brand, Collection<SopId> ids) {
        return Set.copyOf(sql.list(
                "SELECT id FROM sop WHERE brand = ? AND id = ANY(?) AND state = 'PAUSED' ORDER BY id FOR UPDATE",
                row -> new SopId(row.number("id")),
                brand,
                Numbers.of(ids, SopId::value)));
    }

    @Override
    public Optional<Look> takeLook(BrandId brand, Instant now) {
        return sql.first(SELECT + """
                        WHERE brand = ? AND state = 'ACTIVE' AND look_at <= ? ORDER BY look_at, id
                        FETCH FIRST 1 ROWS ONLY FOR UPDATE""", row -> new Look(sop(row), row.number("look_after")), brand, now);
    }

    @Override
    public Optional<Instant> nextLookAt(BrandId brand) {
        return sql.first(
                "SELECT look_at FROM sop WHERE brand = ? AND state = 'ACTIVE' AND look_at IS NOT NULL ORDER BY look_at",
                row -> row.instant("look_at"),
                brand);
    }

    @Override
    public void keepLook(BrandId brand, SopId id, @Nullable Instant lookAt, long after) {
        sql.update(
                "UPDATE sop SET look_at = ?, look_after = ? WHERE brand = ? AND id = ?",
                lookAt,
                after,
                brand,
                id.value());
    }

    private static Sop sop(Row row) throws SQLException {
        Long active = row.numberOrNull("active_version");
        return new Sop(
                new SopId(row.number("id")),
                row.publicId("public_id"),
                row.text("name"),
                row.constant("state", Sop.State.class),
                active == null ? null : new SopVersionId(active),
                row.instantOrNull("look_at"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
