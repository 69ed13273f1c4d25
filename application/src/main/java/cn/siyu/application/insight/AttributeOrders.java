package cn.siyu.application.insight;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.insight.port.Attributions;
import cn.siyu.application.insight.port.Attributions.Delivered;
import cn.siyu.application.insight.port.Attributions.Share;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.insight.Attribution;
import cn.siyu.domain.insight.AttributionMethod;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts orders down to the contacts that were delivered before them (归因), in both views. Because
/// results of contacts are told late, an order is put down again an hour, a day and three days
/// after it came in.
public final class AttributeOrders {
    /// How long before a payment a contact counts.
    public static final Duration WINDOW = Duration.ofDays(7);

    private static final List<Duration> AGAIN = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(3));
    private static final int CHUNK = 500;

    private final UnitOfWork work;
    private final Orders orders;
    private final Attributions attributions;
    private final IdSource ids;

    public AttributeOrders(UnitOfWork work, Orders orders, Attributions attributions, IdSource ids) {
        this.work = work;
        this.orders = orders;
        this.attributions = attributions;
        this.ids = ids;
    }

    /// Puts down again what is due.
    ///
    /// @param atMost how many orders at most
    /// @return how many were put down
    public int runDue(BrandId brand, Instant now, int atMost) {
        int done = 0;
        while (done < atMost) {
            int room = Math.min(CHUNK, atMost - done);
            int some = work.inTransaction(() -> attributeDue(brand, now, room));
            if (some == 0) {
                return done;
            }
            done += some;
        }
        return done;
    }

    /// When the next order is put down again; empty if none is.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return orders.nextToAttribute(brand);
    }

    private int attributeDue(BrandId brand, Instant now, int room) {
        var due = orders.toAttribute(brand, now, room);
        attribute(brand, due, now);
        return due.size();
    }

    /// It turned out who customers are: their orders are put down to contacts once more, since a
    /// contact of a person counts whichever birth customer it was made with. Inside the caller's
    /// transaction.
    public void regrouped(BrandId brand, Collection<CustomerId> births, Instant now) {
        var again = new HashMap<Long, @Nullable Instant>();
        orders.of(brand, births).forEach(order -> again.put(order.id(), now));
        orders.attributeAt(brand, again);
    }

    void attribute(BrandId brand, List<Order> some, Instant now) {
        if (some.isEmpty()) {
            return;
        }
        var touches = touches(brand, some);
        var shares = new ArrayList<Share>();
        var again = new HashMap<Long, @Nullable Instant>();
        for (Order order : some) {
            var theirs = touches.getOrDefault(order.customer(), List.of());
            for (AttributionMethod method : AttributionMethod.values()) {
                shares.addAll(shares(order, theirs, method));
            }
            again.put(order.id(), next(order, now));
        }
        attributions.replace(brand, some.stream().map(Order::id).toList(), shares, now);
        orders.attributeAt(brand, again);
    }

    /// The relationship in which the last contact before each order was delivered; of an order
    /// without one, no entry.
    Map<Long, RelationshipId> relationships(BrandId brand, List<Order> some) {
        var touched = new HashMap<Long, RelationshipId>();
        if (some.isEmpty()) {
            return touched;
        }
        var touches = touches(brand, some);
        for (Order order : some) {
            touches.getOrDefault(order.customer(), List.of()).stream()
                    .filter(one -> counts(one, order))
                    .max(Comparator.comparing((Delivered one) -> one.touch().deliveredAt())
                            .thenComparingLong(one -> one.touch().send()))
                    .ifPresent(last -> touched.put(order.id(), last.relationship()));
        }
        return touched;
    }

    private static boolean counts(Delivered one, Order order) {
        var at = one.touch().deliveredAt();
        return !at.isAfter(order.paidAt()) && !at.isBefore(order.paidAt().minus(WINDOW));
    }

    private Map<CustomerId, List<Delivered>> touches(BrandId brand, Collection<Order> some) {
        var first =
                some.stream().map(Order::paidAt).min(Comparator.naturalOrder()).orElseThrow();
        var last =
                some.stream().map(Order::paidAt).max(Comparator.naturalOrder()).orElseThrow();
        var customers = some.stream().map(Order::customer).distinct().toList();
        return attributions.delivered(brand, customers, first.minus(WINDOW), last).stream()
                .collect(Collectors.groupingBy(Delivered::customer));
    }

    /// A share says what it was before refunds, and what refunds took of it.
    private List<Share> shares(Order order, List<Delivered> delivered, AttributionMethod method) {
        List<Touch> touches = delivered.stream().map(Delivered::touch).toList();
        var attribution = Attribution.of(order.id(), order.paidAt(), order.amountMinor(), touches, WINDOW);
        var whole = attribution.shares(method, 0);
        var net = attribution.shares(method, order.refundedMinor());
        var shares = new ArrayList<Share>();
        for (int i = 0; i < whole.size(); i++) {
            long amount = whole.get(i).amountMinor();
            long left = net.get(i).amountMinor();
            shares.add(new Share(ids.next(), order.id(), method, whole.get(i).send(), amount, amount - left));
        }
        return shares;
    }

    private static @Nullable Instant next(Order order, Instant now) {
        return AGAIN.stream()
                .map(order.receivedAt()::plus)
                .filter(moment -> moment.isAfter(now))
                .findFirst()
                .orElse(null);
    }
}
