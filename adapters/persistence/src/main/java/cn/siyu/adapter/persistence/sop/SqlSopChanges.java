package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.sop.port.SopChanges;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

@Singleton
final class SqlSopChanges implements SopChanges {
    private final Sql sql;

    SqlSopChanges(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, SopChange change) {
        sql.update(
                """
                INSERT INTO sop_change (brand, id, public_id, sop, kind, from_state, to_state, version_number, by_key,
                  reason, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                change.id(),
                change.publicId(),
                change.sop().value(),
                change.kind(),
                change.from(),
                change.to(),
                change.versionNumber(),
                change.by().key(),
                change.by().reason(),
                change.at());
    }

    @Override
    public List<SopChange> page(BrandId brand, SopId sop, long before, int atMost) {
        return sql.list("""
                SELECT id, public_id, sop, kind, from_state, to_state, version_number, by_key, reason, changed_at
                FROM sop_change WHERE brand = ? AND sop = ? AND id < ?
                ORDER BY brand, sop, id DESC FETCH FIRST ? ROWS ONLY""", SqlSopChanges::read, brand, sop.value(), before, atMost);
    }

    private static SopChange read(Row row) throws SQLException {
        return new SopChange(
                row.number("id"),
                row.publicId("public_id"),
                new SopId(row.number("sop")),
                row.constant("kind", SopChange.Kind.class),
                row.constant("from_state", Sop.State.class),
                row.constant("to_state", Sop.State.class),
                row.integerOrNull("version_number"),
                new SopChange.By(row.publicIdOrNull("by_key"), row.textOrNull("reason")),
                row.instant("changed_at"));
    }
}
