package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Refund;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How orders and their lines are written and read.
@Singleton
final class OrderRows {
    static final String SELECT = """
            SELECT id, public_id, source, external_id, customer, identity, store, sales_channel, paid_at, amount_minor,
              refunded_minor, received_at
            FROM customer_order
            """;

    private static final Additions ADD = new Additions("""
            INSERT INTO customer_order (brand, id, public_id, source, external_id, customer, identity, store,
              sales_channel, paid_at, amount_minor, currency, refunded_minor, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "id");

    private final Sql sql;

    OrderRows(Sql sql) {
        this.sql = sql;
    }

    /// An order without its lines.
    static Order order(Row row) throws SQLException {
        Long store = row.numberOrNull("store");
        return new Order(
                row.number("id"),
                row.publicId("public_id"),
                KeyedRows.key(row),
                new CustomerId(row.number("customer")),
                new IdentityId(row.number("identity")),
                store == null ? null : new DepartmentId(store),
                row.text("sales_channel"),
                row.instant("paid_at"),
                row.number("amount_minor"),
                row.number("refunded_minor"),
                row.instant("received_at"),
                List.of());
    }

    private record LineOf(long order, Order.Line line) {}

    List<Order> withLines(BrandId brand, List<Order> orders) {
        var lines = new HashMap<Long, List<Order.Line>>();
        sql.wanted(
                        Wanted.numbers(orders.stream().map(Order::id).toList()),
                        "customer_order",
                        "SELECT customer_order, sku, category, quantity, amount_minor FROM order_line %s"
                                + " WHERE brand = ? ORDER BY customer_order, line",
                        row -> new LineOf(
                                row.number("customer_order"),
                                new Order.Line(
                                        row.text("sku"),
                                        row.textOrNull("category"),
                                        row.integer("quantity"),
                                        row.number("amount_minor"))),
                        brand)
                .forEach(one -> lines.computeIfAbsent(one.order(), _ -> new ArrayList<>())
                        .add(one.line()));
        return orders.stream()
                .map(order -> with(order, lines.getOrDefault(order.id(), List.of())))
                .toList();
    }

    /// The refunds of orders, oldest first; of an order without any, no entry.
    Map<Long, List<Refund>> refunds(BrandId brand, List<Long> orders) {
        return sql
                .wanted(
                        Wanted.numbers(orders),
                        "customer_order",
                        "SELECT id, customer_order, external_id, amount_minor, refunded_at, received_at FROM order_refund"
                                + " %s WHERE brand = ? ORDER BY refunded_at, id",
                        row -> new Refund(
                                row.number("id"),
                                row.number("customer_order"),
                                row.text("external_id"),
                                row.number("amount_minor"),
                                row.instant("refunded_at"),
                                row.instant("received_at")),
                        brand)
                .stream()
                .collect(Collectors.groupingBy(Refund::order));
    }

    private static Order with(Order order, List<Order.Line> lines) {
        return new Order(
                order.id(),
                order.publicId(),
                order.key(),
                order.customer(),
                order.identity(),
                order.store(),
                order.salesChannel(),
                order.paidAt(),
                order.amountMinor(),
                order.refundedMinor(),
                order.receivedAt(),
                lines);
    }

    List<Order> add(BrandId brand, String currency, List<Order> orders) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (Order order : orders) {
            var store = order.store();
            rows.add(new @Nullable Object[] {
                brand,
                order.id(),
                order.publicId(),
                order.key().source(),
                order.key().value(),
                order.customer(),
                order.identity(),
                store == null ? null : store.value(),
                order.salesChannel(),
                order.paidAt(),
                order.amountMinor(),
                currency,
                order.refundedMinor(),
                order.receivedAt()
            });
        }
        boolean[] added = sql.add(ADD, rows);
        var fresh = KeyedRows.added(orders, added);
        addLines(brand, fresh);
        return fresh;
    }

    private void addLines(BrandId brand, List<Order> orders) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (Order order : orders) {
            int number = 1;
            for (Order.Line line : order.lines()) {
                rows.add(new @Nullable Object[] {
                    brand, order.id(), number++, line.sku(), line.category(), line.quantity(), line.amountMinor()
                });
            }
        }
        sql.batch("""
                INSERT INTO order_line (brand, customer_order, line, sku, category, quantity, amount_minor)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", rows);
    }
}
