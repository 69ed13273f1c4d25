package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.insight.port.Attributions;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.insight.AttributionMethod;
import cn.siyu.domain.insight.Touch;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlAttributions implements Attributions {
    private final Sql sql;
    private final People people;

    SqlAttributions(Sql sql, People people) {
        this.people = people;
        this.sql = sql;
    }

    @Override
    public List<Delivered> delivered(BrandId brand, Collection<CustomerId> customers, Instant from, Instant until) {
        var births = people.withBirths(brand, customers);
        return sql
                .wanted(
                        births.wanted(),
                        "customer",
                        "SELECT customer, send, relationship, resulted_at FROM send_result %s WHERE brand = ?"
                                + " AND status = 'DELIVERED' AND resulted_at BETWEEN ? AND ?"
                                + " ORDER BY customer, resulted_at, send",
                        row -> new Delivered(
                                new CustomerId(row.number("customer")),
                                new Touch(row.number("send"), row.instant("resulted_at")),
                                new RelationshipId(row.number("relationship"))),
                        brand,
                        from,
                        until)
                .stream()
                .flatMap(one -> births.asked(one.customer().value()).stream()
                        .map(customer -> new Delivered(customer, one.touch(), one.relationship())))
                .toList();
    }

    @Override
    public void replace(BrandId brand, Collection<Long> orders, List<Share> shares, Instant at) {
        sql.batch(
                "DELETE FROM attribution WHERE brand = ? AND customer_order = ?",
                orders.stream()
                        .map(order -> new @Nullable Object[] {brand, order})
                        .toList());
        var toContacts = new ArrayList<@Nullable Object[]>();
        var toNone = new ArrayList<@Nullable Object[]>();
        for (Share share : shares) {
            if (share.send().isPresent()) {
                toContacts.add(new @Nullable Object[] {
                    share.id(),
                    share.order(),
                    share.method(),
                    share.shareMinor(),
                    share.refundedMinor(),
                    at,
                    brand,
                    share.send().getAsLong()
                });
            } else {
                toNone.add(new @Nullable Object[] {
                    brand, share.id(), share.order(), share.method(), share.shareMinor(), share.refundedMinor(), at
                });
            }
        }
        sql.batch("""
                INSERT INTO attribution (brand, id, customer_order, method, send, sop, sop_version, step, share_minor,
                  refunded_minor, attributed_at)
                SELECT s.brand, CAST(? AS bigint), CAST(? AS bigint), CAST(? AS varchar), s.id, s.sop, s.sop_version,
                  s.step, CAST(? AS bigint), CAST(? AS bigint), CAST(? AS timestamp with time zone)
                FROM send s WHERE s.brand = ? AND s.id = ?""", toContacts);
        sql.batch("""
                INSERT INTO attribution (brand, id, customer_order, method, share_minor, refunded_minor, attributed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", toNone);
    }

    @Override
    public List<Share> ofSend(BrandId brand, SendId send) {
        return sql.list("""
                SELECT id, customer_order, method, send, share_minor, refunded_minor FROM attribution
                WHERE brand = ? AND send = ? ORDER BY customer_order, method""", SqlAttributions::share, brand, send.value());
    }

    @Override
    public List<Share> of(BrandId brand, long order) {
        return sql.list("""
                SELECT id, customer_order, method, send, share_minor, refunded_minor FROM attribution
                WHERE brand = ? AND customer_order = ? ORDER BY method, id""", SqlAttributions::share, brand, order);
    }

    private static Share share(Row row) throws SQLException {
        Long send = row.numberOrNull("send");
        return new Share(
                row.number("id"),
                row.number("customer_order"),
                row.constant("method", AttributionMethod.class),
                send == null ? OptionalLong.empty() : OptionalLong.of(send),
                row.number("share_minor"),
                row.number("refunded_minor"));
    }
}
