package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlRelationships implements Relationships {
    private static final String ADDED = "ADDED";

    private final Sql sql;

    SqlRelationships(Sql sql) {
        this.sql = sql;
    }

    /// The row of the identity is the lock of its relationships: two events of one contact are taken in one by one.
    @Override
    public boolean keep(BrandId brand, Link link, RelationshipEvent event) {
        sql.list(
                "SELECT id FROM identity WHERE brand = ? AND id = ? FOR UPDATE",
                row -> row.number("id"),
                brand,
                link.identity());
        return sql.update(
                        """
                        INSERT INTO relationship_event (brand, identity, account, kind, occurred_at, add_way, source)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        brand,
                        link.identity(),
                        link.account(),
                        kind(event),
                        event.at(),
                        event instanceof RelationshipEvent.Added added ? added.addWay() : 0,
                        event instanceof RelationshipEvent.Added added && added.source() != null ? added.source() : "")
                > 0;
    }

    private static String kind(RelationshipEvent event) {
        return switch (event) {
            case RelationshipEvent.Added _ -> ADDED;
            case RelationshipEvent.Ended ended -> ended.by().name();
        };
    }

    @Override
    public List<RelationshipEvent> events(BrandId brand, Link link) {
        return sql.list("""
                SELECT kind, occurred_at, add_way, source FROM relationship_event
                WHERE brand = ? AND identity = ? AND account = ?""", SqlRelationships::event, brand, link.identity(), link.account());
    }

    private static RelationshipEvent event(Row row) throws SQLException {
        var at = row.instant("occurred_at");
        String kind = row.text("kind");
        String source = row.text("source");
        return kind.equals(ADDED)
                ? new RelationshipEvent.Added(at, row.integer("add_way"), source.isEmpty() ? null : source)
                : new RelationshipEvent.Ended(at, Relationship.By.valueOf(kind));
    }

    @Override
    public List<Relationship> on(BrandId brand, Link link) {
        return sql.list(
                RelationshipColumns.SELECT + "WHERE brand = ? AND identity = ? AND account = ? ORDER BY added_at, id",
                RelationshipColumns::read,
                brand,
                link.identity(),
                link.account());
    }

    @Override
    public void add(BrandId brand, Relationship relationship) {
        var ended = relationship.ended();
        sql.update(
                """
                INSERT INTO relationship (brand, id, public_id, customer, account, identity, source, contact_way,
                  add_way, added_at, ended_by, ended_at, remark, description, silenced_times, trust, trust_social,
                  trust_as_of, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?)""",
                brand,
                relationship.id(),
                relationship.publicId(),
                relationship.customer(),
                relationship.account(),
                relationship.identity(),
                relationship.source(),
                relationship.contactWay(),
                relationship.addWay(),
                relationship.addedAt(),
                ended == null ? null : ended.by(),
                ended == null ? null : ended.at(),
                relationship.remark(),
                relationship.description(),
                relationship.createdAt(),
                relationship.version(),
                relationship.createdAt(),
                relationship.updatedAt());
    }

    @Override
    public void replace(BrandId brand, Relationship relationship) {
        var ended = relationship.ended();
        int replaced = sql.update(
                """
                UPDATE relationship SET source = ?, contact_way = ?, add_way = ?, added_at = ?, ended_by = ?,
                  ended_at = ?, remark = ?, description = ?, version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                relationship.source(),
                relationship.contactWay(),
                relationship.addWay(),
                relationship.addedAt(),
                ended == null ? null : ended.by(),
                ended == null ? null : ended.at(),
                relationship.remark(),
                relationship.description(),
                relationship.version(),
                relationship.updatedAt(),
                brand,
                relationship.id(),
                relationship.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("relationship", relationship.id().value());
        }
    }

    @Override
    public Optional<Relationship> find(BrandId brand, RelationshipId id) {
        return sql.first(
                RelationshipColumns.SELECT + "WHERE brand = ? AND id = ?", RelationshipColumns::read, brand, id);
    }

    @Override
    public Optional<Relationship> byPublicId(BrandId brand, PublicId id) {
        return sql.first(
                RelationshipColumns.SELECT + "WHERE brand = ? AND public_id = ?", RelationshipColumns::read, brand, id);
    }

    @Override
    public List<Relationship> of(BrandId brand, Collection<CustomerId> customers) {
        return sql.wanted(
                Wanted.numbers(customers),
                "customer",
                RelationshipColumns.SELECT + "%s WHERE brand = ? ORDER BY id",
                RelationshipColumns::read,
                brand);
    }

    @Override
    public Map<RelationshipId, Silence> silences(BrandId brand, Collection<RelationshipId> ids) {
        var silences = new HashMap<RelationshipId, Silence>();
        sql.wanted(
                        Wanted.numbers(ids),
                        "id",
                        "SELECT id, silenced_times, silenced_until FROM relationship %s WHERE brand = ?",
                        row -> Map.entry(new RelationshipId(row.number("id")), silence(row)),
                        brand)
                .forEach(entry -> silences.put(entry.getKey(), entry.getValue()));
        return silences;
    }

    private static Silence silence(Row row) throws SQLException {
        @Nullable Instant until = row.instantOrNull("silenced_until");
        return new Silence(row.integer("silenced_times"), until);
    }

    @Override
    public void silence(BrandId brand, RelationshipId id, Silence silence) {
        sql.update(
                "UPDATE relationship SET silenced_times = ?, silenced_until = ? WHERE brand = ? AND id = ?",
                silence.times(),
                silence.until(),
                brand,
                id);
    }
}
