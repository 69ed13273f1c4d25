package cn.siyu.domain.insight;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A paid order (订单): a fact, recorded once. What was paid back is told by refunds.
///
/// @param key the shop's own key of it; the same key is the same order
/// @param customer the birth customer of the identity
/// @param store where it was bought or fetched (门店); null if nowhere
/// @param salesChannel through what it was sold, for example `MINI_PROGRAM`; an open set
/// @param paidAt when it was paid
/// @param amountMinor what was paid, in the smallest unit of the brand's currency, 0 or more
/// @param refundedMinor all refunds together, at most what was paid
/// @param receivedAt when it came in, on the brand's clock
public record Order(
        long id,
        PublicId publicId,
        ExternalKey key,
        CustomerId customer,
        IdentityId identity,
        @Nullable DepartmentId store,
        String salesChannel,
        Instant paidAt,
        long amountMinor,
        long refundedMinor,
        Instant receivedAt,
        List<Line> lines) {
    /// One thing that was bought.
    ///
    /// @param sku the shop's code of it
    /// @param category its category; null if not told
    /// @param quantity 1 or more
    /// @param amountMinor what was paid for it
    public record Line(String sku, @Nullable String category, int quantity, long amountMinor) {
        public Line {
            if (quantity < 1 || sku.isBlank()) {
                throw new IllegalArgumentException("a line has a sku and a quantity of 1 or more");
            }
        }
    }

    public Order {
        lines = List.copyOf(lines);
        if (amountMinor < 0 || refundedMinor < 0 || refundedMinor > amountMinor) {
            throw new IllegalArgumentException("0 <= refunded <= amount, was " + refundedMinor + " of " + amountMinor);
        }
    }

    /// Whether everything was paid back, so that the order never was.
    public boolean undone() {
        return refundedMinor > 0 && refundedMinor == amountMinor;
    }

    /// Whether another report of the same key says the same.
    public boolean saysTheSameAs(Order other) {
        return customer.equals(other.customer)
                && Objects.equals(store, other.store)
                && salesChannel.equals(other.salesChannel)
                && paidAt.equals(other.paidAt)
                && amountMinor == other.amountMinor
                && lines.equals(other.lines);
    }
}
