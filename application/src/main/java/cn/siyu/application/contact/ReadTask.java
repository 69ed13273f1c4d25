package cn.siyu.application.contact;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MassMessages.Result;
import cn.siyu.application.channel.port.MassMessages.StaffTask;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.contact.port.SendBatches.Running;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what the platform says of one task, page by page. Pages may repeat rows.
final class ReadTask {
    /// Far more than the recipients of one task can fill.
    private static final int MOST_PAGES = 1_000;

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

    /// What was read of the results.
    ///
    /// @param all whether it was read to the end; only then does a missing recipient mean anything
    record Results(Map<String, Result> byRecipient, boolean all) {
        static final Results NONE = new Results(Map.of(), false);
    }

    /// What became of each recipient.
    Results results() {
        Map<String, Result> results = new HashMap<>();
        boolean all = pages(
                cursor -> channel.results(batch.channelRef(), batch.sender().address(), cursor),
                result -> results.put(result.recipient(), result));
        return new Results(results, all);
    }

    /// A page that can't be read ends the reading: what was read holds, the rest is asked for next
    /// time. So do pages that run in a circle, or have no end.
    ///
    /// @return whether the end was reached
    private static <T> boolean pages(Function<@Nullable String, Answer<Slice<T>>> page, Consumer<T> each) {
        String cursor = null;
        Set<String> asked = new HashSet<>();
        do {
            switch (page.apply(cursor)) {
                case Answer.Done<Slice<T>>(Slice<T>(var items, var next)) -> {
                    items.forEach(each);
                    cursor = next;
                }
                case Answer.NotDone<Slice<T>> _, Answer.Unknown<Slice<T>> _ -> {
                    return false;
                }
            }
            if (cursor != null && (!asked.add(cursor) || asked.size() > MOST_PAGES)) {
                return false;
            }
        } while (cursor != null);
        return true;
    }
}
