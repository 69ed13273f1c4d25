package cn.siyu.domain.task;

import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.EnrolmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a staff member has to do for a customer (待办).
///
/// @param kind an open code: `SEND` for a message that the channel can't send by itself, else as
///     the SOP says, such as `CALL`
/// @param customer for whom; null if it is for nobody in particular, such as a post to moments
/// @param source what it was made for; null if somebody made it by hand
/// @param staff whose it is
/// @param script what to say; null if nothing is laid down
/// @param dueAt when it should be done
/// @param expiresAt from when on it is of no use
/// @param work what it is as work on an account
/// @param claim who has it in hand; null if nobody does
public record Task(
        TaskId id,
        PublicId publicId,
        String kind,
        @Nullable CustomerId customer,
        @Nullable RelationshipId relationship,
        @Nullable Source source,
        StaffId staff,
        String title,
        @Nullable String script,
        Instant dueAt,
        Instant expiresAt,
        Work work,
        State state,
        @Nullable Claim claim,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /// A task that is no work on an account in particular.
    public Task(
            TaskId id,
            PublicId publicId,
            String kind,
            @Nullable CustomerId customer,
            @Nullable RelationshipId relationship,
            @Nullable Source source,
            StaffId staff,
            String title,
            @Nullable String script,
            Instant dueAt,
            Instant expiresAt,
            State state,
            int version,
            Instant createdAt,
            Instant updatedAt) {
        this(
                id,
                publicId,
                kind,
                customer,
                relationship,
                source,
                staff,
                title,
                script,
                dueAt,
                expiresAt,
                Work.PLAIN,
                state,
                null,
                version,
                createdAt,
                updatedAt);
    }

    /// The step of an SOP that made it, and the message it stands for.
    ///
    /// @param enrolment null if no SOP made it
    /// @param send the send it stands for; null if it is no message
    public record Source(
            @Nullable EnrolmentId enrolment,
            int step,
            @Nullable SendId send) {}

    /// A task as work on an account (账号上的工作).
    ///
    /// @param account on which account; null if on none in particular
    /// @param worth points by which a worklist is ordered, the most first
    /// @param why why it is to be done; null if nobody said
    /// @param hint how it is done and what to mind; null if there is nothing to say
    public record Work(
            @Nullable ChannelAccountId account,
            int worth,
            @Nullable String why,
            @Nullable String hint) {
        /// Nothing of it.
        public static final Work PLAIN = new Work(null, 0, null, null);
    }

    /// Somebody has it in hand for a while (领取), or had it and lost it.
    ///
    /// @param by the public id of a key
    /// @param until when it is free again, or has been since
    /// @param lost why it was taken out of their hands; null: it wasn't
    public record Claim(String by, Instant until, @Nullable Lost lost) {
        /// One that nobody took away.
        public Claim(String by, Instant until) {
            this(by, until, null);
        }

        /// Whether it holds at a moment.
        public boolean holds(Instant now) {
            return lost == null && until.isAfter(now);
        }
    }

    /// Why a task was taken out of somebody's hands (领取失效).
    public enum Lost {
        /// Its account got another holder (账号换人).
        HOLDER_CHANGED,
        /// Its customer went to somebody else (客户被接替).
        CUSTOMER_TRANSFERRED
    }

    /// What came of claiming it.
    public sealed interface Claiming {
        /// It is the claimer's.
        record Claimed(Task task) implements Claiming {}

        /// Somebody else has it.
        record Held(Claim claim) implements Claiming {}

        /// It has ended.
        record Over(State state) implements Claiming {}
    }

    /// Where it stands.
    public sealed interface State {
        /// Waits for its person.
        record Open() implements State {}

        /// It was done.
        ///
        /// @param by who said so: the public id of a key or staff member
        record Done(String by, @Nullable String note, Instant at) implements State {}

        /// Its person decided not to.
        record Skipped(String by, String reason, Instant at) implements State {}

        /// Its person tried, and it could not be done.
        record Failed(String by, String reason, Instant at) implements State {}

        /// Nobody did it in time.
        record Expired(Instant at) implements State {}

        /// What it was for is over.
        record Cancelled(String reason, Instant at) implements State {}

        /// The name of the state: `OPEN`, `DONE`, `SKIPPED`, `FAILED`, `EXPIRED`, `CANCELLED`.
        default String code() {
            return switch (this) {
                case Open _ -> "OPEN";
                case Done _ -> "DONE";
                case Skipped _ -> "SKIPPED";
                case Failed _ -> "FAILED";
                case Expired _ -> "EXPIRED";
                case Cancelled _ -> "CANCELLED";
            };
        }
    }

    /// What came of ending it.
    public sealed interface Ending {
        /// It has ended as wanted.
        record Ended(Task task) implements Ending {}

        /// It had ended the same way before; nothing changes.
        record Repeated() implements Ending {}

        /// It had ended another way.
        record Otherwise(State state) implements Ending {}
    }

    /// Whether it waits for its person.
    public boolean open() {
        return state instanceof State.Open;
    }

    /// Ends it, if it is open and its time isn't over.
    ///
    /// @param wanted how; not open
    public Ending end(State wanted, Instant now) {
        if (open() && expiresAt.isAfter(now)) {
            return new Ending.Ended(in(wanted, now));
        }
        if (open()) {
            return new Ending.Otherwise(new State.Expired(expiresAt));
        }
        return state.code().equals(wanted.code()) ? new Ending.Repeated() : new Ending.Otherwise(state);
    }

    /// Takes it in hand; who has it already has it longer.
    ///
    /// @param by the public id of a key
    public Claiming claim(String by, Instant until, Instant now) {
        if (!open()) {
            return new Claiming.Over(state);
        }
        if (!expiresAt.isAfter(now)) {
            return new Claiming.Over(new State.Expired(expiresAt));
        }
        var held = heldAt(now);
        if (held != null && !held.by().equals(by)) {
            return new Claiming.Held(held);
        }
        return new Claiming.Claimed(with(state, new Claim(by, until), now));
    }

    /// Lets it go, if it is the one's who says so.
    public Task released(String by, Instant now) {
        var held = claim;
        return open() && held != null && held.lost() == null && held.by().equals(by) ? with(state, null, now) : this;
    }

    /// Who has it in hand at a moment; null if nobody does.
    public @Nullable Claim heldAt(Instant now) {
        var held = claim;
        return open() && held != null && held.holds(now) ? held : null;
    }

    /// Goes to whoever holds its account from now on. Who had it in hand has it no more.
    ///
    /// @throws IllegalStateException if it isn't open
    public Task givenTo(StaffId holder, Instant now) {
        return elsewhere(holder, relationship, work, lost(Lost.HOLDER_CHANGED, now), now);
    }

    /// Goes to somebody else, who serves the customer over another relationship from now on. Who
    /// had it in hand has it no more.
    ///
    /// @param to who has it now
    /// @param over the relationship it is about now
    /// @param on the account it is work on now, if it is work on one
    /// @throws IllegalStateException if it isn't open
    public Task handedOver(StaffId to, RelationshipId over, ChannelAccountId on, Instant now) {
        var moved = new Work(work.account() == null ? null : on, work.worth(), work.why(), work.hint());
        return elsewhere(to, over, moved, lost(Lost.CUSTOMER_TRANSFERRED, now), now);
    }

    private @Nullable Claim lost(Lost why, Instant now) {
        var had = claim;
        if (had == null || had.lost() != null) {
            return had;
        }
        return had.holds(now) ? new Claim(had.by(), now, why) : null;
    }

    private Task elsewhere(StaffId to, @Nullable RelationshipId over, Work there, @Nullable Claim was, Instant now) {
        if (!open()) {
            throw new IllegalStateException("task " + id.value() + " has ended");
        }
        return new Task(
                id,
                publicId,
                kind,
                customer,
                over,
                source,
                to,
                title,
                script,
                dueAt,
                expiresAt,
                there,
                state,
                was,
                version + 1,
                createdAt,
                now);
    }

    /// Ended since nobody did it in time.
    ///
    /// @throws IllegalStateException if it isn't open
    public Task expired(Instant now) {
        return whileOpen(new State.Expired(expiresAt), now);
    }

    /// Ended since what it was for is over.
    ///
    /// @param reason a stable code
    /// @throws IllegalStateException if it isn't open
    public Task cancelled(String reason, Instant now) {
        return whileOpen(new State.Cancelled(reason, now), now);
    }

    private Task whileOpen(State to, Instant now) {
        if (!open()) {
            throw new IllegalStateException("task " + id.value() + " has ended");
        }
        return in(to, now);
    }

    private Task in(State to, Instant now) {
        return with(to, claim, now);
    }

    private Task with(State to, @Nullable Claim held, Instant now) {
        return new Task(
                id,
                publicId,
                kind,
                customer,
                relationship,
                source,
                staff,
                title,
                script,
                dueAt,
                expiresAt,
                work,
                to,
                held,
                version + 1,
                createdAt,
                now);
    }
}
