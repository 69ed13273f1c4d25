package cn.siyu.domain.task;

import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.EnrolmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a staff member has to do for a customer (待办).
///
/// @param kind an open code: `SEND` for a message that the channel can't send by itself, else as the SOP
///     says, such as `CALL`
/// @param source what it was made for; null if somebody made it by hand
/// @param staff whose it is
/// @param script what to say; null if nothing is laid down
/// @param dueAt when it should be done
/// @param expiresAt from when on it is of no use
public record Task(
        TaskId id,
        PublicId publicId,
        String kind,
        CustomerId customer,
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

    /// The step of an SOP that made it.
    ///
    /// @param send the send it stands for; null if it is no message
    public record Source(
            EnrolmentId enrolment, int step, @Nullable SendId send) {}

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

        /// Nobody did it in time.
        record Expired(Instant at) implements State {}

        /// What it was for is over.
        record Cancelled(String reason, Instant at) implements State {}

        /// The name of the state: `OPEN`, `DONE`, `SKIPPED`, `EXPIRED`, `CANCELLED`.
        default String code() {
            return switch (this) {
                case Open _ -> "OPEN";
                case Done _ -> "DONE";
                case Skipped _ -> "SKIPPED";
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
                to,
                version + 1,
                createdAt,
                now);
    }
}
