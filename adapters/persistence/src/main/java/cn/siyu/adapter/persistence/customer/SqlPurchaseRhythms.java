package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.customer.port.PurchaseRhythms;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.PurchaseCounts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class SqlPurchaseRhythms implements PurchaseRhythms {
    private final Sql sql;

    SqlPurchaseRhythms(Sql sql) {
        this.sql = sql;
    }

    /// Hours: a day of an interval is a day of the session's calendar.
    @Override
    public PurchaseCounts count(BrandId brand, int windowDays, Instant now) {
        return sql.first(
                        "SELECT COUNT(*) AS customers, COALESCE(SUM(v.n), 0) AS purchases,"
                                + " COALESCE(SUM(v.n * v.n), 0) AS squares FROM (SELECT x.person,"
                                + " SUM(CASE WHEN x.paid_at <= x.first_at + INTERVAL '" + 24 * windowDays
                                + "' HOUR THEN 1 ELSE 0 END) - 1 AS n" + """
                                 FROM (SELECT b.person, o.paid_at, MIN(o.paid_at) OVER (PARTITION BY b.person) AS first_at
                                  FROM customer_order o JOIN customer b ON b.brand = o.brand AND b.id = o.customer
                                  WHERE o.brand = ? AND o.paid_at <= ?
                                    AND (o.refunded_minor = 0 OR o.refunded_minor < o.amount_minor)) x
                                WHERE x.first_at <= ? GROUP BY x.person) v""",
                        row -> new PurchaseCounts(
                                row.number("customers"), row.number("purchases"), row.number("squares"), windowDays),
                        brand,
                        now,
                        now.minus(Duration.ofDays(windowDays)))
                .orElseThrow();
    }

    @Override
    public Optional<Measured> measured(BrandId brand) {
        return sql.first(
                "SELECT looked_at, edition, customers, purchases, squares, window_days FROM purchase_rhythm"
                        + " WHERE brand = ?",
                row -> new Measured(
                        row.instant("looked_at"),
                        row.number("edition"),
                        new PurchaseCounts(
                                row.number("customers"),
                                row.number("purchases"),
                                row.number("squares"),
                                row.integer("window_days"))),
                brand);
    }

    @Override
    public void keep(BrandId brand, Measured measured) {
        var counts = measured.counts();
        sql.update("DELETE FROM purchase_rhythm WHERE brand = ?", brand);
        sql.update(
                """
                INSERT INTO purchase_rhythm (brand, looked_at, edition, customers, purchases, squares, window_days)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                brand,
                measured.lookedAt(),
                measured.edition(),
                counts.customers(),
                counts.purchases(),
                counts.squares(),
                counts.windowDays());
    }
}
