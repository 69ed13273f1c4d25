package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.trust.port.TrustAlerts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlTrustAlerts implements TrustAlerts {
    private static final Additions ADD = new Additions("""
            INSERT INTO trust_alert (brand, id, public_id, customer, relationship, kind, trust_before, trust_after,
              from_at, until_at, causes, advice, policy_edition, raised_at, standing_key, state, acknowledged_by,
              acknowledged_at, acknowledged_note, closed_by, closed_at, closed_note, closed_reason, task, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "id");

    private final Sql sql;

    SqlTrustAlerts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public int add(BrandId brand, List<RelationshipAlert> alerts) {
        boolean[] added = sql.add(
                ADD,
                alerts.stream().map(alert -> TrustAlertRow.all(brand, alert)).toList());
        int count = 0;
        for (boolean one : added) {
            count += one ? 1 : 0;
        }
        return count;
    }

    @Override
    public List<RelationshipAlert> standing(BrandId brand, Collection<RelationshipId> relationships) {
        return sql.wanted(
                Wanted.numbers(relationships),
                "t.relationship",
                "SELECT t.* FROM trust_alert t %s WHERE t.brand = ? AND t.standing_key = 0 ORDER BY t.id",
                TrustAlertRow::alert,
                brand);
    }

    @Override
    public List<RelationshipAlert> standingOfEnded(BrandId brand, int atMost) {
        return sql.list("""
                SELECT t.* FROM trust_alert t
                JOIN relationship r ON r.brand = t.brand AND r.id = t.relationship
                WHERE t.brand = ? AND t.standing_key = 0 AND r.ended_at IS NOT NULL
                ORDER BY t.id FETCH FIRST ? ROWS ONLY""", TrustAlertRow::alert, brand, atMost);
    }

    @Override
    public void replace(BrandId brand, List<RelationshipAlert> alerts) {
        boolean[] changed = sql.change(
                """
                UPDATE trust_alert SET standing_key = ?, state = ?, acknowledged_by = ?, acknowledged_at = ?,
                  acknowledged_note = ?, closed_by = ?, closed_at = ?, closed_note = ?, closed_reason = ?, task = ?,
                  version = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                alerts.stream().map(alert -> TrustAlertRow.change(brand, alert)).toList());
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("trust alert", alerts.get(i).id());
            }
        }
    }

    @Override
    public Optional<View> byPublicId(BrandId brand, Sight sight, PublicId id) {
        return views(brand, sight, " AND t.public_id = ?", List.of(id), Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    @Override
    public List<View> page(BrandId brand, Filter filter, long before, int atMost) {
        var where = new StringBuilder();
        var parameters = new ArrayList<Object>();
        in(where, parameters, "t.state", filter.states());
        in(where, parameters, "t.kind", filter.kinds());
        equal(where, parameters, "s.public_id", filter.staff());
        equal(where, parameters, "d.public_id", filter.department());
        equal(where, parameters, "p.public_id", filter.customer());
        return views(brand, filter.sight(), where.toString(), parameters, before, atMost);
    }

    private List<View> views(BrandId brand, Sight sight, String where, List<Object> wanted, long before, int atMost) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<Object>(List.of(brand, before));
        parameters.addAll(wanted);
        parameters.addAll(seen.parameters());
        parameters.addAll(seen.parameters());
        parameters.add(atMost);
        return sql.list(
                """
                SELECT * FROM (SELECT t.*, p.public_id AS customer_public_id, p.nickname, r.public_id AS related,
                    r.ended_at, a.public_id AS account_public_id, a.name AS account_name, a.staff AS holder,
                    s.public_id AS staff_public_id, d.public_id AS department_public_id
                  FROM trust_alert t
                  JOIN relationship r ON r.brand = t.brand AND r.id = t.relationship
                  JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                  JOIN staff s ON s.brand = a.brand AND s.id = a.staff
                  JOIN department d ON d.brand = a.brand AND d.id = a.department
                  JOIN customer b ON b.brand = r.brand AND b.id = r.customer
                  JOIN customer p ON p.brand = b.brand AND p.id = b.person
                  WHERE t.brand = ? AND t.id < ?"""
                        + where
                        + seen.account("a")
                        + seen.customer("r.brand", "r.customer")
                        + ") found ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                TrustAlertRow::view,
                parameters.toArray());
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

    private static void equal(StringBuilder where, List<Object> parameters, String column, @Nullable PublicId wanted) {
        if (wanted != null) {
            where.append(" AND ").append(column).append(" = ?");
            parameters.add(wanted);
        }
    }

    @Override
    public List<CustomerId> people(BrandId brand, long after, int atMost) {
        return sql.list("""
                SELECT customer FROM customer_state WHERE brand = ? AND customer > ? AND trust IS NOT NULL
                ORDER BY brand, customer FETCH FIRST ? ROWS ONLY""", row -> new CustomerId(row.number("customer")), brand, after, atMost);
    }

    @Override
    public Optional<Round> round(BrandId brand) {
        return sql.first(
                "SELECT since_at, after_customer, finished FROM trust_watch WHERE brand = ?",
                row -> new Round(row.instant("since_at"), row.number("after_customer"), row.flag("finished")),
                brand);
    }

    @Override
    public boolean save(BrandId brand, @Nullable Round before, Round next) {
        return before == null
                ? sql.update("""
                                INSERT INTO trust_watch (brand, since_at, after_customer, finished)
                                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""", brand, next.since(), next.after(), next.over()) > 0
                : sql.update(
                                """
                                UPDATE trust_watch SET since_at = ?, after_customer = ?, finished = ?
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
