package cn.siyu.domain.trust.alert;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An alert about one relationship (信任预警), from the day it was raised until it is closed, by a
/// person or since its reason has gone.
///
/// It *stands* as long as what raised it holds, closed or not. A relationship has at most one
/// standing alert of a kind, so that who closed one isn't told the same again the next day, but is
/// told when it happens anew.
///
/// @param customer the birth customer of the relationship
/// @param before T at the window's start
/// @param after T at the window's end
/// @param from when the window starts
/// @param until when it ends; in the future if the fall is yet to come
/// @param causes what each kind of evidence changed, what cost most first
/// @param policyEdition by which edition both ends were read
/// @param task the public id of the task that was made of it; null if none was
public record RelationshipAlert(
        long id,
        PublicId publicId,
        CustomerId customer,
        RelationshipId relationship,
        AlertKind kind,
        double before,
        double after,
        Instant from,
        Instant until,
        List<AlertCause> causes,
        AlertAdvice advice,
        String policyEdition,
        Instant raisedAt,
        boolean standing,
        State state,
        @Nullable Word acknowledged,
        @Nullable Word closed,
        @Nullable Reason reason,
        @Nullable PublicId task,
        int version) {
    /// As many characters as a note has at most.
    public static final int LONGEST_NOTE = 1000;

    public RelationshipAlert {
        causes = List.copyOf(causes);
        if ((state == State.CLOSED) != (reason != null && closed != null)) {
            throw new IllegalArgumentException("an alert is closed for a reason, and only then");
        }
    }

    /// Where an alert stands.
    public enum State {
        /// Nobody has looked at it.
        OPEN,
        /// Somebody takes care of it.
        ACKNOWLEDGED,
        /// It needs nothing more.
        CLOSED
    }

    /// Why it was closed.
    public enum Reason {
        /// Somebody has done something about it.
        HANDLED,
        /// Somebody looked at it and nothing is to be done.
        NOT_NEEDED,
        /// Trust is back, or the forecast is above the limit again: closed by the product.
        RECOVERED,
        /// The relationship has ended: closed by the product.
        RELATIONSHIP_ENDED;

        /// Whether people may give it.
        public boolean given() {
            return this == HANDLED || this == NOT_NEEDED;
        }
    }

    /// What somebody said, and when.
    ///
    /// @param by the public id of the API key; null for the product itself
    public record Word(
            @Nullable PublicId by, Instant at, @Nullable String note) {}

    /// A new one.
    public static RelationshipAlert raised(
            long id,
            PublicId publicId,
            CustomerId customer,
            RelationshipId relationship,
            TrustFinding finding,
            Instant from,
            Instant until,
            String policyEdition,
            Instant now) {
        return new RelationshipAlert(
                id,
                publicId,
                customer,
                relationship,
                finding.kind(),
                finding.before(),
                finding.after(),
                from,
                until,
                finding.causes(),
                finding.advice(),
                policyEdition,
                now,
                true,
                State.OPEN,
                null,
                null,
                null,
                null,
                1);
    }

    /// Whether it is still to be looked after.
    public boolean open() {
        return state != State.CLOSED;
    }

    /// Somebody takes care of it.
    ///
    /// @throws IllegalStateException if it is closed
    public RelationshipAlert acknowledged(Word word) {
        if (!open()) {
            throw new IllegalStateException("alert " + id + " is closed");
        }
        return with(standing, State.ACKNOWLEDGED, word, null, null, task);
    }

    /// It needs nothing more; it may go on standing.
    ///
    /// @throws IllegalStateException if it is closed
    public RelationshipAlert closed(Reason why, Word word) {
        if (!open()) {
            throw new IllegalStateException("alert " + id + " is closed");
        }
        return with(standing, State.CLOSED, acknowledged, word, why, task);
    }

    /// What raised it holds no more: it doesn't stand, and is closed if it wasn't.
    public RelationshipAlert lapsed(Reason why, Instant now) {
        return open()
                ? with(false, State.CLOSED, acknowledged, new Word(null, now, null), why, task)
                : with(false, state, acknowledged, closed, reason, task);
    }

    /// A task was made of it.
    public RelationshipAlert withTask(PublicId made) {
        return with(standing, state, acknowledged, closed, reason, made);
    }

    private RelationshipAlert with(
            boolean stands,
            State to,
            @Nullable Word seen,
            @Nullable Word end,
            @Nullable Reason why,
            @Nullable PublicId made) {
        return new RelationshipAlert(
                id,
                publicId,
                customer,
                relationship,
                kind,
                before,
                after,
                from,
                until,
                causes,
                advice,
                policyEdition,
                raisedAt,
                stands,
                to,
                seen,
                end,
                why,
                made,
                version + 1);
    }
}
