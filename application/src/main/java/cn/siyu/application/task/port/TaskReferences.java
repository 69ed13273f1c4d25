package cn.siyu.application.task.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What clients call those whom tasks name by number.
public interface TaskReferences {
    /// One entry per task that is there.
    Map<TaskId, Refers> of(BrandId brand, List<Task> tasks);

    /// What one task refers to; null: nothing.
    ///
    /// @param customer null if it is for nobody in particular
    /// @param customerName what the customer calls itself; null if unknown
    /// @param account on which account; null if on none in particular
    /// @param accountName how customers see that account
    /// @param send the message it stands for
    record Refers(
            @Nullable PublicId customer,
            @Nullable String customerName,
            @Nullable PublicId relationship,
            @Nullable PublicId account,
            @Nullable String accountName,
            PublicId staff,
            String staffName,
            @Nullable PublicId enrolment,
            @Nullable PublicId send) {}
}
