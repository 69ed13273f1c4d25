package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.answer.Money;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.ReadAttribution.Achieved;
import cn.siyu.application.insight.ReadAttribution.Part;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// What a message achieved (触达归因). Attribution says what came after, not what would not have
/// come without.
///
/// @param send the message
/// @param lastTouch what is put down to it as the last contact before the payment
/// @param equalShares what is put down to it when all contacts in the window share alike
/// @param orders the orders, latest payment first
@Serdeable
@Schema(name = "SendAttribution", description = "Which orders a message led to (触达归因)")
record AttributionResource(
        @Schema(example = "snd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String send,

        Money lastTouch,
        Money equalShares,

        @ArraySchema(maxItems = 500) List<AttributedOrder> orders) {
    /// An order that was paid within the window.
    ///
    /// @param order its id
    /// @param paidAt when it was paid
    /// @param amount what was paid, less what was paid back
    /// @param lastTouch what of it is put down to the message as the last contact
    /// @param equalShares what of it is put down to the message when all share alike
    @Serdeable
    @Schema(name = "AttributedOrder", description = "An order with what of it is put down to a message")
    record AttributedOrder(
            @Schema(example = "ord_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String order,

            @Schema(example = "2026-03-12T08:00:00.000Z") Instant paidAt,
            Money amount,
            Money lastTouch,
            Money equalShares) {
        static AttributedOrder of(Part part, String currency) {
            var order = part.order();
            return new AttributedOrder(
                    IdType.ORDER.format(order.publicId()),
                    order.paidAt(),
                    new Money(order.amountMinor() - order.refundedMinor(), currency),
                    new Money(part.lastTouchMinor(), currency),
                    new Money(part.equalSharesMinor(), currency));
        }
    }

    static AttributionResource of(Achieved achieved) {
        String currency = achieved.currency();
        return new AttributionResource(
                IdType.SEND.format(achieved.send()),
                new Money(achieved.lastTouchMinor(), currency),
                new Money(achieved.equalSharesMinor(), currency),
                achieved.orders().stream()
                        .map(part -> AttributedOrder.of(part, currency))
                        .toList());
    }
}
