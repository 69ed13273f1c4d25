package cn.siyu.application.task.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Public ids that follow from the numbers: the numbers of things that tests lay down themselves.
public final class InMemoryTaskReferences implements TaskReferences {
    /// The public id of the thing with a number.
    public static PublicId publicId(long number) {
        return PublicId.of(TasksContract.NOW, number, number);
    }

    private static @Nullable PublicId orNull(@Nullable Long number) {
        return number == null ? null : publicId(number);
    }

    @Override
    public Map<TaskId, Refers> of(BrandId brand, List<Task> tasks) {
        Map<TaskId, Refers> all = new HashMap<>();
        tasks.forEach(task -> all.put(task.id(), refers(task)));
        return all;
    }

    private static Refers refers(Task task) {
        var customer = task.customer();
        var account = task.work().account();
        var enrolment = task.source() == null ? null : task.source().enrolment();
        var relationship = task.relationship();
        var source = task.source();
        var send = source == null ? null : source.send();
        return new Refers(
                orNull(customer == null ? null : customer.value()),
                customer == null ? null : "客户" + customer.value(),
                orNull(relationship == null ? null : relationship.value()),
                orNull(account == null ? null : account.value()),
                account == null ? null : "账号" + account.value(),
                publicId(task.staff().value()),
                "成员 " + task.staff().value(),
                orNull(enrolment == null ? null : enrolment.value()),
                orNull(send == null ? null : send.value()));
    }
}
