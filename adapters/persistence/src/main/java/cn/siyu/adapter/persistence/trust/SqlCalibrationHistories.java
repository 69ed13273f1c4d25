package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.trust.port.CalibrationHistories;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.calibration.PersonHistory.Purchase;
import cn.siyu.domain.trust.calibration.PersonHistory.Term;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Singleton
final class SqlCalibrationHistories implements CalibrationHistories {
    private final Sql sql;

    SqlCalibrationHistories(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long relationshipsSince(BrandId brand, Instant since) {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM relationship WHERE brand = ? AND (ended_at IS NULL OR ended_at > ?)",
                        row -> row.number("n"),
                        brand,
                        since)
                .orElse(0L);
    }

    /// Numbers come in blocks, so the part is taken by a product modulo a prime: neighbours fall
    /// far apart. The remainder is cast, since on H2 it has the type of the divisor, and the
    /// product would not fit into it.
    @Override
    public List<CustomerId> people(BrandId brand, long after, int perMille, int atMost) {
        return sql.list("""
                SELECT id FROM customer WHERE brand = ? AND id > ? AND person = id
                  AND MOD(CAST(MOD(id, 1000003) AS bigint) * 7919, 1009) * 1000 < ? * 1009
                ORDER BY brand, id FETCH FIRST ? ROWS ONLY""", row -> new CustomerId(row.number("id")), brand, after, perMille, atMost);
    }

    private record Of<T>(CustomerId customer, T fact) {}

    @Override
    public Map<CustomerId, List<Term>> terms(BrandId brand, Collection<CustomerId> births) {
        return grouped(sql.wanted(
                Wanted.numbers(births),
                "r.customer",
                """
                SELECT * FROM (
                  SELECT r.id, r.customer, a.channel, r.added_at, r.ended_at, r.ended_by FROM relationship r %s
                  JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                  WHERE r.brand = ?) found ORDER BY id""",
                row -> new Of<>(
                        new CustomerId(row.number("customer")),
                        new Term(
                                new RelationshipId(row.number("id")),
                                row.text("channel"),
                                row.instant("added_at"),
                                row.instantOrNull("ended_at"),
                                "CUSTOMER".equals(row.textOrNull("ended_by")))),
                brand));
    }

    @Override
    public Map<CustomerId, List<Purchase>> purchases(BrandId brand, Collection<CustomerId> births) {
        return grouped(sql.wanted(
                Wanted.numbers(births),
                "o.customer",
                """
                SELECT o.id, o.customer, o.paid_at, o.received_at, o.amount_minor - o.refunded_minor AS net
                FROM customer_order o %s
                WHERE o.brand = ? AND o.refunded_minor < o.amount_minor ORDER BY o.id""",
                row -> new Of<>(
                        new CustomerId(row.number("customer")),
                        new Purchase(row.instant("paid_at"), row.instant("received_at"), row.number("net"))),
                brand));
    }

    private static <T> Map<CustomerId, List<T>> grouped(List<Of<T>> all) {
        var byCustomer = new HashMap<CustomerId, List<T>>();
        all.forEach(one -> byCustomer
                .computeIfAbsent(one.customer(), _ -> new ArrayList<>())
                .add(one.fact()));
        return byCustomer;
    }
}
