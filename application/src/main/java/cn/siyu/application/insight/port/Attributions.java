package cn.siyu.application.insight.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.insight.AttributionMethod;
import cn.siyu.domain.insight.Touch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/// To which contacts orders are put down (归因).
public interface Attributions {
    /// Contacts delivered to customers within a time, its ends included, by customer and time.
    List<Delivered> delivered(BrandId brand, Collection<CustomerId> customers, Instant from, Instant until);

    /// Replaces the shares of orders as a whole.
    ///
    /// @param orders all orders whose shares these are, also those without any
    void replace(BrandId brand, Collection<Long> orders, List<Share> shares, Instant at);

    /// The shares of an order, by method and number.
    List<Share> of(BrandId brand, long order);

    /// The shares that were put down to a contact, by order and method.
    List<Share> ofSend(BrandId brand, SendId send);

    /// A contact that was delivered.
    record Delivered(CustomerId customer, Touch touch, RelationshipId relationship) {}

    /// One share of an order.
    ///
    /// @param send empty: to no contact
    /// @param shareMinor before money was paid back
    /// @param refundedMinor how much of it was paid back
    record Share(
            long id, long order, AttributionMethod method, OptionalLong send, long shareMinor, long refundedMinor) {}
}
