package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.continuity.ReadInheritances;
import cn.siyu.domain.continuity.Transfer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One customer or group on the way to a colleague.
///
/// @param kind what changes hands
/// @param customer the customer; null for a group
/// @param group what the channel calls the group; null for a customer
/// @param from the account that hands over
/// @param to the account that takes over; null if nobody can, or if it isn't seen
/// @param state how far it is
/// @param reason why it waits or how it ended; null if the state says all
/// @param dueAt when it may be asked for; null once it was
/// @param askedAt when it was asked for last
/// @param takenAt when it is taken over by itself; once it is TAKEN, when it was
/// @param endedAt when it ended; null while it is open
@Serdeable
@Schema(name = "Transfer", description = "One customer or group on the way to a colleague (继承明细)")
record TransferResource(
        @Schema(description = "What changes hands", example = "CUSTOMER")
        TransferKind kind,

        @Nullable
        @Schema(
                description = "The customer; null for a group",
                example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd",
                maxLength = 30)
        String customer,

        @Nullable
        @Schema(
                description = "What the channel calls the group; null for a customer",
                example = "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
                maxLength = 128)
        String group,

        @Schema(description = "The account that hands over", example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String from,

        @Nullable
        @Schema(
                description = "The account that takes over; null if nobody can, or if the key doesn't see it",
                example = "acc_01kaj4v5x8e6rtz3m0w9q2c4he",
                maxLength = 30)
        String to,

        @Schema(description = "How far it is", example = "WAITING")
        Transfer.State state,

        @Schema(description = "Why it waits or how it ended; null if the state says all", example = "PLATFORM_LIMIT")
        Transfer.@Nullable Reason reason,

        @Nullable
        @Schema(description = "When it may be asked for; null once it was", example = "2026-03-01T08:00:00.000Z")
        Instant dueAt,

        @Nullable
        @Schema(description = "When it was asked for last; null if never", example = "2026-03-01T08:00:00.000Z")
        Instant askedAt,

        @Nullable
        @Schema(
                description = "When it is taken over by itself; once it is TAKEN, when it was; null if not known",
                example = "2026-03-02T08:00:00.000Z")
        Instant takenAt,

        @Nullable @Schema(description = "When it ended; null while it is open", example = "2026-03-02T08:00:05.000Z")
        Instant endedAt) {
    static TransferResource of(ReadInheritances.TransferView view) {
        var one = view.transfer();
        var to = view.to();
        return new TransferResource(
                one.ofCustomer() ? TransferKind.CUSTOMER : TransferKind.GROUP,
                view.customer() == null
                        ? null
                        : IdType.CUSTOMER.format(view.customer().publicId()),
                one.subject() instanceof Transfer.OfGroup(var ref) ? ref : null,
                IdType.CHANNEL_ACCOUNT.format(view.from().publicId()),
                to == null ? null : IdType.CHANNEL_ACCOUNT.format(to.publicId()),
                one.state(),
                one.reason(),
                one.state() == Transfer.State.QUEUED ? one.dueAt() : null,
                one.askedAt(),
                one.takenAt(),
                one.endedAt());
    }
}
