package cn.siyu.domain.continuity;

import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order to give what one staff member serves to colleagues (继承).
///
/// @param from who hands over
/// @param rule how it is spread over those who take over
/// @param message what customers are told on the job, at most 200 characters; null: the platform's
///     own words
/// @param startedBy the API key that ordered it
/// @param problem what keeps it from going on; null if nothing does
/// @param finishedAt when the last transfer of it had ended; null while it runs
public record Inheritance(
        InheritanceId id,
        PublicId publicId,
        StaffId from,
        Kind kind,
        ContactWay.Rule rule,
        @Nullable String message,
        State state,
        PublicId startedBy,
        @Nullable String problem,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int version) {

    /// Whether the staff member is still there.
    public enum Kind {
        /// They go on working for the brand (在职继承): customers may be told a message and may
        /// refuse.
        ON_THE_JOB,
        /// They have left the company (离职继承).
        AFTER_LEAVING
    }

    /// How far it is.
    public enum State {
        /// The channel is being asked for the groups.
        PREPARING,
        /// Transfers are being asked for and followed.
        RUNNING,
        /// Every transfer has ended, however.
        COMPLETED,
        /// Stopped: what was asked for already is followed to its end, the rest stays where it is.
        CANCELLED
    }

    /// Whether there is something left to ask for.
    public boolean active() {
        return state == State.PREPARING || state == State.RUNNING;
    }

    /// All groups are known.
    public Inheritance running() {
        return with(State.RUNNING, null, finishedAt);
    }

    /// It stands still, by a reason that may pass; null: it goes on.
    ///
    /// @param why what it waits for
    public Inheritance troubled(@Nullable String why) {
        return with(state, why, finishedAt);
    }

    /// The last transfer has ended.
    public Inheritance finished(Instant at) {
        return with(state == State.CANCELLED ? state : State.COMPLETED, null, at);
    }

    /// Somebody stops it.
    public Inheritance cancelled() {
        return with(State.CANCELLED, problem, finishedAt);
    }

    private Inheritance with(State to, @Nullable String why, @Nullable Instant end) {
        return new Inheritance(
                id, publicId, from, kind, rule, message, to, startedBy, why, startedAt, end, version + 1);
    }
}
