package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.insight.port.Reports.SopRow;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What came of programs, put together of five sums, each over one table of facts and by version.
@Singleton
final class SopReport {
    private final Sql sql;

    SopReport(Sql sql) {
        this.sql = sql;
    }

    private record Version(long id, PublicId sop, String name, PublicId version, int number) {}

    private record Count(long version, String what, long count) {}

    List<SopRow> rows(BrandId brand, Seen seen, Instant from, Instant until) {
        var counts = new HashMap<Long, Map<String, Long>>();
        for (Count one : counts(brand, seen, from, until)) {
            counts.computeIfAbsent(one.version(), _ -> new TreeMap<>()).merge(one.what(), one.count(), Long::sum);
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        return versions(brand, new TreeSet<>(counts.keySet())).stream()
                .map(version -> row(version, counts.getOrDefault(version.id(), Map.of())))
                .toList();
    }

    private List<Version> versions(BrandId brand, Set<Long> ids) {
        return sql.list(
                """
                SELECT v.id, s.public_id AS sop, s.name, v.public_id, v.number
                FROM sop_version v JOIN sop s ON s.brand = v.brand AND s.id = v.sop
                WHERE v.brand = ? AND v.id IN (""" + Sql.marks(ids.size()) + ") ORDER BY s.name, s.id, v.number",
                row -> new Version(
                        row.number("id"),
                        row.publicId("sop"),
                        row.text("name"),
                        row.publicId("public_id"),
                        row.integer("number")),
                brand,
                ids);
    }

    private List<Count> counts(BrandId brand, Seen seen, Instant from, Instant until) {
        var all = new ArrayList<Count>();
        String customers = seen.everCustomer("x.brand", "x.customer");
        String sends = customers + seen.over("x.brand", "x.account");
        all.addAll(sum(
                "SELECT x.sop_version, 'ENTERED' AS what, COUNT(*) AS n FROM enrolment x"
                        + " WHERE x.brand = ? AND x.enrolled_at >= ? AND x.enrolled_at < ?" + customers
                        + " GROUP BY x.sop_version",
                brand,
                from,
                until,
                seen.parameters()));
        all.addAll(sum(
                "SELECT x.sop_version, 'CONVERTED' AS what, COUNT(*) AS n FROM enrolment x WHERE x.brand = ?"
                        + " AND x.enrolled_at >= ? AND x.enrolled_at < ? AND x.goal_at IS NOT NULL" + customers
                        + " GROUP BY x.sop_version",
                brand,
                from,
                until,
                seen.parameters()));
        all.addAll(sum(
                "SELECT x.sop_version, 'LOST' AS what, COUNT(*) AS n FROM enrolment x WHERE x.brand = ?"
                        + " AND x.enrolled_at >= ? AND x.enrolled_at < ? AND EXISTS (SELECT 1 FROM customer h"
                        + " JOIN customer b ON b.brand = h.brand AND b.person = h.person"
                        + " JOIN relationship l ON l.brand = b.brand AND l.customer = b.id"
                        + " WHERE h.brand = x.brand AND h.id = x.customer AND l.ended_by = 'CUSTOMER'"
                        + " AND l.ended_at >= x.enrolled_at)" + customers + " GROUP BY x.sop_version",
                brand,
                from,
                until,
                seen.parameters()));
        all.addAll(sum(
                "SELECT x.sop_version, CASE WHEN x.decision = 'REFUSED' THEN 'REFUSED ' || x.reason"
                        + " WHEN b.sent_at IS NOT NULL OR q.send IS NOT NULL THEN 'SENT' ELSE 'OTHER' END AS what,"
                        + " COUNT(*) AS n FROM send x"
                        + " LEFT JOIN send_batch b ON b.brand = x.brand AND b.id = x.batch"
                        + " LEFT JOIN send_result q ON q.brand = x.brand AND q.send = x.id WHERE x.brand = ?"
                        + " AND x.created_at >= ? AND x.created_at < ? AND x.sop_version IS NOT NULL" + sends
                        + " GROUP BY 1, 2",
                brand,
                from,
                until,
                twice(seen)));
        all.addAll(sum(
                "SELECT x.sop_version, CASE WHEN q.response = 'ANSWERED' THEN 'RESPONDED' ELSE 'DELIVERED' END AS what,"
                        + " COUNT(*) AS n FROM send x JOIN send_result q ON q.brand = x.brand AND q.send = x.id"
                        + " WHERE x.brand = ? AND x.created_at >= ? AND x.created_at < ?"
                        + " AND x.sop_version IS NOT NULL AND q.status = 'DELIVERED'" + sends + " GROUP BY 1, 2",
                brand,
                from,
                until,
                twice(seen)));
        all.addAll(sum(
                "SELECT t.sop_version, t.method AS what, SUM(t.share_minor - t.refunded_minor) AS n FROM attribution t"
                        + " JOIN customer_order x ON x.brand = t.brand AND x.id = t.customer_order WHERE x.brand = ?"
                        + " AND x.paid_at >= ? AND x.paid_at < ? AND t.sop_version IS NOT NULL" + customers
                        + " GROUP BY t.sop_version, t.method",
                brand,
                from,
                until,
                seen.parameters()));
        return all;
    }

    private List<Count> sum(String query, BrandId brand, Instant from, Instant until, List<Object> seen) {
        return sql.list(
                query,
                row -> new Count(row.number("sop_version"), row.text("what"), row.number("n")),
                brand,
                from,
                until,
                seen);
    }

    private static List<Object> twice(Seen seen) {
        return Stream.of(seen, seen).flatMap(each -> each.parameters().stream()).toList();
    }

    private static SopRow row(Version version, Map<String, Long> counts) {
        Map<String, Long> refused = new TreeMap<>();
        counts.forEach((what, count) -> {
            if (what.startsWith("REFUSED ")) {
                refused.put(what.substring("REFUSED ".length()), count);
            }
        });
        long responded = counts.getOrDefault("RESPONDED", 0L);
        return new SopRow(
                version.sop(),
                version.name(),
                version.version(),
                version.number(),
                counts.getOrDefault("ENTERED", 0L),
                counts.getOrDefault("SENT", 0L),
                refused,
                counts.getOrDefault("DELIVERED", 0L) + responded,
                responded,
                counts.getOrDefault("CONVERTED", 0L),
                counts.getOrDefault("LOST", 0L),
                counts.getOrDefault("LAST_TOUCH", 0L),
                counts.getOrDefault("EQUAL_SHARES", 0L));
    }
}
