package cn.siyu.application.contact;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MassMessages.Result;
import cn.siyu.application.channel.port.MassMessages.StaffTask;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.contact.port.SendBatches.Running;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what the platform says of one task, page by page. Pages may repeat rows.
final class ReadTask {
    private final MassMessages channel;
    private final Running batch;

    ReadTask(MassMessages channel, Running batch) {
        this.channel = channel;
        this.batch = batch;
    }

    /// Our staff member's part of it; empty if the platform could not be read or doesn't know it.
    Optional<StaffTask> staff() {
        Map<String, StaffTask> tasks = new HashMap<>();
        pages(cursor -> channel.staffTasks(batch.channelRef(), cursor), task -> tasks.put(task.staff(), task));
        return Optional.ofNullable(tasks.get(batch.sender().address()));
    }

    /// What became of each recipient, by recipient; what could not be read is missing.
    Map<String, Result> results() {
        Map<String, Result> results = new HashMap<>();
        pages(
                cursor -> channel.results(batch.channelRef(), batch.sender().address(), cursor),
                result -> results.put(result.recipient(), result));
        return results;
    }

    /// A page that can't be read ends the reading: what was read holds, the rest is asked for next
    /// time.
    private static <T> void pages(Function<@Nullable String, Answer<Slice<T>>> page, Consumer<T> each) {
        String cursor = null;
        do {
            cursor = switch (page.apply(cursor)) {
                case Answer.Done<Slice<T>>(Slice<T>(var items, var next)) -> {
                    items.forEach(each);
                    yield next;
                }
                case Answer.NotDone<Slice<T>> _, Answer.Unknown<Slice<T>> _ -> null;
            };
        } while (cursor != null);
    }
}
