package cn.siyu.domain.community;

import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be posted to moments (朋友圈计划), by which accounts and when; independent of any
/// SOP.
///
/// @param material what to post
/// @param visibleTo tags of which a customer must have one to see it (可见范围); none: all
///     customers
/// @param publishAt when it is to be posted
/// @param confirmBy until when staff must have posted it, behind `publishAt`
/// @param cancelledAt when somebody called it off; null if nobody did
public record MomentPlan(
        MomentPlanId id,
        PublicId publicId,
        MaterialId material,
        Set<TagId> visibleTo,
        Instant publishAt,
        Instant confirmBy,
        @Nullable Instant cancelledAt,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    public MomentPlan {
        visibleTo = Set.copyOf(visibleTo);
        if (!confirmBy.isAfter(publishAt)) {
            throw new IllegalArgumentException("a post is confirmed behind its moment");
        }
    }

    /// Called off.
    ///
    /// @throws IllegalStateException if it was before
    public MomentPlan cancelled(Instant now) {
        if (cancelledAt != null) {
            throw new IllegalStateException("the plan is called off already");
        }
        return new MomentPlan(
                id, publicId, material, visibleTo, publishAt, confirmBy, now, version + 1, createdAt, now);
    }
}
