package cn.siyu.domain.graduation;

import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One customer in one program (迁移候选人); at most once in each.
///
/// The arm is drawn when it is chosen and never again. CHOSEN → INVITED → ACCEPTED or EXPIRED; an
/// expired invitation may still be accepted, late. A customer who is held out stays HELD_OUT.
///
/// @param customer who was chosen
/// @param before what the customer was when it was chosen
/// @param account to which account; null if held out
/// @param token the code that links a new contact to the customer (邀请口令); null if held out
/// @param dueAt when it is looked at next; null: not again by itself
public record Candidate(
        CandidateId id,
        PublicId publicId,
        ProgramId program,
        CustomerId customer,
        Arm arm,
        Before before,
        @Nullable ChannelAccountId account,
        @Nullable String token,
        State state,
        @Nullable String reason,
        Invitation invitation,
        @Nullable Acceptance acceptance,
        @Nullable Instant dueAt,
        int version,
        Instant chosenAt,
        Instant updatedAt) {
    /// The invitation ended since its program did.
    public static final String PROGRAM_ENDED = "PROGRAM_ENDED";
    /// There is nothing by which the customer could be asked.
    public static final String NO_WAY = "NO_WAY";
    /// It turned out to be somebody who was a contact of the accounts when it was chosen.
    public static final String FRIEND_BEFORE = "FRIEND_BEFORE";

    /// Where it stands.
    public enum State {
        /// Is in the control group; never invited.
        HELD_OUT,
        /// Waits to be invited.
        CHOSEN,
        /// Was invited, by a message, a task for an operator, or both.
        INVITED,
        /// Has become a contact of one of the program's accounts.
        ACCEPTED,
        /// Did not come in time.
        EXPIRED,
        /// Was not invited: the governor refused, or there was no way.
        REFUSED,
        /// Is not asked any more: the program ended before it was invited, it does not want to be,
        /// or it has been a contact of the accounts all along.
        WITHDRAWN
    }

    /// What the customer was when chosen.
    ///
    /// @param valueMinor net amount bought in the policy's window
    /// @param social social trust, 0 to 100; 0 without a live relationship
    public record Before(long valueMinor, double social) {}

    /// How it was invited.
    ///
    /// @param send the message; null if none was planned
    /// @param task the operator's task; null if there is none
    public record Invitation(
            @Nullable SendId send,
            @Nullable TaskId task,
            @Nullable Instant at,
            @Nullable Instant expiresAt) {
        /// Not yet.
        public static final Invitation NONE = new Invitation(null, null, null, null);
    }

    /// That the customer came.
    ///
    /// @param relationship the new one
    public record Acceptance(RelationshipId relationship, Instant at, boolean inTime) {}

    /// Whether it may still be accepted.
    public boolean open() {
        return state == State.CHOSEN || state == State.INVITED || state == State.EXPIRED;
    }

    /// Is looked at again later.
    public Candidate waiting(@Nullable Instant until, Instant now) {
        return with(state, reason, invitation, acceptance, until, now);
    }

    /// Was invited.
    public Candidate invited(Invitation how, Instant now) {
        require(State.CHOSEN);
        return with(State.INVITED, null, how, null, how.expiresAt(), now);
    }

    /// Was not invited.
    ///
    /// @param why a stable code
    public Candidate refused(String why, @Nullable SendId send, Instant now) {
        require(State.CHOSEN);
        return with(State.REFUSED, why, new Invitation(send, null, null, null), null, null, now);
    }

    /// Was not invited, since the program ended.
    public Candidate withdrawn(Instant now) {
        require(State.CHOSEN);
        return with(State.WITHDRAWN, PROGRAM_ENDED, invitation, null, null, now);
    }

    /// Is not to be asked any more, whatever was sent.
    ///
    /// @param why a stable code
    public Candidate stopped(String why, Instant now) {
        if (state != State.CHOSEN) {
            require(State.INVITED);
        }
        return with(State.WITHDRAWN, why, invitation, null, null, now);
    }

    /// Did not come in time.
    public Candidate expired(Instant now) {
        require(State.INVITED);
        return with(State.EXPIRED, null, invitation, null, null, now);
    }

    /// Came, in time or late.
    public Candidate accepted(RelationshipId relationship, Instant at, Instant now) {
        if (!open()) {
            throw new IllegalStateException("candidate " + id.value() + " is " + state);
        }
        Instant until = invitation.expiresAt();
        boolean inTime = until == null || !at.isAfter(until);
        return with(State.ACCEPTED, null, invitation, new Acceptance(relationship, at, inTime), null, now);
    }

    private void require(State needed) {
        if (state != needed) {
            throw new IllegalStateException("candidate " + id.value() + " is " + state + ", not " + needed);
        }
    }

    private Candidate with(
            State to,
            @Nullable String why,
            Invitation how,
            @Nullable Acceptance came,
            @Nullable Instant due,
            Instant now) {
        return new Candidate(
                id,
                publicId,
                program,
                customer,
                arm,
                before,
                account,
                token,
                to,
                why,
                how,
                came,
                due,
                version + 1,
                chosenAt,
                now);
    }
}
