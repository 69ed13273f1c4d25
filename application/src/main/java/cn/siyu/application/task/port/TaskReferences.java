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
    /// @param customerName what the customer calls itself; null if unknown
    /// @param send the message it stands for
    record Refers(
            PublicId customer,
            @Nullable String customerName,
            @Nullable PublicId relationship,
            PublicId staff,
            String staffName,
            @Nullable PublicId enrolment,
            @Nullable PublicId send) {}
}
