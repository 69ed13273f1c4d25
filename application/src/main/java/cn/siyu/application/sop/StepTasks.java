package cn.siyu.application.sop;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.contact.SendId;
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
    /// @param send the send it stands for; null if it is no message
    /// @param script what to say; null if nothing is laid down
    record Order(
            EnrolmentId enrolment,
            int step,
            @Nullable SendId send,
            CustomerId customer,
            RelationshipId relationship,
            StaffId staff,
            String kind,
            String title,
            @Nullable String script,
            Instant dueAt,
            Instant expiresAt) {}
}
