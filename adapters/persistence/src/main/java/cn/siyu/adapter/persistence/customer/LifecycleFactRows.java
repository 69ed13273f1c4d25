package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Births;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.journey.Signal;
import cn.siyu.domain.customer.lifecycle.LifecycleFact;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;

/// Reads the facts that count for stages from the tables they are kept in; one query per table.
@Singleton
final class LifecycleFactRows {
    private final Sql sql;

    LifecycleFactRows(Sql sql) {
        this.sql = sql;
    }

    @FunctionalInterface
    private interface FactsOfRow {
        List<LifecycleFact> read(Row row) throws SQLException;
    }

    private record Told(long customer, List<LifecycleFact> facts) {}

    void read(BrandId brand, Births customers, BiConsumer<Long, LifecycleFact> into) {
        each(
                "SELECT customer, MIN(created_at) AS at FROM identity i %s WHERE i.brand = ? GROUP BY customer",
                brand, customers, into, row -> List.of(new LifecycleFact.IdentityKnown(row.instant("at"))));
        each(
                "SELECT customer, id, added_at, ended_at FROM relationship i %s WHERE i.brand = ?",
                brand, customers, into, LifecycleFactRows::relationship);
        each(
                "SELECT customer, id, signal, occurred_at FROM interaction i %s WHERE i.brand = ?",
                brand, customers, into, row -> interaction(row));
        each(
                "SELECT customer, id, amount_minor, paid_at FROM customer_order i %s WHERE i.brand = ?",
                brand,
                customers,
                into,
                row -> List.of(new LifecycleFact.OrderPaid(
                        row.number("id"), row.number("amount_minor"), row.instant("paid_at"))));
        each(
                """
                SELECT i.customer, r.id, r.customer_order, r.amount_minor, r.refunded_at FROM customer_order i
                %s JOIN order_refund r ON r.brand = i.brand AND r.customer_order = i.id
                WHERE i.brand = ? AND i.refunded_minor > 0""",
                brand,
                customers,
                into,
                row -> List.of(new LifecycleFact.OrderRefunded(
                        row.number("id"),
                        row.number("customer_order"),
                        row.number("amount_minor"),
                        row.instant("refunded_at"))));
    }

    private void each(
            String query, BrandId brand, Births customers, BiConsumer<Long, LifecycleFact> into, FactsOfRow reader) {
        sql.wanted(
                        customers.wanted(),
                        "i.customer",
                        query,
                        row -> new Told(row.number("customer"), reader.read(row)),
                        brand)
                .forEach(told -> told.facts().forEach(fact -> into.accept(told.customer(), fact)));
    }

    private static List<LifecycleFact> relationship(Row row) throws SQLException {
        long id = row.number("id");
        var began = new LifecycleFact.RelationshipBegan(id, row.instant("added_at"));
        var ended = row.instantOrNull("ended_at");
        return ended == null ? List.of(began) : List.of(began, new LifecycleFact.RelationshipEnded(id, ended));
    }

    private static List<LifecycleFact> interaction(Row row) throws SQLException {
        var signal = row.constant("signal", Signal.class);
        return signal == Signal.DISLIKE
                ? List.of()
                : List.of(new LifecycleFact.Interacted(
                        row.number("id"), signal == Signal.PREFERENCE, row.instant("occurred_at")));
    }
}
