package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Refund;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// Money of an order that was paid back (退款): a fact of its own.
///
/// @param externalId the shop's key of it, unique for the order
/// @param order the order
/// @param amountMinor what was paid back
/// @param currency the order's
/// @param refundedAt when
/// @param createdAt when it came in
@Serdeable
@Schema(name = "Refund", description = "Money of an order that was paid back (退款)")
record RefundResource(
        @Schema(example = "refund-20260301-0007", maxLength = 120)
        String externalId,

        @Schema(example = "ord_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String order,

        @Schema(example = "3200", minimum = "1") long amountMinor,

        @Schema(example = "CNY", maxLength = 3) String currency,

        @Schema(example = "2026-03-02T08:00:00.000Z") Instant refundedAt,

        @Schema(example = "2026-03-02T08:00:02.512Z") Instant createdAt) {
    static RefundResource of(Refund refund, Order order, String currency) {
        return new RefundResource(
                refund.externalId(),
                IdType.ORDER.format(order.publicId()),
                refund.amountMinor(),
                currency,
                refund.refundedAt(),
                refund.receivedAt());
    }
}
