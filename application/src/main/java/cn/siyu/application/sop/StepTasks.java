package cn.siyu.application.sop;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.sop.EnrolmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who makes the tasks (待办) that steps ask for. Inside the caller's transaction.
@FunctionalInterface
public interface StepTasks {
    /// Makes tasks.
    void order(BrandId brand, List<Order> orders, Instant now);

    /// A task to be made.
    ///
    /// @param place on which account it is done
    /// @param script what to say; null if nothing is laid down
    /// @param hint what to mind; null if there is nothing to say
    record Order(
            EnrolmentId enrolment,
            int step,
            CustomerId customer,
            RelationshipId relationship,
            Place place,
            StaffId staff,
            String kind,
            String title,
            @Nullable String script,
            @Nullable String hint,
            Instant dueAt,
            Instant expiresAt) {}

    /// Where a task is done.
    ///
    /// @param channel the account's kind of channel
    /// @param orders how many orders the customer has
    record Place(ChannelAccountId account, String channel, int orders) {}
}
