package cn.siyu.application.insight.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Orders in memory.
public final class InMemoryOrders implements Orders {
    private final InMemoryStore.Table<Long, Row> table;
    private final InMemoryStore.Table<Long, RefundRow> refunds;

    private record Row(BrandId brand, Order order, @Nullable Instant attributeAt) {}

    private record RefundRow(BrandId brand, Refund refund) {}

    public InMemoryOrders(InMemoryStore store) {
        this.table = store.table();
        this.refunds = store.table();
    }

    private Stream<Row> in(BrandId brand) {
        return table.rows().values().stream().filter(row -> row.brand().equals(brand));
    }

    /// All orders of a brand, with their lines.
    public List<Order> all(BrandId brand) {
        return in(brand).map(Row::order).toList();
    }

    @Override
    public Map<ExternalKey, Order> find(BrandId brand, Collection<ExternalKey> keys) {
        var found = new HashMap<ExternalKey, Order>();
        in(brand).map(Row::order).filter(one -> keys.contains(one.key())).forEach(one -> found.put(one.key(), one));
        return found;
    }

    @Override
    public Optional<Order> byPublicId(BrandId brand, PublicId id) {
        return in(brand)
                .map(Row::order)
                .filter(one -> one.publicId().equals(id))
                .findFirst();
    }

    @Override
    public List<Order> add(BrandId brand, String currency, List<Order> orders) {
        var fresh = new ArrayList<Order>();
        for (Order one : orders) {
            if (find(brand, List.of(one.key())).isEmpty()) {
                table.rows().put(one.id(), new Row(brand, one, null));
                fresh.add(one);
            }
        }
        return fresh;
    }

    @Override
    public List<Order> of(BrandId brand, Collection<CustomerId> customers) {
        return in(brand)
                .map(Row::order)
                .filter(one -> customers.contains(one.customer()))
                .sorted(Comparator.comparingLong((Order one) -> one.customer().value())
                        .thenComparingLong(Order::id))
                .map(one -> with(one, one.refundedMinor(), List.of()))
                .toList();
    }

    @Override
    public List<Order> findAll(BrandId brand, Collection<Long> numbers) {
        return in(brand)
                .map(Row::order)
                .filter(one -> numbers.contains(one.id()))
                .sorted(Comparator.comparingLong(Order::id))
                .map(one -> with(one, one.refundedMinor(), List.of()))
                .toList();
    }

    @Override
    public Optional<Order> lock(BrandId brand, long order) {
        return in(brand).map(Row::order).filter(one -> one.id() == order).findFirst();
    }

    @Override
    public List<Refund> refundsOf(BrandId brand, long order) {
        return refunds.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(RefundRow::refund)
                .filter(one -> one.order() == order)
                .sorted(Comparator.comparing(Refund::refundedAt).thenComparingLong(Refund::id))
                .toList();
    }

    @Override
    public void add(BrandId brand, Refund refund) {
        refunds.rows().put(refund.id(), new RefundRow(brand, refund));
        table.rows().computeIfPresent(refund.order(), (_, row) -> {
            var one = row.order();
            return new Row(
                    brand, with(one, one.refundedMinor() + refund.amountMinor(), one.lines()), row.attributeAt());
        });
    }

    private static Order with(Order one, long refundedMinor, List<Order.Line> lines) {
        return new Order(
                one.id(),
                one.publicId(),
                one.key(),
                one.customer(),
                one.identity(),
                one.store(),
                one.salesChannel(),
                one.paidAt(),
                one.amountMinor(),
                refundedMinor,
                one.receivedAt(),
                lines);
    }

    @Override
    public void attributeAt(BrandId brand, Map<Long, @Nullable Instant> at) {
        at.forEach((order, moment) ->
                table.rows().computeIfPresent(order, (_, row) -> new Row(brand, row.order(), moment)));
    }

    private Stream<Row> waiting(BrandId brand) {
        return in(brand).filter(row -> row.attributeAt() != null);
    }

    @Override
    public List<Order> toAttribute(BrandId brand, Instant now, int atMost) {
        return waiting(brand)
                .filter(row -> row.attributeAt() != null && !row.attributeAt().isAfter(now))
                .map(Row::order)
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Instant> nextToAttribute(BrandId brand) {
        return waiting(brand).map(Row::attributeAt).flatMap(Stream::ofNullable).min(Comparator.naturalOrder());
    }
}
