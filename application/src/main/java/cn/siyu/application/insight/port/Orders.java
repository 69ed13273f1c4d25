package cn.siyu.application.insight.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Refund;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The orders of customers and their refunds; only added to.
public interface Orders {
    /// The orders with these keys, as far as they are known, with their lines.
    Map<ExternalKey, Order> find(BrandId brand, Collection<ExternalKey> keys);

    /// The order with a public id, or empty.
    Optional<Order> byPublicId(BrandId brand, PublicId id);

    /// Adds orders, but for those whose key is taken.
    ///
    /// @return those that are new
    List<Order> add(BrandId brand, String currency, List<Order> orders);

    /// The orders with these numbers, without their lines, by number.
    List<Order> findAll(BrandId brand, Collection<Long> numbers);

    /// All orders of customers, without their lines, by customer and number.
    List<Order> of(BrandId brand, Collection<CustomerId> customers);

    /// Lets nobody else lock an order until the transaction ends, and gives it as it is then.
    Optional<Order> lock(BrandId brand, long order);

    /// The refunds of an order, oldest first.
    List<Refund> refundsOf(BrandId brand, long order);

    /// Adds a refund to an order that is locked.
    void add(BrandId brand, Refund refund);

    /// Says when orders are to be put down to contacts once more.
    ///
    /// @param at null: no more
    void attributeAt(BrandId brand, Map<Long, @Nullable Instant> at);

    /// Orders that are to be put down to contacts up to a moment, by that time.
    List<Order> toAttribute(BrandId brand, Instant now, int atMost);

    /// When the next order is to be put down to contacts; empty if none is.
    Optional<Instant> nextToAttribute(BrandId brand);
}
