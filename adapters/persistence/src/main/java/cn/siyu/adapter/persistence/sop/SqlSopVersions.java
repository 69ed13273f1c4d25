package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.DefinitionReader;
import cn.siyu.domain.sop.DefinitionReader.Read;
import cn.siyu.domain.sop.DefinitionWriter;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopNaming;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Definitions are stored as their tree, in JSON, with inner numbers for what they refer to.
@Singleton
final class SqlSopVersions implements SopVersions {
    private static final String SELECT = """
            SELECT id, public_id, sop, number, definition, published_at, version, created_at, updated_at
            FROM sop_version
            """;

    private final Sql sql;

    SqlSopVersions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, SopVersion version) {
        int added = sql.update(
                """
                INSERT INTO sop_version (brand, id, public_id, sop, number, state, definition, published_at, version,
                  created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                brand,
                version.id().value(),
                version.publicId(),
                version.sop().value(),
                version.number(),
                state(version),
                text(version.definition()),
                version.publishedAt(),
                version.version(),
                version.createdAt(),
                version.updatedAt());
        if (added == 0) {
            throw new AlreadyExists("version", Integer.toString(version.number()));
        }
    }

    private static String state(SopVersion version) {
        return version.published() ? "PUBLISHED" : "DRAFT";
    }

    private static String text(SopDefinition definition) {
        return Json.write(DefinitionWriter.write(definition, SopNaming.NUMBERS));
    }

    @Override
    public List<SopVersion> findAll(BrandId brand, Collection<SopVersionId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.list(
                        SELECT + "WHERE brand = ? AND id = ANY(?) ORDER BY id",
                        SqlSopVersions::version,
                        brand,
                        Numbers.of(ids, SopVersionId::value));
    }

    @Override
    public Optional<SopVersion> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + "WHERE brand = ? AND public_id = ?", SqlSopVersions::version, brand, id);
    }

    @Override
    public List<SopVersion> of(BrandId brand, SopId sop) {
        return sql.list(
                SELECT + "WHERE brand = ? AND sop = ? ORDER BY number DESC",
                SqlSopVersions::version,
                brand,
                sop.value());
    }

    @Override
    public void replace(BrandId brand, SopVersion version) {
        int replaced = sql.update(
                """
                UPDATE sop_version SET state = ?, definition = ?, published_at = ?, version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ? AND state = 'DRAFT'""",
                state(version),
                text(version.definition()),
                version.publishedAt(),
                version.version(),
                version.updatedAt(),
                brand,
                version.id().value(),
                version.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("SOP version", version.id().value());
        }
    }

    private static SopVersion version(Row row) throws SQLException {
        return new SopVersion(
                new SopVersionId(row.number("id")),
                row.publicId("public_id"),
                new SopId(row.number("sop")),
                row.integer("number"),
                definition(row.text("definition")),
                row.instantOrNull("published_at"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private static SopDefinition definition(String text) {
        return switch (DefinitionReader.read(Json.readTree(text), SopNaming.NUMBERS)) {
            case Read.Understood(var definition) -> definition;
            case Read.Refused(var mistakes) ->
                throw new IllegalStateException("a stored definition can't be read: " + mistakes.getFirst());
        };
    }
}
