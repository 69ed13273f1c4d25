package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.contact.LostCustomers.Lost;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A customer who was lost with an account.
///
/// @param relationship the one that ended with it
/// @param customerName what the customer calls itself; masked without the scope customers:pii, null
///     if unknown, or if only accounts serve the customer that the key doesn't see
/// @param lostAt when the account was closed
/// @param reachable whether there is another account over which the customer can be reached, of those the key sees
/// @param over that account; null if there is none
@Serdeable
@Schema(name = "LostCustomer", description = "A customer who was lost with an account (封号客户)")
record LostCustomerResource(
        @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Nullable @Schema(example = "小明", maxLength = 100) String customerName,
        @Schema(example = "2026-11-23T02:00:00.000Z") Instant lostAt,
        @Schema(example = "true") boolean reachable,

        @Nullable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String over) {
    static LostCustomerResource of(Lost lost, Masks masks) {
        var over = lost.over();
        return new LostCustomerResource(
                IdType.RELATIONSHIP.format(lost.relationship().publicId()),
                lost.elsewhere() ? null : masks.name(lost.reach().nickname()),
                Objects.requireNonNull(lost.relationship().ended()).at(),
                over != null,
                over == null ? null : IdType.CHANNEL_ACCOUNT.format(over.publicId()));
    }
}
