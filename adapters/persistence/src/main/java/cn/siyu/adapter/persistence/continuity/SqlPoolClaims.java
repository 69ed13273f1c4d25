package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.customer.CustomerId;
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

@Singleton
final class SqlPoolClaims implements PoolClaims {
    private static final String WORKED = """
            SELECT c.id, MAX(%s) AS worked_at FROM pool_claim c %%s
            JOIN customer o ON o.brand = c.brand AND o.id = c.customer
            JOIN customer b ON b.brand = o.brand AND b.person = o.person
            JOIN %s WHERE c.brand = ? GROUP BY c.id""";
    private static final String BY_TASK = WORKED.formatted(
            "t.ended_at",
            "task t ON t.brand = b.brand AND t.customer = b.id AND t.staff = c.staff AND t.ended_at >= c.claimed_at"
                    + " AND t.state IN ('DONE', 'SKIPPED', 'FAILED')");
    private static final String BY_MESSAGE = WORKED.formatted(
            "q.resulted_at",
            "send_result q ON q.brand = b.brand AND q.customer = b.id AND q.account = c.account"
                    + " AND q.resulted_at >= c.claimed_at AND q.status = 'DELIVERED'");

    private final Sql sql;

    SqlPoolClaims(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lockStaff(BrandId brand, StaffId staff) {
        sql.lock(brand, "staff", "id", List.of(staff));
    }

    @Override
    public void add(BrandId brand, PoolClaim claim) {
        sql.update("""
                INSERT INTO pool_claim (brand, id, public_id, entry, open_key, customer, account, staff, assigned,
                  claimed_by, claimed_at, due_at, task, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", PoolRows.all(brand, claim));
    }

    @Override
    public void replace(BrandId brand, List<PoolClaim> claims) {
        boolean[] changed = sql.change(
                """
                UPDATE pool_claim SET open_key = ?, due_at = ?, ended_how = ?, ended_reason = ?, ended_by = ?,
                  ended_at = ?, version = ?
                WHERE brand = ? AND id = ? AND version = ?""", claims.stream().map(one -> PoolRows.change(brand, one)).toList());
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("pool claim", claims.get(i).id());
            }
        }
    }

    @Override
    public Tally tally(BrandId brand, StaffId staff, CustomerId customer, Instant since) {
        return sql.first(
                        """
                        SELECT (SELECT COUNT(*) FROM pool_claim WHERE brand = ? AND staff = ? AND ended_at IS NULL) AS held,
                          (SELECT COUNT(*) FROM pool_claim WHERE brand = ? AND staff = ? AND claimed_at >= ?
                            AND assigned = FALSE) AS today,
                          (SELECT MAX(c.ended_at) FROM customer o
                            JOIN customer b ON b.brand = o.brand AND b.person = o.person
                            JOIN pool_claim c ON c.brand = b.brand AND c.customer = b.id
                            WHERE o.brand = ? AND o.id = ? AND c.staff = ? AND c.ended_how IN ('RELEASED', 'STALE')) AS let_go""",
                        row -> new Tally(row.integer("held"), row.integer("today"), row.instantOrNull("let_go")),
                        brand,
                        staff,
                        brand,
                        staff,
                        since,
                        brand,
                        customer,
                        staff)
                .orElseThrow();
    }

    @Override
    public List<PoolClaim> standing(BrandId brand, Collection<Long> entries) {
        return sql.wanted(
                Wanted.numbers(entries),
                "c.open_key",
                "SELECT c.* FROM pool_claim c %s WHERE c.brand = ? ORDER BY c.id",
                PoolRows::claim,
                brand);
    }

    @Override
    public List<PoolClaim> due(BrandId brand, Instant now, int atMost) {
        return sql.list("""
                SELECT c.* FROM pool_claim c WHERE c.brand = ? AND c.due_at <= ?
                ORDER BY c.brand, c.due_at, c.id FETCH FIRST ? ROWS ONLY""", PoolRows::claim, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT due_at FROM pool_claim WHERE brand = ? AND due_at IS NOT NULL
                ORDER BY brand, due_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
    }

    @Override
    public Map<Long, Instant> lastWork(BrandId brand, List<PoolClaim> claims) {
        var worked = new HashMap<Long, Instant>();
        var wanted = Wanted.numbers(claims.stream().map(PoolClaim::id).toList());
        for (String query : List.of(BY_TASK, BY_MESSAGE)) {
            sql.wanted(wanted, "c.id", query, row -> Map.entry(row.number("id"), row.instant("worked_at")), brand)
                    .forEach(one -> worked.merge(
                            one.getKey(), one.getValue(), (some, other) -> some.isAfter(other) ? some : other));
        }
        return worked;
    }

    @Override
    public Optional<View> byPublicId(BrandId brand, Sight sight, PublicId claim) {
        return views(brand, sight, " AND c.public_id = ?", List.of(claim), Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    @Override
    public List<View> page(BrandId brand, Filter filter, long before, int atMost) {
        var where = new StringBuilder();
        var parameters = new ArrayList<Object>();
        if (filter.standing() != null) {
            where.append(filter.standing() ? " AND c.ended_at IS NULL" : " AND c.ended_at IS NOT NULL");
        }
        if (filter.staff() != null) {
            where.append(" AND s.public_id = ?");
            parameters.add(filter.staff());
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
        return sql.list(
                """
                SELECT * FROM (SELECT c.*, e.public_id AS entry_public_id, p.public_id AS customer_public_id,
                    CASE WHEN TRUE%s THEN p.nickname END AS nickname, a.public_id AS account_public_id, s.public_id AS staff_public_id, s.name AS staff_name
                  FROM pool_claim c
                  JOIN pool_entry e ON e.brand = c.brand AND e.id = c.entry
                  JOIN channel_account a ON a.brand = c.brand AND a.id = c.account
                  JOIN staff s ON s.brand = c.brand AND s.id = c.staff
                  JOIN customer b ON b.brand = c.brand AND b.id = c.customer
                  JOIN customer p ON p.brand = b.brand AND p.id = b.person
                  WHERE c.brand = ? AND c.id < ?""".formatted(seen.customer("c.brand", "c.customer")) + where + seen.account("a")
                        + ") found ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                SqlPoolClaims::view,
                parameters.toArray());
    }

    private static View view(Row row) throws SQLException {
        return new View(
                PoolRows.claim(row),
                row.publicId("entry_public_id"),
                row.publicId("customer_public_id"),
                row.textOrNull("nickname"),
                row.publicId("account_public_id"),
                row.publicId("staff_public_id"),
                row.text("staff_name"));
    }
}
