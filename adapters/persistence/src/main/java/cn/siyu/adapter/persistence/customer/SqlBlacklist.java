package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.port.Blacklist;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.BlacklistEntry;
import cn.siyu.domain.customer.BlacklistEntry.Subject;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlBlacklist implements Blacklist {
    private static final Additions COVER = new Additions("""
            INSERT INTO blacklist_cover (brand, customer, entry) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""", "customer", "entry");
    private static final String STANDS = "EXISTS (SELECT 1 FROM blacklist_cover v"
            + " JOIN blacklist_entry e ON e.brand = v.brand AND e.id = v.entry AND e.ended_at IS NULL"
            + " WHERE v.brand = ? AND v.customer = ?)";

    private final Sql sql;

    SqlBlacklist(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, BlacklistEntry entry) {
        var person = entry.subject() instanceof Subject.Person(var customer) ? customer : null;
        var identity = entry.subject() instanceof Subject.Bearer(var key) ? key : null;
        sql.update(
                """
                INSERT INTO blacklist_entry (brand, id, public_id, customer, id_type, id_scope, id_value, reason, note,
                  put_by, since_at, until_at, due_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                entry.id(),
                entry.publicId(),
                person,
                identity == null ? null : identity.type(),
                identity == null ? null : identity.scope(),
                identity == null ? null : identity.value(),
                entry.reason(),
                entry.note(),
                entry.by(),
                entry.since(),
                entry.until(),
                entry.until(),
                entry.version());
    }

    @Override
    public void cover(BrandId brand, Map<Long, Set<CustomerId>> births) {
        var rows = new ArrayList<@Nullable Object[]>();
        births.forEach((entry, all) -> all.forEach(birth -> rows.add(new @Nullable Object[] {brand, birth, entry})));
        sql.add(COVER, rows);
    }

    private record Cover(long entry, CustomerId birth) {}

    @Override
    public void copy(BrandId brand, Map<CustomerId, CustomerId> origins) {
        var entries = new HashMap<CustomerId, Set<Long>>();
        sql.wanted(
                        Wanted.numbers(origins.values()),
                        "v.customer",
                        "SELECT v.entry, v.customer FROM blacklist_cover v %s WHERE v.brand = ?",
                        row -> new Cover(row.number("entry"), new CustomerId(row.number("customer"))),
                        brand)
                .forEach(one -> entries.computeIfAbsent(one.birth(), _ -> new HashSet<>())
                        .add(one.entry()));
        var covers = new HashMap<Long, Set<CustomerId>>();
        origins.forEach((newborn, origin) -> entries.getOrDefault(origin, Set.of())
                .forEach(entry ->
                        covers.computeIfAbsent(entry, _ -> new HashSet<>()).add(newborn)));
        cover(brand, covers);
    }

    @Override
    public Set<CustomerId> settle(BrandId brand, Collection<CustomerId> births, Instant now) {
        var all = new ArrayList<>(new LinkedHashSet<>(births));
        // two changes of the list at once wait for each other and see what the other did
        sql.lock(brand, "customer", "id", all.stream().map(CustomerId::value).toList());
        var marked = new HashSet<CustomerId>();
        int[] on = mark(brand, all, true, now);
        for (int i = 0; i < on.length; i++) {
            if (on[i] > 0) {
                marked.add(all.get(i));
            }
        }
        mark(brand, all, false, now);
        return marked;
    }

    private int[] mark(BrandId brand, List<CustomerId> births, boolean blacklisted, Instant now) {
        return sql.batch(
                "UPDATE customer SET blacklisted = " + (blacklisted ? "TRUE" : "FALSE")
                        + ", version = version + 1, updated_at = ? WHERE brand = ? AND id = ? AND blacklisted = "
                        + (blacklisted ? "FALSE AND " : "TRUE AND NOT ") + STANDS,
                births.stream()
                        .map(birth -> new @Nullable Object[] {now, brand, birth, brand, birth})
                        .toList());
    }

    @Override
    public void replace(BrandId brand, List<BlacklistEntry> entries) {
        boolean[] changed =
                sql.change("""
                UPDATE blacklist_entry SET due_at = ?, ended_how = ?, ended_reason = ?, ended_by = ?, ended_at = ?,
                  version = ?
                WHERE brand = ? AND id = ? AND version = ?""", entries.stream().map(one -> change(brand, one)).toList());
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("blacklist entry", entries.get(i).id());
            }
        }
    }

    private static @Nullable Object[] change(BrandId brand, BlacklistEntry entry) {
        var ended = entry.ended();
        return new @Nullable Object[] {
            ended == null ? entry.until() : null,
            ended == null ? null : ended.how(),
            ended == null ? null : ended.reason(),
            ended == null ? null : ended.by(),
            ended == null ? null : ended.at(),
            entry.version(),
            brand,
            entry.id(),
            entry.version() - 1
        };
    }

    @Override
    public boolean namesIdentities(BrandId brand) {
        return sql.first(
                        "SELECT id FROM blacklist_entry WHERE brand = ? AND id_type > '' AND ended_at IS NULL"
                                + " FETCH FIRST 1 ROWS ONLY",
                        row -> row.number("id"),
                        brand)
                .isPresent();
    }

    private record Family(IdentityType type, String scope) {}

    /// One query per type and scope, which are few: so both databases use the index of the key.
    @Override
    public List<BlacklistEntry> naming(BrandId brand, Collection<IdentityKey> identities) {
        var found = new ArrayList<BlacklistEntry>();
        identities.stream()
                .distinct()
                .collect(Collectors.groupingBy(key -> new Family(key.type(), key.scope())))
                .forEach((family, members) -> found.addAll(sql.wanted(
                        Wanted.texts(members.stream().map(IdentityKey::value).toList()),
                        "e.id_value",
                        "SELECT e.* FROM blacklist_entry e %s WHERE e.brand = ? AND e.id_type = ? AND e.id_scope = ?"
                                + " AND e.ended_at IS NULL",
                        SqlBlacklist::entry,
                        brand,
                        family.type(),
                        family.scope())));
        return found;
    }

    @Override
    public List<BlacklistEntry> covering(BrandId brand, Collection<CustomerId> births) {
        var entries = sql.wanted(
                Wanted.numbers(births),
                "v.customer",
                "SELECT DISTINCT v.entry FROM blacklist_cover v %s WHERE v.brand = ?",
                row -> row.number("entry"),
                brand);
        return sql.wanted(
                Wanted.numbers(entries),
                "e.id",
                "SELECT e.* FROM blacklist_entry e %s WHERE e.brand = ? AND e.ended_at IS NULL ORDER BY e.id",
                SqlBlacklist::entry,
                brand);
    }

    @Override
    public Set<CustomerId> coveredBy(BrandId brand, Collection<Long> entries) {
        return new HashSet<>(sql.wanted(
                Wanted.numbers(entries),
                "v.entry",
                "SELECT DISTINCT v.customer FROM blacklist_cover v %s WHERE v.brand = ?",
                row -> new CustomerId(row.number("customer")),
                brand));
    }

    @Override
    public List<BlacklistEntry> due(BrandId brand, Instant now, int atMost) {
        return sql.list("""
                SELECT e.* FROM blacklist_entry e WHERE e.brand = ? AND e.due_at <= ?
                ORDER BY e.brand, e.due_at, e.id FETCH FIRST ? ROWS ONLY""", SqlBlacklist::entry, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT due_at FROM blacklist_entry WHERE brand = ? AND due_at IS NOT NULL
                ORDER BY brand, due_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
    }

    @Override
    public Optional<View> byPublicId(BrandId brand, Sight sight, PublicId entry) {
        return views(brand, sight, " AND e.public_id = ?", List.of(entry), Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    @Override
    public List<View> page(BrandId brand, Filter filter, long before, int atMost) {
        var where = new StringBuilder();
        var parameters = new ArrayList<Object>();
        if (filter.standing() != null) {
            where.append(filter.standing() ? " AND e.ended_at IS NULL" : " AND e.ended_at IS NOT NULL");
        }
        if (!filter.reasons().isEmpty()) {
            where.append(" AND e.reason IN (")
                    .append(Sql.marks(filter.reasons().size()))
                    .append(')');
            filter.reasons().forEach(one -> parameters.add(one.name()));
        }
        if (filter.customer() != null) {
            where.append(" AND e.id IN (SELECT v.entry FROM customer o JOIN customer b ON b.brand = o.brand"
                    + " AND b.person = o.person JOIN blacklist_cover v ON v.brand = b.brand AND v.customer = b.id"
                    + " WHERE o.public_id = ? AND o.brand = e.brand)");
            parameters.add(filter.customer());
        }
        return views(brand, filter.sight(), where.toString(), parameters, before, atMost);
    }

    private List<View> views(BrandId brand, Sight sight, String where, List<Object> wanted, long before, int atMost) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<Object>(seen.parameters());
        parameters.addAll(List.of(brand, before));
        parameters.addAll(wanted);
        parameters.addAll(seen.parameters());
        parameters.add(atMost);
        String covers = seen.everything()
                ? ""
                : " AND EXISTS (SELECT 1 FROM blacklist_cover s WHERE s.brand = e.brand AND s.entry = e.id"
                        + seen.customer("s.brand", "s.customer") + ")";
        return sql.list(
                """
                SELECT f.*, p.public_id AS customer_public_id, p.nickname
                FROM (SELECT e.*, (SELECT MIN(v.customer) FROM blacklist_cover v
                    WHERE v.brand = e.brand AND v.entry = e.id""" + seen.customer("v.brand", "v.customer") + """
                    ) AS covered
                  FROM blacklist_entry e WHERE e.brand = ? AND e.id < ?""" + where + covers + """
                 ORDER BY e.id DESC FETCH FIRST ? ROWS ONLY) f
                LEFT JOIN customer b ON b.brand = f.brand AND b.id = f.covered
                LEFT JOIN customer p ON p.brand = b.brand AND p.id = b.person
                ORDER BY f.id DESC""",
                row -> new View(entry(row), row.publicIdOrNull("customer_public_id"), row.textOrNull("nickname")),
                parameters.toArray());
    }

    private static BlacklistEntry entry(Row row) throws SQLException {
        var type = row.textOrNull("id_type");
        var endedAt = row.instantOrNull("ended_at");
        return new BlacklistEntry(
                row.number("id"),
                row.publicId("public_id"),
                type == null
                        ? new Subject.Person(new CustomerId(row.number("customer")))
                        : new Subject.Bearer(new IdentityKey(
                                IdentityType.valueOf(type), row.text("id_scope"), row.text("id_value"))),
                row.constant("reason", BlacklistEntry.Reason.class),
                row.textOrNull("note"),
                row.publicIdOrNull("put_by"),
                row.instant("since_at"),
                row.instantOrNull("until_at"),
                endedAt == null
                        ? null
                        : new BlacklistEntry.Ended(
                                row.constant("ended_how", BlacklistEntry.How.class),
                                row.textOrNull("ended_reason"),
                                row.publicIdOrNull("ended_by"),
                                endedAt),
                row.integer("version"));
    }
}
