package cn.siyu.application.channel.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Mass messages in memory; pages hold two rows, so that readers prove that they turn them.
final class InMemoryMassMessages implements MassMessages {
    static final Limits LIMITS = new Limits(4000, 10_000, 9, Set.of(Attachment.Kind.values()), true, null, 3);
    private static final int PAGE = 2;

    private final InMemoryFarSide farSide;

    InMemoryMassMessages(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    /// One task with what became of its recipients.
    static final class Task {
        private final Batch batch;
        private final Map<String, Result> results = new LinkedHashMap<>();
        private final List<Instant> reminders = new ArrayList<>();
        private boolean cancelled;
        private @Nullable Instant confirmedAt;

        Task(Batch batch, Set<String> unsendable) {
            this.batch = batch;
            batch.recipients().stream()
                    .filter(recipient -> !unsendable.contains(recipient))
                    .forEach(recipient -> results.put(recipient, new Result(recipient, Delivery.WAITING, null)));
        }

        Batch batch() {
            return batch;
        }

        void confirm(Instant now, Function<String, Delivery> delivery) {
            if (!cancelled && confirmedAt == null) {
                confirmedAt = now;
                results.replaceAll((recipient, _) -> {
                    var became = delivery.apply(recipient);
                    return new Result(recipient, became, became == Delivery.DELIVERED ? now : null);
                });
            }
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
            if (batch.recipients().size() > LIMITS.recipientsPerCall()
                    || batch.message().text().getBytes(UTF_8).length > LIMITS.textBytes()
                    || batch.message().attachments().size() > LIMITS.attachments()) {
                return Answer.notDone(NotDoneReason.INVALID, "above the limits");
            }
            if (!InMemoryMedia.there(farSide, batch.message())) {
                return Answer.notDone(NotDoneReason.INVALID, "refers to what is not there");
            }
            var unsendable = batch.recipients().stream()
                    .filter(recipient -> !farSide.reaches(batch.staff(), recipient))
                    .collect(Collectors.toSet());
            if (unsendable.size() == batch.recipients().size()) {
                return Answer.notDone(NotDoneReason.NO_RECIPIENT, "nobody left");
            }
            var id = "msg" + farSide.next();
            farSide.tasks.put(id, new Task(batch, unsendable));
            return Answer.done(new Receipt(id, unsendable));
        });
    }

    @Override
    public Answer<Slice<StaffTask>> staffTasks(String taskId, @Nullable String cursor) {
        return farSide.read(() -> ofTask(taskId, task -> {
            var staff = new StaffTask(task.batch.staff(), task.confirmedAt != null, task.confirmedAt);
            return Answer.done(new Slice<>(List.of(staff), null));
        }));
    }

    @Override
    public Answer<Slice<Result>> results(String taskId, String staff, @Nullable String cursor) {
        return farSide.read(() -> ofTask(taskId, task -> {
            var all = task.batch.staff().equals(staff) ? List.copyOf(task.results.values()) : List.<Result>of();
            var from = cursor == null ? 0 : Integer.parseInt(cursor);
            var to = Math.min(from + PAGE, all.size());
            return Answer.done(new Slice<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null));
        }));
    }

    @Override
    public Answer<Ack> remind(String taskId) {
        return farSide.change(() -> ofTask(taskId, task -> {
            task.reminders.removeIf(at -> !at.isAfter(farSide.now().minus(Duration.ofDays(1))));
            if (task.cancelled) {
                return Answer.notDone(NotDoneReason.TOO_LATE, "cancelled");
            }
            if (task.reminders.size() >= LIMITS.remindersPerDay()) {
                return Answer.notDone(NotDoneReason.QUOTA, "reminded often enough");
            }
            task.reminders.add(farSide.now());
            return Answer.done(Ack.ACK);
        }));
    }

    @Override
    public Answer<Ack> cancel(String taskId) {
        return farSide.change(() -> ofTask(taskId, task -> {
            if (task.cancelled) {
                return Answer.notDone(NotDoneReason.TOO_LATE, "cancelled before");
            }
            task.cancelled = true;
            return Answer.done(Ack.ACK);
        }));
    }

    private <T> Answer<T> ofTask(String taskId, Function<Task, Answer<T>> use) {
        var task = farSide.tasks.get(taskId);
        return task == null ? Answer.notDone(NotDoneReason.NOT_FOUND, "no task " + taskId) : use.apply(task);
    }
}
