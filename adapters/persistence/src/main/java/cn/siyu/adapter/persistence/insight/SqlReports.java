package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.port.Reports;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlReports implements Reports {
    private static final List<Integer> DAYS = List.of(1, 7, 30, 60, 90);

    private final Sql sql;
    private final SopReport sopReport;

    SqlReports(Sql sql, SopReport sopReport) {
        this.sql = sql;
        this.sopReport = sopReport;
    }

    @Override
    public List<FunnelRow> funnel(BrandId brand, Sight sight, Instant from, Instant until) {
        var seen = Seen.by(sight);
        return sql.list(
                """
                SELECT f.source, w.name, s.stage, COUNT(*) AS customers,
                  SUM(CASE WHEN s.dormant = TRUE THEN 1 ELSE 0 END) AS dormant,
                  SUM(CASE WHEN s.lost = TRUE THEN 1 ELSE 0 END) AS lost
                FROM customer c
                JOIN customer_state s ON s.brand = c.brand AND s.customer = c.id
                LEFT JOIN (SELECT h.brand, h.person, MIN(x.id) AS first FROM relationship x
                  JOIN channel_account a ON a.brand = x.brand AND a.id = x.account
                  JOIN customer h ON h.brand = x.brand AND h.id = x.customer
                  WHERE x.brand = ?""" + seen.account("a") + """
                   GROUP BY h.brand, h.person) o ON o.brand = c.brand AND o.person = c.id
                LEFT JOIN relationship f ON f.brand = o.brand AND f.id = o.first
                LEFT JOIN contact_way w ON w.brand = f.brand AND w.id = f.contact_way
                WHERE c.brand = ? AND c.person = c.id AND c.created_at >= ? AND c.created_at < ?""" + seen.everCustomer("c.brand", "c.id")
                        + " GROUP BY f.source, w.name, s.stage ORDER BY f.source, w.name, s.stage",
                row -> new FunnelRow(
                        row.textOrNull("source"),
                        row.textOrNull("name"),
                        row.constant("stage", Stage.class),
                        row.number("customers"),
                        row.number("dormant"),
                        row.number("lost")),
                brand,
                seen.parameters(),
                brand,
                from,
                until,
                seen.parameters());
    }

    @Override
    public List<SopRow> sops(BrandId brand, Sight sight, Instant from, Instant until) {
        return sopReport.rows(brand, Seen.by(sight), from, until);
    }

    /// The zone's name is written into the query: it comes from a parsed zone and both databases
    /// want it constant.
    @Override
    public List<CohortRow> cohorts(BrandId brand, Sight sight, ZoneId zone, Instant from, Instant until, Instant now) {
        var seen = Seen.by(sight);
        String local = "x.added_at AT TIME ZONE '" + zone.getId() + "'";
        String year = "CAST(EXTRACT(YEAR FROM " + local + ") AS int)";
        String month = "CAST(EXTRACT(MONTH FROM " + local + ") AS int)";
        String lost = DAYS.stream()
                .map(days -> "SUM(CASE WHEN x.ended_at < x.added_at + INTERVAL '" + days
                        + "' DAY THEN 1 ELSE 0 END) AS lost" + days)
                .collect(Collectors.joining(", "));
        return sql.list(
                "SELECT " + year + " AS y, " + month + " AS m, COUNT(*) AS added,"
                        + " SUM(CASE WHEN x.ended_at IS NULL THEN 1 ELSE 0 END) AS live, " + lost
                        + " FROM relationship x JOIN channel_account a ON a.brand = x.brand AND a.id = x.account"
                        + " WHERE x.brand = ? AND x.added_at >= ? AND x.added_at < ?" + seen.account("a")
                        + " GROUP BY " + year + ", " + month + " ORDER BY 1, 2",
                row -> cohort(row, zone, now),
                brand,
                from,
                until,
                seen.parameters());
    }

    /// A month says how many were lost within so many days only when all of it was followed for so
    /// long.
    private static CohortRow cohort(Row row, ZoneId zone, Instant now) throws SQLException {
        var month = YearMonth.of(row.integer("y"), row.integer("m"));
        var over = month.plusMonths(1).atDay(1).atStartOfDay(zone);
        Map<Integer, Long> lost = new TreeMap<>();
        for (int days : DAYS) {
            if (!over.plusDays(days).toInstant().isAfter(now)) {
                lost.put(days, row.number("lost" + days));
            }
        }
        return new CohortRow(month, row.number("added"), row.number("live"), lost);
    }

    @Override
    public List<TouchpointRow> touchpoints(BrandId brand, Sight sight, Instant from, Instant until) {
        var seen = Seen.by(sight);
        return sql.list(
                """
                SELECT f.touchpoint, f.kind, COUNT(*) AS times, COUNT(DISTINCT h.person) AS customers
                FROM interaction f JOIN customer h ON h.brand = f.brand AND h.id = f.customer
                WHERE f.brand = ? AND f.occurred_at >= ? AND f.occurred_at < ?"""
                        + seen.everCustomer("f.brand", "f.customer")
                        + seen.over("f.brand", "f.account")
                        + " GROUP BY f.touchpoint, f.kind ORDER BY f.touchpoint, f.kind",
                row -> new TouchpointRow(
                        row.text("touchpoint"), row.text("kind"), row.number("times"), row.number("customers")),
                brand,
                from,
                until,
                seen.parameters(),
                seen.parameters());
    }

    @Override
    public List<SalesChannelRow> salesChannels(BrandId brand, Sight sight, Instant from, Instant until) {
        var seen = Seen.by(sight);
        return sql.list(
                "SELECT f.sales_channel, COUNT(*) AS orders FROM customer_order f"
                        + " WHERE f.brand = ? AND f.paid_at >= ? AND f.paid_at < ?"
                        + seen.everCustomer("f.brand", "f.customer")
                        + " GROUP BY f.sales_channel ORDER BY f.sales_channel",
                row -> new SalesChannelRow(row.text("sales_channel"), row.number("orders")),
                brand,
                from,
                until,
                seen.parameters());
    }

    @Override
    public List<SendRecord> sendRecords(
            BrandId brand,
            Sight sight,
            Instant from,
            Instant until,
            @Nullable PublicId account,
            @Nullable Long before,
            int atMost) {
        var seen = Seen.by(sight);
        var parameters = new ArrayList<Object>(List.of(brand, from, until));
        parameters.addAll(seen.parameters());
        if (account != null) {
            parameters.add(account);
        }
        if (before != null) {
            parameters.add(before);
        }
        parameters.add(atMost);
        return sql.list(
                """
                SELECT b.id, b.public_id, a.public_id AS account, a.name, b.kind, b.contact_class, b.state, b.recipients,
                  COALESCE(b.sent_at, b.created_at) AS at, b.confirmed_at,
                  (SELECT COUNT(*) FROM send x JOIN send_result q ON q.brand = x.brand AND q.send = x.id
                    WHERE x.brand = b.brand AND x.batch = b.id AND q.status = 'DELIVERED') AS delivered
                FROM send_batch b JOIN channel_account a ON a.brand = b.brand AND a.id = b.account
                WHERE b.brand = ? AND COALESCE(b.sent_at, b.created_at) >= ? AND COALESCE(b.sent_at, b.created_at) < ?"""
                        + seen.account("a")
                        + (account == null ? "" : " AND a.public_id = ?")
                        + (before == null ? "" : " AND b.id < ?")
                        + " ORDER BY b.id DESC FETCH FIRST ? ROWS ONLY",
                row -> new SendRecord(
                        row.number("id"),
                        row.publicId("public_id"),
                        row.publicId("account"),
                        row.text("name"),
                        row.text("kind"),
                        row.text("contact_class"),
                        row.text("state"),
                        row.integer("recipients"),
                        row.instant("at"),
                        row.instantOrNull("confirmed_at"),
                        row.number("delivered")),
                parameters);
    }
}
