package cn.siyu.domain.continuity.pool;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One relationship of a customer with what says whether anybody serves it.
///
/// @param ended null while it lives
/// @param usable whether its account is in use, not blocked, and held by somebody who is there
/// @param changedAt when the account or its holder changed last: since when it may be of no use
/// @param lastContact when somebody wrote to the customer over it last; null if never, or not asked
public record Tie(
        Instant begun,
        Relationship.@Nullable Ended ended,
        ChannelAccountId account,
        StaffId staff,
        DepartmentId department,
        boolean usable,
        Instant changedAt,
        Handover handover,
        @Nullable Instant lastContact) {
    /// Whether it was to go to a colleague.
    public enum Handover {
        NONE,
        /// It still may.
        UNDER_WAY,
        /// It did not: refused, nobody had room, or impossible.
        FAILED
    }

    /// Whether somebody serves the customer over it.
    public boolean serves() {
        return ended == null && usable;
    }
}
