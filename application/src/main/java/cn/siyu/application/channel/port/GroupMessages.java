package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Messages to the customer groups of one owner (客户群群发). Like [MassMessages]: making the task
/// delivers nothing, the owner must confirm; there is no idempotency key, so an Unknown is never
/// followed by a second create.
public interface GroupMessages {
    /// See [MassMessages#fence].
    Answer<Instant> fence();

    /// Makes the task, only with a credential that ends at or before `fence`.
    Answer<MassMessages.Receipt> create(Batch batch, Instant fence);

    /// How far the owners are, a page at a time.
    Answer<Slice<MassMessages.StaffTask>> staffTasks(String taskId, @Nullable String cursor);

    /// Groups that have got the message; a group that has not is not in the list.
    Answer<Slice<MassMessages.Result>> results(String taskId, String owner, @Nullable String cursor);

    Answer<Ack> remind(String taskId);

    Answer<Ack> cancel(String taskId);

    /// What to send. `batchId` is ours, for the logs.
    record Batch(String batchId, String owner, List<String> groups, OutboundMessage message) {
        public Batch {
            groups = List.copyOf(groups);
            if (groups.isEmpty() || Set.copyOf(groups).size() != groups.size()) {
                throw new IllegalArgumentException("a batch names at least one group, and each once");
            }
        }
    }
}
