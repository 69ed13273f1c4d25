package cn.siyu.application.intake;

import cn.siyu.domain.channel.ChannelAccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One account's part of a synchronisation. It goes on from its cursor, wherever it was cut off.
///
/// @param synchronization the inner number of the synchronisation
/// @param cursor the page of the channel's list that comes next; null: the first
/// @param attempts failures in a row
/// @param dueAt when it goes on; null if it has ended
/// @param problem what went wrong last; null if nothing did
/// @param version counts changes
public record SynchronizationPart(
        long synchronization,
        ChannelAccountId account,
        State state,
        @Nullable String cursor,
        int attempts,
        @Nullable Instant dueAt,
        Count count,
        @Nullable String problem,
        int version) {
    /// How far it is.
    public enum State {
        /// Reads the account's contacts page by page.
        READING,
        /// All pages are read; compares who is here with who is there.
        COMPARING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /// What was found.
    ///
    /// @param seen relationships that the channel listed, again after a list had to be begun anew
    /// @param added relationships that were not known
    /// @param changed known relationships that were other than on the channel
    /// @param ended relationships that the channel no longer lists
    public record Count(long seen, long added, long changed, long ended) {
        /// Nothing.
        public static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Count more) {
            return new Count(seen + more.seen, added + more.added, changed + more.changed, ended + more.ended);
        }
    }

    /// One that has not begun.
    static SynchronizationPart begun(long synchronization, ChannelAccountId account, Instant dueAt) {
        return new SynchronizationPart(synchronization, account, State.READING, null, 0, dueAt, Count.NONE, null, 1);
    }

    /// Whether there is something left to do.
    public boolean open() {
        return dueAt != null;
    }

    SynchronizationPart at(State reached, @Nullable String next, Count more, Instant now) {
        boolean ended = reached == State.SUCCEEDED;
        return new SynchronizationPart(
                synchronization, account, reached, next, 0, ended ? null : now, count.plus(more), null, version + 1);
    }

    SynchronizationPart postponed(Instant until, String why) {
        return new SynchronizationPart(
                synchronization, account, state, cursor, attempts + 1, until, count, why, version + 1);
    }

    /// From the first page again: the platform no longer knows the cursor.
    SynchronizationPart anew(Instant now, String why) {
        return new SynchronizationPart(
                synchronization, account, State.READING, null, attempts + 1, now, count, why, version + 1);
    }

    SynchronizationPart failed(String why) {
        return new SynchronizationPart(
                synchronization, account, State.FAILED, cursor, attempts + 1, null, count, why, version + 1);
    }
}
