package cn.siyu.domain.continuity.pool;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stay of a customer in the pool (公海客户).
///
/// @param customer as whom it fell in
/// @param since since when nobody serves it
/// @param enteredAt when it fell in
/// @param formerStaff who served it last
/// @param formerDepartment for which department
/// @param value net amount of its orders in minor units when it fell in
/// @param left how it left; null while it is in the pool
/// @param version counts changes
public record PoolEntry(
        long id,
        PublicId publicId,
        CustomerId customer,
        PoolReason reason,
        Instant since,
        Instant enteredAt,
        StaffId formerStaff,
        DepartmentId formerDepartment,
        long value,
        State state,
        @Nullable Left left,
        int version) {
    /// Where it stands.
    public enum State {
        /// Anybody who may can claim it.
        FREE,
        /// Somebody has claimed it.
        CLAIMED,
        /// It is not in the pool any more.
        LEFT
    }

    /// How it left the pool.
    public record Left(Why why, Instant at) {}

    /// Why a customer is in the pool no more.
    public enum Why {
        /// Somebody serves it again.
        SERVED,
        /// It was put on the blacklist (黑名单).
        BLACKLISTED,
        /// It is the same person as another customer in the pool.
        MERGED
    }

    /// A new one.
    public static PoolEntry entered(
            long id, PublicId publicId, CustomerId customer, Unserved unserved, long value, Instant now) {
        return new PoolEntry(
                id,
                publicId,
                customer,
                unserved.reason(),
                unserved.since(),
                now,
                unserved.staff(),
                unserved.department(),
                value,
                State.FREE,
                null,
                1);
    }

    /// Somebody has it.
    public PoolEntry claimed() {
        return with(State.CLAIMED, null);
    }

    /// Nobody has it any more.
    public PoolEntry freed() {
        return with(State.FREE, null);
    }

    /// It leaves the pool.
    public PoolEntry left(Why why, Instant now) {
        return with(State.LEFT, new Left(why, now));
    }

    private PoolEntry with(State next, @Nullable Left how) {
        return new PoolEntry(
                id,
                publicId,
                customer,
                reason,
                since,
                enteredAt,
                formerStaff,
                formerDepartment,
                value,
                next,
                how,
                version + 1);
    }
}
