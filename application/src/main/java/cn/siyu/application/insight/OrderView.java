package cn.siyu.application.insight;

import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Refund;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order with its refunds, and what clients call those who took part.
///
/// @param currency ISO 4217 code of all its money
/// @param customer who bought; null if the reader does not see the customer
/// @param store where it was bought or fetched; null if nowhere
/// @param refunds oldest first
public record OrderView(
        Order order,
        String currency,
        @Nullable PublicId customer,
        @Nullable Store store,
        List<Refund> refunds) {
    public OrderView {
        refunds = List.copyOf(refunds);
    }

    /// Without the customer, for a reporter who does not see it.
    OrderView unnamed() {
        return new OrderView(order, currency, null, store, refunds);
    }

    /// A store.
    ///
    /// @param externalId the brand's own key of it; null if it has none
    public record Store(PublicId id, @Nullable String externalId) {}
}
