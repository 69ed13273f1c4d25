package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlCustomerPool implements CustomerPool {
    private static final Additions ADD = new Additions("""
            INSERT INTO pool_entry (brand, id, public_id, customer, open_key, reason, since_at, entered_at,
              former_staff, former_department, order_value, state, left_why, left_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "id");

    private final Sql sql;
    private final PoolStandings standings;

    SqlCustomerPool(Sql sql, PoolStandings standings) {
        this.sql = sql;
        this.standings = standings;
    }

    @Override
    public List<CustomerId> people(BrandId brand, long after, int atMost) {
        return sql.list("""
                SELECT id FROM customer WHERE brand = ? AND id > ? AND person = id
                ORDER BY brand, id FETCH FIRST ? ROWS ONLY""", row -> new CustomerId(row.number("id")), brand, after, atMost);
    }

    @Override
    public Map<CustomerId, Standing> standings(BrandId brand, Collection<CustomerId> people, boolean contacts) {
        return standings.of(brand, people, contacts);
    }

    private record Of(long entry, CustomerId person) {}

    @Override
    public Map<CustomerId, List<PoolEntry>> lockOf(BrandId brand, Collection<CustomerId> customers) {
        boolean none = sql.first(
                        "SELECT id FROM pool_entry WHERE brand = ? AND open_key > ? FETCH FIRST 1 ROWS ONLY",
                        row -> row.number("id"),
                        brand,
                        Long.MIN_VALUE)
                .isEmpty();
        if (none) {
            return Map.of(); // most brands' pools are empty while many customers come
        }
        var owners = new HashMap<Long, CustomerId>();
        sql.wanted(
                        Wanted.numbers(customers),
                        "a.id",
                        """
                        SELECT DISTINCT e.id, b.person FROM customer a %s
                        JOIN customer b ON b.brand = a.brand AND b.person = a.person
                        JOIN pool_entry e ON e.brand = b.brand AND e.open_key = b.id
                        WHERE a.brand = ?""",
                        row -> new Of(row.number("id"), new CustomerId(row.number("person"))),
                        brand)
                .forEach(of -> owners.put(of.entry(), of.person()));
        return lockAll(brand, owners.keySet()).stream()
                .filter(entry -> entry.state() != PoolEntry.State.LEFT)
                .collect(Collectors.groupingBy(entry -> owners.getOrDefault(entry.id(), entry.customer())));
    }

    @Override
    public Optional<PoolEntry> lock(BrandId brand, PublicId entry) {
        var found = sql.list(
                "SELECT id FROM pool_entry WHERE brand = ? AND public_id = ?", row -> row.number("id"), brand, entry);
        return lockAll(brand, found).stream().findFirst();
    }

    @Override
    public List<PoolEntry> lockAll(BrandId brand, Collection<Long> entries) {
        sql.lock(brand, "pool_entry", "id", entries);
        return sql.wanted(
                Wanted.numbers(entries),
                "e.id",
                "SELECT e.* FROM pool_entry e %s WHERE e.brand = ? ORDER BY e.id",
                PoolRows::entry,
                brand);
    }

    @Override
    public Set<Long> add(BrandId brand, List<PoolEntry> entries) {
        boolean[] added = sql.add(
                ADD, entries.stream().map(one -> PoolRows.all(brand, one)).toList());
        var ids = new HashSet<Long>();
        for (int i = 0; i < added.length; i++) {
            if (added[i]) {
                ids.add(entries.get(i).id());
            }
        }
        return ids;
    }

    @Override
    public void replace(BrandId brand, List<PoolEntry> entries) {
        boolean[] changed = sql.change(
                """
                UPDATE pool_entry SET open_key = ?, state = ?, left_why = ?, left_at = ?, version = ?
                WHERE brand = ? AND id = ? AND version = ?""", entries.stream().map(one -> PoolRows.change(brand, one)).toList());
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("pool entry", entries.get(i).id());
            }
        }
    }

    @Override
    public Optional<View> view(BrandId brand, Reader reader, PublicId entry) {
        var where = new StringBuilder(" AND e.public_id = ?");
        var parameters = new ArrayList<Object>(List.of(entry));
        seen(where, parameters, reader);
        return views(brand, where.toString(), parameters, 1).stream().findFirst();
    }

    /// Both halves are conditions of their own, so that the list still walks the index of values.
    private static void seen(StringBuilder where, List<Object> parameters, Reader reader) {
        var offered = reader.offered();
        if (offered != null) {
            where.append(" AND (e.state <> 'FREE' OR e.former_department = ANY(?))");
            parameters.add(Numbers.of(offered, DepartmentId::value));
        }
        var sight = Seen.by(reader.sight());
        if (!sight.everything()) {
            where.append(" AND (e.state = 'FREE' OR (TRUE")
                    .append(sight.customer("e.brand", "e.customer"))
                    .append("))");
            parameters.addAll(sight.parameters());
        }
    }

    @Override
    public List<View> page(BrandId brand, Filter filter, @Nullable Place after, int atMost) {
        var where = new StringBuilder();
        var parameters = new ArrayList<Object>();
        in(where, parameters, "e.state", filter.states());
        in(where, parameters, "e.reason", filter.reasons());
        seen(where, parameters, filter.reader());
        if (filter.formerDepartment() != null) {
            where.append(" AND e.former_department = (SELECT d.id FROM department d WHERE d.public_id = ?"
                    + " AND d.brand = e.brand)");
            parameters.add(filter.formerDepartment());
        }
        if (filter.customer() != null) {
            where.append(" AND e.customer IN (SELECT b.id FROM customer p JOIN customer b"
                    + " ON b.brand = p.brand AND b.person = p.person WHERE p.public_id = ? AND p.brand = e.brand)");
            parameters.add(filter.customer());
        }
        if (filter.valueFrom() > Long.MIN_VALUE) {
            where.append(" AND e.order_value >= ?");
            parameters.add(filter.valueFrom());
        }
        if (filter.valueTo() < Long.MAX_VALUE) {
            where.append(" AND e.order_value <= ?");
            parameters.add(filter.valueTo());
        }
        if (after != null) {
            where.append(" AND e.order_value <= ? AND (e.order_value < ? OR e.id < ?)");
            parameters.addAll(List.of(after.value(), after.value(), after.id()));
        }
        return views(brand, where.toString(), parameters, atMost);
    }

    private static void in(StringBuilder where, List<Object> parameters, String column, Set<? extends Enum<?>> any) {
        if (!any.isEmpty()) {
            where.append(" AND ")
                    .append(column)
                    .append(" IN (")
                    .append(Sql.marks(any.size()))
                    .append(')');
            any.forEach(one -> parameters.add(one.name()));
        }
    }

    /// The page is cut before it is joined, so that it walks the index of values.
    private List<View> views(BrandId brand, String where, List<Object> wanted, int atMost) {
        var parameters = new ArrayList<Object>(List.of(brand));
        parameters.addAll(wanted);
        parameters.add(atMost);
        return sql.list("""
                SELECT e.*, p.public_id AS customer_public_id, p.nickname, s.public_id AS staff_public_id,
                  s.name AS staff_name, d.public_id AS department_public_id,
                  (SELECT c.public_id FROM pool_claim c WHERE c.brand = e.brand AND c.open_key = e.id) AS claim
                FROM (SELECT e.* FROM pool_entry e WHERE e.brand = ?""" + where + """
                 ORDER BY e.brand DESC, e.order_value DESC, e.id DESC FETCH FIRST ? ROWS ONLY) e
                JOIN customer b ON b.brand = e.brand AND b.id = e.customer
                JOIN customer p ON p.brand = b.brand AND p.id = b.person
                JOIN staff s ON s.brand = e.brand AND s.id = e.former_staff
                JOIN department d ON d.brand = e.brand AND d.id = e.former_department
                ORDER BY e.order_value DESC, e.id DESC""", SqlCustomerPool::view, parameters.toArray());
    }

    private static View view(Row row) throws SQLException {
        return new View(
                PoolRows.entry(row),
                row.publicId("customer_public_id"),
                row.textOrNull("nickname"),
                row.publicId("staff_public_id"),
                row.text("staff_name"),
                row.publicId("department_public_id"),
                row.publicIdOrNull("claim"));
    }

    @Override
    public Optional<Round> round(BrandId brand) {
        return sql.first(
                "SELECT since_at, after_customer, finished FROM pool_watch WHERE brand = ?",
                row -> new Round(row.instant("since_at"), row.number("after_customer"), row.flag("finished")),
                brand);
    }

    @Override
    public boolean save(BrandId brand, @Nullable Round before, Round next) {
        return before == null
                ? sql.update("""
                                INSERT INTO pool_watch (brand, since_at, after_customer, finished)
                                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""", brand, next.since(), next.after(), next.over()) > 0
                : sql.update(
                                """
                                UPDATE pool_watch SET since_at = ?, after_customer = ?, finished = ?
                                WHERE brand = ? AND since_at = ? AND after_customer = ? AND finished = ?""",
                                next.since(),
                                next.after(),
                                next.over(),
                                brand,
                                before.since(),
                                before.after(),
                                before.over())
                        > 0;
    }
}
