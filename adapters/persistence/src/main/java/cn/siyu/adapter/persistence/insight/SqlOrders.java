package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Refund;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlOrders implements Orders {
    private final Sql sql;
    private final OrderRows rows;

    SqlOrders(Sql sql, OrderRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Override
    public Map<ExternalKey, Order> find(BrandId brand, Collection<ExternalKey> keys) {
        var found = new HashMap<ExternalKey, Order>();
        rows.withLines(brand, KeyedRows.find(sql, OrderRows.SELECT, OrderRows::order, brand, keys))
                .forEach(order -> found.put(order.key(), order));
        return found;
    }

    @Override
    public Optional<Order> byPublicId(BrandId brand, PublicId id) {
        return rows
                .withLines(
                        brand,
                        sql.list(OrderRows.SELECT + "WHERE brand = ? AND public_id = ?", OrderRows::order, brand, id))
                .stream()
                .findFirst();
    }

    @Override
    public List<Order> add(BrandId brand, String currency, List<Order> orders) {
        return rows.add(brand, currency, orders);
    }

    @Override
    public List<Order> of(BrandId brand, Collection<CustomerId> customers) {
        return sql.wanted(
                Wanted.numbers(customers),
                "customer",
                OrderRows.SELECT + "%s WHERE brand = ? ORDER BY customer, id",
                OrderRows::order,
                brand);
    }

    @Override
    public List<Order> findAll(BrandId brand, Collection<Long> numbers) {
        return sql.wanted(
                Wanted.numbers(numbers),
                "id",
                OrderRows.SELECT + "%s WHERE brand = ? ORDER BY id",
                OrderRows::order,
                brand);
    }

    @Override
    public Optional<Order> lock(BrandId brand, long order) {
        return rows
                .withLines(
                        brand,
                        sql.list(
                                OrderRows.SELECT + "WHERE brand = ? AND id = ? FOR UPDATE",
                                OrderRows::order,
                                brand,
                                order))
                .stream()
                .findFirst();
    }

    @Override
    public List<Refund> refundsOf(BrandId brand, long order) {
        return sql.list(
                """
                SELECT id, external_id, amount_minor, refunded_at, received_at FROM order_refund
                WHERE brand = ? AND customer_order = ? ORDER BY refunded_at, id""",
                row -> new Refund(
                        row.number("id"),
                        order,
                        row.text("external_id"),
                        row.number("amount_minor"),
                        row.instant("refunded_at"),
                        row.instant("received_at")),
                brand,
                order);
    }

    @Override
    public void add(BrandId brand, Refund refund) {
        sql.update(
                """
                INSERT INTO order_refund (brand, id, customer_order, external_id, amount_minor, refunded_at, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                brand,
                refund.id(),
                refund.order(),
                refund.externalId(),
                refund.amountMinor(),
                refund.refundedAt(),
                refund.receivedAt());
        sql.update(
                "UPDATE customer_order SET refunded_minor = refunded_minor + ? WHERE brand = ? AND id = ?",
                refund.amountMinor(),
                brand,
                refund.order());
    }

    @Override
    public void attributeAt(BrandId brand, Map<Long, @Nullable Instant> at) {
        var updates = new ArrayList<@Nullable Object[]>();
        at.forEach((order, moment) -> updates.add(new @Nullable Object[] {moment, brand, order}));
        sql.batch("UPDATE customer_order SET attribute_at = ? WHERE brand = ? AND id = ?", updates);
    }

    @Override
    public List<Order> toAttribute(BrandId brand, Instant now, int atMost) {
        return sql.list(OrderRows.SELECT + """
                        WHERE brand = ? AND attribute_at <= ?
                        ORDER BY brand, attribute_at, id FETCH FIRST ? ROWS ONLY""", OrderRows::order, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextToAttribute(BrandId brand) {
        return sql.first("""
                SELECT attribute_at FROM customer_order WHERE brand = ? AND attribute_at IS NOT NULL
                ORDER BY brand, attribute_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("attribute_at"), brand);
    }
}
