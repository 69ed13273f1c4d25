package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Messages to many contacts of one staff member (企业群发).
///
/// [#create] does not deliver: where the limits say `confirmedByStaff`, the member gets a task and
/// must confirm it, and each customer's result is read later with [#results]. The far side has no
/// idempotency key; so create is called once per intent, and an Unknown is never followed by a
/// second create.
public interface MassMessages {
    /// Makes a credential ready and says when it ends, on the brand's clock. The core stores this
    /// instant with its intent: after it, a request that is still on its way is refused by the far
    /// side.
    Answer<Instant> fence();

    /// Makes the task. It only uses a credential that ends at or before `fence` and never fetches a
    /// new one, so that the time between the intent and the first byte stays short; without one it
    /// answers NotDone(CREDENTIAL).
    Answer<Receipt> create(Batch batch, Instant fence);

    /// How far the members are with the task, a page at a time; null asks for the first page.
    Answer<Slice<StaffTask>> staffTasks(String taskId, @Nullable String cursor);

    /// What became of each recipient of one staff member.
    Answer<Slice<Result>> results(String taskId, String staff, @Nullable String cursor);

    /// Asks the members who have not confirmed to do so (提醒成员群发).
    Answer<Ack> remind(String taskId);

    /// Stops what has not been confirmed yet; what customers already got stays (停止企业群发).
    Answer<Ack> cancel(String taskId);

    /// What to send. `batchId` is ours, for the logs. Recipients are distinct, in order, within the
    /// declared limit.
    record Batch(String batchId, String staff, List<String> recipients, OutboundMessage message) {
        public Batch {
            recipients = List.copyOf(recipients);
            if (recipients.isEmpty()) {
                throw new IllegalArgumentException("a batch needs recipients");
            }
            if (Set.copyOf(recipients).size() != recipients.size()) {
                throw new IllegalArgumentException("a batch names each recipient once");
            }
        }
    }

    /// The far side has the task; it will not try those in `unsendable`.
    record Receipt(String taskId, Set<String> unsendable) {
        public Receipt {
            unsendable = Set.copyOf(unsendable);
        }
    }

    /// One member's part of the task; `confirmedAt` is set once it was sent.
    record StaffTask(
            String staff, boolean confirmed, @Nullable Instant confirmedAt) {}

    /// One recipient's part; `at` is set for DELIVERED.
    record Result(
            String recipient, Delivery delivery, @Nullable Instant at) {}

    enum Delivery {
        /// The member has not confirmed yet.
        WAITING,
        DELIVERED,
        /// Member and customer are no longer contacts (不是好友).
        NOT_A_CONTACT,
        /// The customer already received as many mass messages as the platform allows
        /// (已收到其他群发).
        OVER_CAP,
        /// The far side reports something these ports do not know yet.
        UNRECOGNISED
    }
}
