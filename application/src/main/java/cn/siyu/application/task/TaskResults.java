package cn.siyu.application.task;

import cn.siyu.application.contact.ConcludeByHand;
import cn.siyu.application.contact.ConcludeByHand.End;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.State;
import java.util.List;
import java.util.stream.Stream;

/// Brings the end of a task that stands for a message back to the message (任务结果回写): done is
/// delivered, skipped and cancelled are taken back, expired is too late.
public final class TaskResults implements TaskWitness {
    /// The reason of a message whose person decided not to send it.
    public static final String SKIPPED = "TASK_SKIPPED";
    /// The reason of a message that could not be sent.
    public static final String FAILED = "TASK_FAILED";
    /// The reason of a message that nobody sent in time.
    public static final String EXPIRED = "TASK_EXPIRED";

    private final ConcludeByHand conclude;

    public TaskResults(ConcludeByHand conclude) {
        this.conclude = conclude;
    }

    @Override
    public void ended(BrandId brand, List<Task> tasks) {
        List<End> ends = tasks.stream().flatMap(TaskResults::end).toList();
        if (!ends.isEmpty()) {
            conclude.conclude(brand, ends, tasks.getFirst().updatedAt());
        }
    }

    private static Stream<End> end(Task task) {
        var source = task.source();
        SendId send = source == null ? null : source.send();
        if (send == null) {
            return Stream.empty();
        }
        return switch (task.state()) {
            case State.Open _ -> Stream.empty();
            case State.Done(var _, var _, var at) -> Stream.of(new End.Sent(send, at));
            case State.Skipped _ -> Stream.of(new End.Dropped(send, SKIPPED));
            case State.Failed _ -> Stream.of(new End.Dropped(send, FAILED));
            case State.Expired _ -> Stream.of(new End.TooLate(send, EXPIRED));
            case State.Cancelled(var reason, var _) -> Stream.of(new End.Dropped(send, reason));
        };
    }
}
