package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.OrderView;
import cn.siyu.domain.insight.Order;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paid order (订单): a fact, recorded once. All its money is in one currency.
///
/// @param id what it is called here
/// @param source the system that reported it
/// @param externalId that system's own key of it
/// @param customer who bought; null in the answer to a report of a key that does not see the
///     customer
/// @param paidAt when it was paid
/// @param amountMinor what was paid, in the smallest unit of the currency
/// @param currency ISO 4217 code of all money of the order
/// @param refundedMinor all refunds together
/// @param lines what was bought
/// @param refunds what was paid back, oldest first
/// @param store the store; null if in none
/// @param storeExternalId the brand's own key of the store
/// @param salesChannel through what it was sold, an open set
/// @param createdAt when it came in
@Serdeable
@Schema(name = "Order", description = "A paid order (订单)")
record OrderResource(
        @Schema(example = "ord_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "shop", maxLength = 40) String source,

        @Schema(example = "20260301-0007", maxLength = 120) String externalId,

        @Nullable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Schema(example = "2026-03-01T08:00:00.000Z") Instant paidAt,

        @Schema(example = "3200", minimum = "0") long amountMinor,

        @Schema(example = "CNY", maxLength = 3) String currency,

        @Schema(example = "0", minimum = "0") long refundedMinor,

        @ArraySchema(maxItems = 500) List<Line> lines,

        @ArraySchema(maxItems = 500) List<RefundResource> refunds,

        @Nullable @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String store,

        @Nullable @Schema(example = "store-1", maxLength = 120)
        String storeExternalId,

        @Schema(example = "MINI_PROGRAM", maxLength = 40) String salesChannel,

        @Schema(example = "2026-03-01T08:00:02.512Z") Instant createdAt) {
    /// One thing that was bought.
    ///
    /// @param sku the shop's code of it
    /// @param category its category; null if not told
    /// @param quantity how many
    /// @param amountMinor what was paid for it
    @Serdeable
    @Schema(name = "OrderLine", description = "One thing that was bought")
    record Line(
            @Schema(example = "latte", maxLength = 80) String sku,

            @Nullable @Schema(example = "coffee", maxLength = 80)
            String category,

            @Schema(example = "1", minimum = "1") int quantity,

            @Schema(example = "3200", minimum = "0") long amountMinor) {
        static Line of(Order.Line line) {
            return new Line(line.sku(), line.category(), line.quantity(), line.amountMinor());
        }
    }

    static OrderResource of(OrderView view) {
        var customer = view.customer();
        var order = view.order();
        var store = view.store();
        return new OrderResource(
                IdType.ORDER.format(order.publicId()),
                order.key().source(),
                order.key().value(),
                customer == null ? null : IdType.CUSTOMER.format(customer),
                order.paidAt(),
                order.amountMinor(),
                view.currency(),
                order.refundedMinor(),
                order.lines().stream().map(Line::of).toList(),
                view.refunds().stream()
                        .map(refund -> RefundResource.of(refund, order, view.currency()))
                        .toList(),
                store == null ? null : IdType.DEPARTMENT.format(store.id()),
                store == null ? null : store.externalId(),
                order.salesChannel(),
                order.receivedAt());
    }
}
