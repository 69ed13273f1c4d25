package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.InteractionView;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a customer did at a touchpoint (互动): a fact, recorded once.
///
/// @param id what it is called here
/// @param source the system that reported it
/// @param externalId that system's own key of it
/// @param kind what the customer did, an open set
/// @param touchpoint where, an open set
/// @param customer who; null in the answer to a report of a key that does not see the customer
/// @param relationship in which relationship; null if in none
/// @param account with which account; null if with none
/// @param occurredAt when it happened, by the clock of who reported it
/// @param createdAt when it came in
@Serdeable
@Schema(name = "Interaction", description = "Something a customer did at a touchpoint (互动)")
record InteractionResource(
        @Schema(example = "int_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "archive", maxLength = 40) String source,

        @Schema(example = "msg-20260301-7", maxLength = 120) String externalId,

        @Schema(example = "REPLY", maxLength = 40) String kind,

        @Schema(example = "PRIVATE_CHAT", maxLength = 40) String touchpoint,

        @Nullable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Nullable Account account,

        @Schema(example = "2026-03-01T08:00:00.000Z") Instant occurredAt,

        @Schema(example = "2026-03-01T08:00:02.512Z") Instant createdAt) {
    /// An account.
    ///
    /// @param id the account
    /// @param staffUserId what the channel calls it, for WeCom the member's userid
    /// @param staff who holds it
    @Serdeable
    @Schema(name = "InteractionAccount", description = "The account of an interaction")
    record Account(
            @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String id,

            @Schema(example = "ada", maxLength = 64) String staffUserId,

            @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String staff) {}

    static InteractionResource of(InteractionView view) {
        var customer = view.customer();
        var interaction = view.interaction();
        var relationship = view.relationship();
        var account = view.account();
        return new InteractionResource(
                IdType.INTERACTION.format(interaction.publicId()),
                interaction.key().source(),
                interaction.key().value(),
                interaction.kind().code(),
                interaction.touchpoint(),
                customer == null ? null : IdType.CUSTOMER.format(customer),
                relationship == null ? null : IdType.RELATIONSHIP.format(relationship),
                account == null
                        ? null
                        : new Account(
                                IdType.CHANNEL_ACCOUNT.format(account.id()),
                                account.address(),
                                IdType.STAFF.format(account.staff())),
                interaction.occurredAt(),
                interaction.receivedAt());
    }
}
