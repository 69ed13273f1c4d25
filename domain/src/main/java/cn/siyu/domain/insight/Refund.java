package cn.siyu.domain.insight;

import java.time.Instant;

/// Money of an order that was paid back (退款): a fact of its own.
///
/// @param order the order's number
/// @param externalId the shop's key of the refund, unique for the order
/// @param amountMinor above 0
public record Refund(long id, long order, String externalId, long amountMinor, Instant refundedAt, Instant receivedAt) {
    public Refund {
        if (amountMinor <= 0) {
            throw new IllegalArgumentException("a refund is above 0, was " + amountMinor);
        }
    }

    /// Whether another report of the same key says the same.
    public boolean saysTheSameAs(Refund other) {
        return amountMinor == other.amountMinor && refundedAt.equals(other.refundedAt);
    }
}
