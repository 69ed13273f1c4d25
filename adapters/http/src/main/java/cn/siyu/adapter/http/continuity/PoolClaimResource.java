package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.domain.continuity.pool.PoolClaim;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody took a customer of the pool on.
///
/// @param id what the claim is called
/// @param entry the stay in the pool it is about
/// @param customer who it is today
/// @param customerName what the customer calls itself; masked without `customers:pii`
/// @param account over which the customer is to be served
/// @param staff who owns the customer while the claim stands
/// @param staffName their name
/// @param assigned whether head office gave the customer to them
/// @param claimedBy the API key that asked for it
/// @param claimedAt since when
/// @param dueAt when the claim is taken away unless somebody worked on it; null once it ended
/// @param task the task to win the customer back; null if none was made
/// @param endedHow how it ended; null while it stands
/// @param endedReason why, in somebody's words; null if nobody said
/// @param endedBy the API key that ended it; null: the product, or while it stands
/// @param endedAt when; null while it stands
@Serdeable
@Schema(name = "PoolClaim", description = "Somebody took a customer of the pool on (公海领取)")
record PoolClaimResource(
        @Schema(example = "cpc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "cpe_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String entry,

        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "王先生", maxLength = 100) String customerName,

        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String staff,

        @Schema(example = "小达", maxLength = 100) String staffName,
        @Schema(example = "false") boolean assigned,

        @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String claimedBy,

        @Schema(example = "2026-02-28T08:00:00.000Z") Instant claimedAt,

        @Nullable @Schema(example = "2026-03-07T08:00:00.000Z")
        Instant dueAt,

        @Nullable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String task,

        PoolClaim.@Nullable How endedHow,

        @Nullable @Schema(example = "不在本地", maxLength = 500) String endedReason,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String endedBy,

        @Nullable @Schema(example = "2026-03-02T08:00:00.000Z")
        Instant endedAt) {
    static PoolClaimResource of(PoolClaims.View view, Masks masks) {
        var claim = view.claim();
        var ended = claim.ended();
        var task = claim.task();
        var by = ended == null ? null : ended.by();
        return new PoolClaimResource(
                IdType.POOL_CLAIM.format(claim.publicId()),
                IdType.POOL_ENTRY.format(view.entry()),
                IdType.CUSTOMER.format(view.customer()),
                masks.name(view.nickname()),
                IdType.CHANNEL_ACCOUNT.format(view.account()),
                IdType.STAFF.format(view.staff()),
                view.staffName(),
                claim.assigned(),
                IdType.API_KEY.format(claim.by()),
                claim.claimedAt(),
                claim.open() ? claim.dueAt() : null,
                task == null ? null : IdType.TASK.format(task),
                ended == null ? null : ended.how(),
                ended == null ? null : ended.reason(),
                by == null ? null : IdType.API_KEY.format(by),
                ended == null ? null : ended.at());
    }
}
