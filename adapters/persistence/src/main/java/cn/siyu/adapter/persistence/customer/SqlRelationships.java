package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlRelationships implements Relationships {
    private static final String ADDED = "ADDED";
    private static final String SEEN = "SEEN";
    private static final String KEEP = """
            INSERT INTO relationship_event (brand, identity, account, kind, occurred_at, add_way, source)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String INSERT = """
            INSERT INTO relationship (brand, id, public_id, customer, account, identity, source, contact_way,
              add_way, added_at, ended_by, ended_at, remark, description, silenced_times, trust, trust_social,
              trust_as_of, version, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?)""";
    private static final String REPLACE = """
            UPDATE relationship SET source = ?, contact_way = ?, add_way = ?, added_at = ?, ended_by = ?,
              ended_at = ?, remark = ?, description = ?, version = ?, updated_at = ?
            WHERE brand = ? AND id = ? AND version = ?""";

    private final Sql sql;
    private final People people;

    SqlRelationships(Sql sql, People people) {
        this.sql = sql;
        this.people = people;
    }

    /// The row of the identity is the lock of its relationships: two events of one contact are
    /// taken in one by one.
    @Override
    public boolean keep(BrandId brand, Link link, RelationshipEvent event) {
        sql.list(
                "SELECT id FROM identity WHERE brand = ? AND id = ? FOR UPDATE",
                row -> row.number("id"),
                brand,
                link.identity());
        return sql.update(KEEP, eventRow(brand, link, event)) > 0;
    }

    @Override
    public void forget(BrandId brand, Link link, RelationshipEvent.Ended event) {
        sql.update("""
                DELETE FROM relationship_event
                WHERE brand = ? AND identity = ? AND account = ? AND kind = ? AND occurred_at = ?""", brand, link.identity(), link.account(), kind(event), event.at());
    }

    @Override
    public void lock(BrandId brand, Collection<IdentityId> identities) {
        sql.lock(brand, "identity", "id", identities);
    }

    @Override
    public void keepAll(BrandId brand, Map<Link, RelationshipEvent> events) {
        var rows = new ArrayList<@Nullable Object[]>();
        events.forEach((link, event) -> rows.add(eventRow(brand, link, event)));
        sql.batch(KEEP, rows);
    }

    private static @Nullable Object[] eventRow(BrandId brand, Link link, RelationshipEvent event) {
        int addWay = switch (event) {
            case RelationshipEvent.Added added -> added.addWay();
            case RelationshipEvent.Seen seen -> seen.addWay();
            case RelationshipEvent.Ended _ -> 0;
        };
        @Nullable
        String source = switch (event) {
            case RelationshipEvent.Added added -> added.source();
            case RelationshipEvent.Seen seen -> seen.source();
            case RelationshipEvent.Ended _ -> null;
        };
        return new @Nullable Object[] {
            brand, link.identity(), link.account(), kind(event), event.at(), addWay, source == null ? "" : source
        };
    }

    private static String kind(RelationshipEvent event) {
        return switch (event) {
            case RelationshipEvent.Added _ -> ADDED;
            case RelationshipEvent.Seen _ -> SEEN;
            case RelationshipEvent.Ended ended -> ended.by().name();
        };
    }

    @Override
    public List<RelationshipEvent> events(BrandId brand, Link link) {
        return sql.list("""
                SELECT kind, occurred_at, add_way, source FROM relationship_event
                WHERE brand = ? AND identity = ? AND account = ?""", SqlRelationships::event, brand, link.identity(), link.account());
    }

    @Override
    public Map<Link, List<RelationshipEvent>> eventsOfAll(BrandId brand, Collection<Link> links) {
        return byLink(
                links,
                sql.wanted(
                        Wanted.numbers(links.stream().map(Link::identity).toList()),
                        "identity",
                        "SELECT identity, account, kind, occurred_at, add_way, source FROM relationship_event %s"
                                + " WHERE brand = ?",
                        row -> Map.entry(link(row), event(row)),
                        brand));
    }

    @Override
    public Map<Link, List<Relationship>> onAll(BrandId brand, Collection<Link> links) {
        return byLink(
                links,
                sql.wanted(
                        Wanted.numbers(links.stream().map(Link::identity).toList()),
                        "identity",
                        RelationshipColumns.SELECT + "%s WHERE brand = ? ORDER BY added_at, id",
                        row -> Map.entry(link(row), RelationshipColumns.read(row)),
                        brand));
    }

    private static Link link(Row row) throws SQLException {
        return new Link(new IdentityId(row.number("identity")), new ChannelAccountId(row.number("account")));
    }

    private static <T> Map<Link, List<T>> byLink(Collection<Link> wanted, List<Map.Entry<Link, T>> rows) {
        var links = Set.copyOf(wanted);
        var found = new HashMap<Link, List<T>>();
        for (var row : rows) {
            if (links.contains(row.getKey())) {
                found.computeIfAbsent(row.getKey(), _ -> new ArrayList<>()).add(row.getValue());
            }
        }
        return found;
    }

    @Override
    public List<Live> liveOn(BrandId brand, ChannelAccountId account) {
        return sql.list(
                """
                SELECT r.id, r.created_at, i.type, i.id_scope, i.id_value FROM relationship r
                JOIN identity i ON i.brand = r.brand AND i.id = r.identity
                WHERE r.brand = ? AND r.account = ? AND r.ended_at IS NULL""",
                row -> new Live(
                        new RelationshipId(row.number("id")),
                        new IdentityKey(
                                row.constant("type", IdentityType.class), row.text("id_scope"), row.text("id_value")),
                        row.instant("created_at")),
                brand,
                account);
    }

    @Override
    public List<Relationship> allLiveOn(BrandId brand, ChannelAccountId account) {
        return sql.list(
                RelationshipColumns.SELECT + "WHERE brand = ? AND account = ? AND ended_at IS NULL ORDER BY id",
                RelationshipColumns::read,
                brand,
                account);
    }

    private static RelationshipEvent event(Row row) throws SQLException {
        var at = row.instant("occurred_at");
        String text = row.text("source");
        @Nullable String source = text.isEmpty() ? null : text;
        String kind = row.text("kind");
        return switch (kind) {
            case ADDED -> new RelationshipEvent.Added(at, row.integer("add_way"), source);
            case SEEN -> new RelationshipEvent.Seen(at, row.integer("add_way"), source);
            default -> new RelationshipEvent.Ended(at, Relationship.By.valueOf(kind));
        };
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
        sql.update(INSERT, newRow(brand, relationship));
    }

    @Override
    public void addAll(BrandId brand, Collection<Relationship> relationships) {
        sql.batch(INSERT, relationships.stream().map(one -> newRow(brand, one)).toList());
    }

    private static @Nullable Object[] newRow(BrandId brand, Relationship relationship) {
        var ended = relationship.ended();
        return new @Nullable Object[] {
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
            relationship.updatedAt()
        };
    }

    @Override
    public void replace(BrandId brand, Relationship relationship) {
        replaceAll(brand, List.of(relationship));
    }

    @Override
    public void replaceAll(BrandId brand, Collection<Relationship> relationships) {
        boolean[] replaced = sql.change(
                REPLACE,
                relationships.stream().map(one -> changedRow(brand, one)).toList());
        int at = 0;
        for (Relationship relationship : relationships) {
            if (!replaced[at++]) {
                throw new StaleAggregate("relationship", relationship.id().value());
            }
        }
    }

    private static @Nullable Object[] changedRow(BrandId brand, Relationship relationship) {
        var ended = relationship.ended();
        return new @Nullable Object[] {
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
            relationship.version() - 1
        };
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
                people.withBirths(brand, customers).wanted(),
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
