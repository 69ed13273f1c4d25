package cn.siyu.application.channel.port;

import cn.siyu.application.channel.port.MassMessages.Delivery;
import cn.siyu.application.channel.port.MassMessages.Receipt;
import cn.siyu.application.channel.port.MassMessages.Result;
import cn.siyu.application.channel.port.MassMessages.StaffTask;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Messages to groups, in memory.
final class InMemoryGroupMessages implements GroupMessages {
    private final InMemoryFarSide farSide;
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    InMemoryGroupMessages(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    private record Task(
            Batch batch, List<String> groups, @Nullable Instant confirmedAt, boolean cancelled, int reminders) {}

    /// The owner sends it.
    void confirm(String taskId, String owner) {
        var task = tasks.get(taskId);
        if (task != null && task.batch().owner().equals(owner) && !task.cancelled() && task.confirmedAt() == null) {
            tasks.put(taskId, new Task(task.batch(), task.groups(), farSide.now(), false, task.reminders()));
        }
    }

    @Override
    public Answer<Instant> fence() {
        return farSide.read(() -> Answer.done(farSide.freshCredential()));
    }

    @Override
    public Answer<Receipt> create(Batch batch, Instant fence) {
        return farSide.change(() -> {
            if (!farSide.holdsCredentialWithin(fence)) {
                return Answer.notDone(NotDoneReason.CREDENTIAL, "no credential that ends by the fence");
            }
            if (!InMemoryMedia.there(farSide, batch.message())) {
                return Answer.notDone(NotDoneReason.INVALID, "refers to what is not there");
            }
            Set<String> foreign = batch.groups().stream()
                    .filter(group -> !farSide.groups.owns(batch.owner(), group))
                    .collect(Collectors.toSet());
            var left = batch.groups().stream()
                    .filter(group -> !foreign.contains(group))
                    .toList();
            if (left.isEmpty()) {
                return Answer.notDone(NotDoneReason.NO_RECIPIENT, "none of the owner's groups");
            }
            var id = "gmsg" + farSide.next();
            tasks.put(id, new Task(batch, left, null, false, 0));
            return Answer.done(new Receipt(id, foreign));
        });
    }

    @Override
    public Answer<Slice<StaffTask>> staffTasks(String taskId, @Nullable String cursor) {
        return farSide.read(() -> ofTask(
                taskId,
                task -> Pages.of(
                        List.of(new StaffTask(task.batch().owner(), task.confirmedAt() != null, task.confirmedAt())),
                        cursor)));
    }

    @Override
    public Answer<Slice<Result>> results(String taskId, String owner, @Nullable String cursor) {
        return farSide.read(() -> ofTask(taskId, task -> {
            boolean sent = task.confirmedAt() != null && task.batch().owner().equals(owner);
            return Pages.of(
                    sent
                            ? task.groups().stream()
                                    .map(group -> new Result(group, Delivery.DELIVERED, task.confirmedAt()))
                                    .toList()
                            : List.of(),
                    cursor);
        }));
    }

    @Override
    public Answer<Ack> remind(String taskId) {
        return farSide.change(() -> ofTask(taskId, task -> {
            if (task.cancelled()) {
                return Answer.notDone(NotDoneReason.TOO_LATE, "cancelled");
            }
            if (task.reminders() >= 3) {
                return Answer.notDone(NotDoneReason.QUOTA, "reminded often enough");
            }
            tasks.put(taskId, new Task(task.batch(), task.groups(), task.confirmedAt(), false, task.reminders() + 1));
            return Answer.done(Ack.ACK);
        }));
    }

    @Override
    public Answer<Ack> cancel(String taskId) {
        return farSide.change(() -> ofTask(taskId, task -> {
            if (task.cancelled()) {
                return Answer.notDone(NotDoneReason.TOO_LATE, "cancelled before");
            }
            tasks.put(taskId, new Task(task.batch(), task.groups(), task.confirmedAt(), true, task.reminders()));
            return Answer.done(Ack.ACK);
        }));
    }

    private <T> Answer<T> ofTask(String taskId, Function<Task, Answer<T>> use) {
        var task = tasks.get(taskId);
        return task == null ? Answer.notDone(NotDoneReason.NOT_FOUND, "no task " + taskId) : use.apply(task);
    }
}
