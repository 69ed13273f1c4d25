package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolReason;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer whom nobody serves, or did not for a while.
///
/// @param id what this stay in the pool is called
/// @param customer who it is today
/// @param customerName what the customer calls itself; masked without `customers:pii`
/// @param reason why nobody serves it
/// @param since since when
/// @param enteredAt when it fell into the pool
/// @param formerStaff who served it last
/// @param formerStaffName their name
/// @param formerDepartment for which department
/// @param valueMinor net amount of its orders when it fell in, in minor units of the brand's
///     currency
/// @param state where it stands
/// @param claim the claim that stands; null if none does
/// @param leftWhy why it left; null while it is in the pool
/// @param leftAt when it left; null while it is in the pool
@Serdeable
@Schema(name = "PoolEntry", description = "A stay of a customer in the pool of those nobody serves (公海客户)")
record PoolEntryResource(
        @Schema(example = "cpe_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "王先生", maxLength = 100) String customerName,
        PoolReason reason,
        @Schema(example = "2026-02-20T08:00:00.000Z") Instant since,
        @Schema(example = "2026-02-27T19:30:00.000Z") Instant enteredAt,

        @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String formerStaff,

        @Schema(example = "小达", maxLength = 100) String formerStaffName,

        @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String formerDepartment,

        @Schema(example = "128000") long valueMinor,
        PoolEntry.State state,

        @Nullable @Schema(example = "cpc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String claim,

        PoolEntry.@Nullable Why leftWhy,

        @Nullable @Schema(example = "2026-03-02T08:00:00.000Z")
        Instant leftAt) {
    static PoolEntryResource of(CustomerPool.View view, Masks masks) {
        var entry = view.entry();
        var left = entry.left();
        var claim = view.claim();
        return new PoolEntryResource(
                IdType.POOL_ENTRY.format(entry.publicId()),
                IdType.CUSTOMER.format(view.customer()),
                masks.name(view.nickname()),
                entry.reason(),
                entry.since(),
                entry.enteredAt(),
                IdType.STAFF.format(view.formerStaff()),
                view.formerStaffName(),
                IdType.DEPARTMENT.format(view.formerDepartment()),
                entry.value(),
                entry.state(),
                claim == null ? null : IdType.POOL_CLAIM.format(claim),
                left == null ? null : left.why(),
                left == null ? null : left.at());
    }
}
