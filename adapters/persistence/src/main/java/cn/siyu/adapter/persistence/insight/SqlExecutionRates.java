package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.port.ExecutionRates;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlExecutionRates implements ExecutionRates {
    private final Sql sql;

    SqlExecutionRates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Row> rows(BrandId brand, Sight sight, By wanted, Instant from, Instant until, @Nullable PublicId sop) {
        // departments above a person's own are none of theirs
        By by = wanted == By.DEPARTMENT && sight instanceof Sight.OfOnePerson ? By.STORE : wanted;
        Map<PublicId, Row> rows = new HashMap<>();
        tasks(brand, sight, by, from, until, sop).forEach(row -> rows.put(row.id(), row));
        messages(brand, sight, by, from, until, sop)
                .forEach(row -> rows.merge(row.id(), row, SqlExecutionRates::together));
        return rows.values().stream()
                .sorted(Comparator.comparing(Row::name)
                        .thenComparing(row -> row.id().value()))
                .toList();
    }

    private static Row together(Row tasks, Row messages) {
        return new Row(
                tasks.id(),
                tasks.name(),
                tasks.tasks(),
                tasks.done(),
                tasks.inTime(),
                tasks.skipped(),
                tasks.failed(),
                tasks.expired(),
                messages.messages(),
                messages.confirmed(),
                messages.confirmedInTime());
    }

    /// A task without an account is the work of the person's own department.
    private List<Row> tasks(BrandId brand, Sight sight, By by, Instant from, Instant until, @Nullable PublicId sop) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<Object>(List.of(brand, from, until));
        if (sop != null) {
            parameters.add(sop);
        }
        parameters.addAll(seen.parameters());
        parameters.addAll(ofGroup(by, seen));
        return sql.list(
                "SELECT g.public_id AS id, g.name AS name, COUNT(*) AS tasks,"
                        + count("w.state = 'DONE'", "done")
                        + count("w.state = 'DONE' AND w.ended_at <= w.due_at", "in_time")
                        + count("w.state = 'SKIPPED'", "skipped")
                        + count("w.state = 'FAILED'", "failed")
                        + count("w.state = 'EXPIRED'", "expired")
                        + " "
                        + """
                        FROM (SELECT t.brand, t.state, t.due_at, t.ended_at, t.staff,
                            COALESCE(c.department, h.department) AS department
                          FROM task t
                          JOIN staff h ON h.brand = t.brand AND h.id = t.staff
                          LEFT JOIN channel_account c ON c.brand = t.brand AND c.id = t.account
                          WHERE t.brand = ? AND t.due_at >= ? AND t.due_at < ? AND t.state <> 'CANCELLED'"""
                        + (sop == null
                                ? ""
                                : " AND EXISTS (SELECT 1 FROM enrolment e JOIN sop p ON p.brand = e.brand AND p.id = e.sop"
                                        + " WHERE e.brand = t.brand AND e.id = t.enrolment AND p.public_id = ?)")
                        + ") w " + group(by, "w")
                        + " WHERE 1 = 1" + seen.account("w") + groupSeen(by, seen)
                        + " GROUP BY g.public_id, g.name",
                row -> new Row(
                        row.publicId("id"),
                        row.text("name"),
                        row.number("tasks"),
                        row.number("done"),
                        row.number("in_time"),
                        row.number("skipped"),
                        row.number("failed"),
                        row.number("expired"),
                        0,
                        0,
                        0),
                parameters.toArray());
    }

    private List<Row> messages(BrandId brand, Sight sight, By by, Instant from, Instant until, @Nullable PublicId sop) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<Object>(List.of(brand, from, until));
        if (sop != null) {
            parameters.add(sop);
        }
        parameters.addAll(seen.parameters());
        parameters.addAll(ofGroup(by, seen));
        return sql.list(
                "SELECT g.public_id AS id, g.name AS name, COUNT(*) AS messages,"
                        + count("w.confirmed_at IS NOT NULL", "confirmed")
                        + count("w.confirmed_at <= w.deadline_at", "in_time")
                        + " "
                        + """
                        FROM (SELECT b.brand, b.confirmed_at, b.deadline_at, c.staff, c.department
                          FROM send_batch b JOIN channel_account c ON c.brand = b.brand AND c.id = b.account
                          WHERE b.brand = ? AND b.sent_at >= ? AND b.sent_at < ? AND b.kind = 'MASS'"""
                        + (sop == null
                                ? ""
                                : " AND EXISTS (SELECT 1 FROM wave v JOIN sop p ON p.brand = v.brand AND p.id = v.sop"
                                        + " WHERE v.brand = b.brand AND v.id = b.wave AND p.public_id = ?)")
                        + ") w " + group(by, "w")
                        + " WHERE 1 = 1" + seen.account("w") + groupSeen(by, seen)
                        + " GROUP BY g.public_id, g.name",
                SqlExecutionRates::messages,
                parameters.toArray());
    }

    private static Row messages(cn.siyu.adapter.persistence.Row row) throws SQLException {
        return new Row(
                row.publicId("id"),
                row.text("name"),
                0,
                0,
                0,
                0,
                0,
                0,
                row.number("messages"),
                row.number("confirmed"),
                row.number("in_time"));
    }

    private static String count(String condition, String name) {
        return (name.equals("done") || name.equals("confirmed") ? " " : ", ") + "SUM(CASE WHEN " + condition
                + " THEN 1 ELSE 0 END) AS " + name;
    }

    private static String group(By by, String work) {
        return switch (by) {
            case STORE -> "JOIN department g ON g.brand = " + work + ".brand AND g.id = " + work + ".department";
            case DEPARTMENT ->
                "JOIN department d ON d.brand = " + work + ".brand AND d.id = " + work + ".department"
                        + " JOIN department g ON g.brand = d.brand AND d.path LIKE g.path || '%'";
            case STAFF -> "JOIN staff g ON g.brand = " + work + ".brand AND g.id = " + work + ".staff";
        };
    }

    /// A department above those that are seen is none of the caller's.
    private static String groupSeen(By by, Seen seen) {
        return by == By.DEPARTMENT && seen.holder().startsWith("department") ? " AND g.id = ANY(?)" : "";
    }

    private static List<Object> ofGroup(By by, Seen seen) {
        return groupSeen(by, seen).isEmpty() ? List.of() : seen.parameters();
    }
}
