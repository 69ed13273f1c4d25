package cn.siyu.application.contact.port;

import cn.siyu.domain.contact.BatchState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A batch with where it stands, as a row would have it.
public record StoredBatch(
        SendBatch batch,
        Sender sender,
        BatchState state,
        @Nullable String reason,
        int epoch,
        int attempts,
        int recipients,
        Instant notBefore,
        SendBatches.@Nullable Intent intent,
        BatchOutcome.@Nullable Sent sent,
        @Nullable Instant confirmedAt,
        @Nullable Instant pollAt,
        int polls,
        int reminders,
        @Nullable Instant remindAt) {

    static StoredBatch planned(SendBatch batch, Sender sender) {
        return new StoredBatch(
                batch,
                sender,
                BatchState.PLANNED,
                null,
                0,
                0,
                batch.recipients(),
                batch.notBefore(),
                null,
                null,
                null,
                null,
                0,
                0,
                null);
    }

    /// In another state; only where the drawing has an edge.
    StoredBatch to(BatchState next, @Nullable String why) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("a batch never goes from " + state + " to " + next);
        }
        return new StoredBatch(
                batch,
                sender,
                next,
                why,
                epoch,
                attempts,
                recipients,
                notBefore,
                intent,
                sent,
                confirmedAt,
                pollAt,
                polls,
                reminders,
                remindAt);
    }

    StoredBatch intended(SendBatches.Intent commitment) {
        var next = to(BatchState.INTENT, null);
        return new StoredBatch(
                batch,
                sender,
                next.state,
                null,
                epoch + 1,
                attempts + 1,
                recipients,
                notBefore,
                commitment,
                null,
                null,
                null,
                0,
                0,
                null);
    }

    StoredBatch concluded(BatchOutcome outcome) {
        return switch (outcome) {
            case BatchOutcome.Sent now -> to(BatchState.SENT, null).with(now);
            case BatchOutcome.Delivered _ -> to(BatchState.SETTLED, null);
            case BatchOutcome.Waits(var from, var why) ->
                to(BatchState.PLANNED, why).from(from, why);
            case BatchOutcome.Failed(var why) -> to(BatchState.FAILED, why);
            case BatchOutcome.TooLate(var why) -> to(BatchState.EXPIRED, why);
            case BatchOutcome.Unknown(var why) -> to(BatchState.UNKNOWN, why);
        };
    }

    private StoredBatch with(BatchOutcome.Sent now) {
        return new StoredBatch(
                batch,
                sender,
                state,
                null,
                epoch,
                attempts,
                recipients,
                notBefore,
                intent,
                now,
                null,
                now.pollAt(),
                0,
                0,
                now.remindAt());
    }

    StoredBatch from(Instant when, String why) {
        return new StoredBatch(
                batch,
                sender,
                state,
                why,
                epoch,
                attempts,
                recipients,
                when,
                intent,
                sent,
                confirmedAt,
                pollAt,
                polls,
                reminders,
                remindAt);
    }

    StoredBatch left(int members) {
        return new StoredBatch(
                batch,
                sender,
                state,
                reason,
                epoch,
                attempts,
                members,
                notBefore,
                intent,
                sent,
                confirmedAt,
                pollAt,
                polls,
                reminders,
                remindAt);
    }

    StoredBatch polled(@Nullable Instant confirmed, @Nullable Instant next) {
        return new StoredBatch(
                batch,
                sender,
                state,
                reason,
                epoch,
                attempts,
                recipients,
                notBefore,
                intent,
                sent,
                confirmed,
                next,
                polls + 1,
                reminders,
                confirmed == null && next != null ? remindAt : null);
    }

    StoredBatch reminded(int count, @Nullable Instant next) {
        return new StoredBatch(
                batch,
                sender,
                state,
                reason,
                epoch,
                attempts,
                recipients,
                notBefore,
                intent,
                sent,
                confirmedAt,
                pollAt,
                polls,
                count,
                next);
    }
}
