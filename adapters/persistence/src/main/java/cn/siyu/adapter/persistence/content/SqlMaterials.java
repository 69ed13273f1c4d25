package cn.siyu.adapter.persistence.content;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.content.port.Materials;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialContent;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.TemplateReader;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A template is stored as it is written and read again with the row.
@Singleton
final class SqlMaterials implements Materials {
    private final Sql sql;

    SqlMaterials(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, Material material) {
        sql.update(
                """
                INSERT INTO material (brand, id, public_id, name, template, attachments, archived_at, version,
                  created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                material.id().value(),
                material.publicId(),
                material.name(),
                material.content().text().source(),
                attachments(material),
                archivedAt(material),
                material.version(),
                material.createdAt(),
                material.updatedAt());
    }

    private static String attachments(Material material) {
        return Json.write(material.content().attachments().stream()
                .map(AttachmentJson::of)
                .toList());
    }

    private static @Nullable Instant archivedAt(Material material) {
        return material.archived() ? material.updatedAt() : null;
    }

    @Override
    public Optional<Material> find(BrandId brand, MaterialId id) {
        return sql.first(
                "SELECT * FROM material WHERE brand = ? AND id = ?", SqlMaterials::material, brand, id.value());
    }

    @Override
    public List<Material> findAll(BrandId brand, Set<MaterialId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<@Nullable Object>(List.of(brand));
        ids.forEach(id -> parameters.add(id.value()));
        return sql.list(
                "SELECT * FROM material WHERE brand = ? AND id IN (%s) ORDER BY id".formatted(Sql.marks(ids.size())),
                SqlMaterials::material,
                parameters.toArray());
    }

    @Override
    public Optional<Material> byPublicId(BrandId brand, PublicId id) {
        return sql.first("SELECT * FROM material WHERE brand = ? AND public_id = ?", SqlMaterials::material, brand, id);
    }

    @Override
    public List<Material> page(BrandId brand, boolean archived, long after, int atMost) {
        return sql.list(
                "SELECT * FROM material WHERE brand = ? AND id > ? AND archived_at IS %s ORDER BY id FETCH FIRST ? ROWS ONLY"
                        .formatted(archived ? "NOT NULL" : "NULL"),
                SqlMaterials::material,
                brand,
                after,
                atMost);
    }

    @Override
    public void replace(BrandId brand, Material material) {
        int replaced = sql.update(
                """
                UPDATE material SET name = ?, template = ?, attachments = ?, archived_at = ?, version = ?,
                  updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                material.name(),
                material.content().text().source(),
                attachments(material),
                archivedAt(material),
                material.version(),
                material.updatedAt(),
                brand,
                material.id().value(),
                material.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("material", material.id().value());
        }
    }

    private static Material material(Row row) throws SQLException {
        var attachments = Arrays.stream(Json.read(row.text("attachments"), AttachmentJson[].class))
                .map(AttachmentJson::attachment)
                .toList();
        return new Material(
                new MaterialId(row.number("id")),
                row.publicId("public_id"),
                row.text("name"),
                new MaterialContent(
                        TemplateReader.read(row.text("template"), "/text").template(), attachments),
                row.instantOrNull("archived_at") != null,
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
