package cn.siyu.application.contact.port;

import cn.siyu.domain.contact.BatchState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of an intended batch.
public sealed interface BatchOutcome {
    /// The state it leads to.
    BatchState state();

    /// The platform has the task.
    ///
    /// @param channelRef what the platform calls it
    /// @param confirmBy until when staff may confirm
    /// @param pollAt when to ask for results first
    /// @param remindAt when to remind staff first; null for never
    record Sent(
            String channelRef,
            Instant at,
            Instant confirmBy,
            Instant pollAt,
            @Nullable Instant remindAt) implements BatchOutcome {
        @Override
        public BatchState state() {
            return BatchState.SENT;
        }
    }

    /// Delivered at once; nobody has to confirm.
    record Delivered(Instant at) implements BatchOutcome {
        @Override
        public BatchState state() {
            return BatchState.SETTLED;
        }
    }

    /// Certainly without effect; may be called again.
    record Waits(Instant notBefore, String reason) implements BatchOutcome {
        @Override
        public BatchState state() {
            return BatchState.PLANNED;
        }
    }

    /// Certainly without effect, for good.
    record Failed(String reason) implements BatchOutcome {
        @Override
        public BatchState state() {
            return BatchState.FAILED;
        }
    }

    /// Certainly without effect, and too late for another call.
    record TooLate(String reason) implements BatchOutcome {
        @Override
        public BatchState state() {
            return BatchState.EXPIRED;
        }
    }

    /// Nobody knows.
    record Unknown(String reason) implements BatchOutcome {
        @Override
        public BatchState state() {
            return BatchState.UNKNOWN;
        }
    }
}
