package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.port.Losses;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Relationship;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
final class SqlLosses implements Losses {
    private final Sql sql;

    SqlLosses(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Row> rows(BrandId brand, Sight sight, Instant from, Instant until) {
        var seen = Seen.by(sight);
        return sql.list(
                """
                SELECT d.public_id AS id, d.name AS name, r.ended_by AS ended_by, COUNT(*) AS n,
                  SUM(CASE WHEN s.lost = TRUE THEN 1 ELSE 0 END) AS lost
                FROM relationship r
                JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                JOIN department d ON d.brand = a.brand AND d.id = a.department
                JOIN customer b ON b.brand = r.brand AND b.id = r.customer
                JOIN customer_state s ON s.brand = b.brand AND s.customer = b.person
                WHERE r.brand = ? AND r.ended_at >= ? AND r.ended_at < ?"""
                        + seen.account("a")
                        + " GROUP BY d.public_id, d.name, r.ended_by ORDER BY d.name, d.public_id, r.ended_by",
                row -> new Row(
                        row.publicId("id"),
                        row.text("name"),
                        row.constant("ended_by", Relationship.By.class),
                        row.number("n"),
                        row.number("lost")),
                brand,
                from,
                until,
                seen.parameters());
    }
}
