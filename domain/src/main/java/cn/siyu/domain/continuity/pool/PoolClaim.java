package cn.siyu.domain.continuity.pool;

import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody takes a customer of the pool on (领取公海客户): while it stands the account's holder is
/// the customer's owner, and whoever sees the account sees the customer.
///
/// @param entry the stay in the pool
/// @param account over which the customer is to be served
/// @param staff who holds that account
/// @param assigned whether head office gave it to them (分配)
/// @param by the API key that asked for it
/// @param dueAt when it is looked at next whether anything was done
/// @param task what they have to do first; null if nothing was asked
/// @param ended null while it stands
/// @param version counts changes
public record PoolClaim(
        long id,
        PublicId publicId,
        long entry,
        CustomerId customer,
        ChannelAccountId account,
        StaffId staff,
        boolean assigned,
        PublicId by,
        Instant claimedAt,
        Instant dueAt,
        @Nullable PublicId task,
        @Nullable Ended ended,
        int version) {
    /// How it ended.
    ///
    /// @param reason in somebody's words; null if nobody said
    /// @param by the API key that ended it; null: the product
    public record Ended(
            How how, @Nullable String reason, @Nullable PublicId by, Instant at) {}

    /// How a claim ended.
    public enum How {
        /// Somebody serves the customer again: what it was for.
        WON,
        /// Given back with a reason.
        RELEASED,
        /// Nobody worked on it in time, so it was taken away.
        STALE,
        /// Head office gave the customer to somebody else.
        REASSIGNED,
        /// The customer left the pool some other way.
        OVER
    }

    /// Whether it stands.
    public boolean open() {
        return ended == null;
    }

    /// Ends it.
    public PoolClaim ended(Ended how) {
        return with(dueAt, how);
    }

    /// It was worked on, so that it is looked at later.
    public PoolClaim dueAt(Instant later) {
        return with(later, null);
    }

    private PoolClaim with(Instant due, @Nullable Ended how) {
        return new PoolClaim(
                id, publicId, entry, customer, account, staff, assigned, by, claimedAt, due, task, how, version + 1);
    }
}
