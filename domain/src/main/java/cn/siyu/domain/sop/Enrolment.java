package cn.siyu.domain.sop;

import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One customer in one version of an SOP (入组). A customer is in an SOP at most once at a time.
///
/// @param relationship the one it is about; null: at each step the live one with the highest trust
/// @param arm drawn once, when it began
/// @param goalAt when the goal was reached; null if it wasn't
/// @param epoch counts changes: who writes must have read the newest
public record Enrolment(
        EnrolmentId id,
        PublicId publicId,
        SopId sop,
        SopVersionId version,
        CustomerId customer,
        @Nullable RelationshipId relationship,
        Arm arm,
        Origin origin,
        Instant enrolledAt,
        @Nullable Instant goalAt,
        int epoch,
        Progress progress) {

    /// What put the customer in.
    public enum Origin {
        RELATIONSHIP_ADDED,
        MANUAL,
        AUDIENCE
    }

    /// How far it has come.
    public sealed interface Progress {
        /// It runs; only the next step exists.
        ///
        /// @param nextStep never a wait; the number of steps if nothing is left but to end
        /// @param dueAt when it is due
        record Active(int nextStep, Instant dueAt) implements Progress {}

        /// All steps are behind it.
        record Completed(Instant at) implements Progress {}

        /// It ended before its last step.
        record Exited(ExitReason reason, Instant at) implements Progress {}
    }

    /// Why an enrolment ended before its last step.
    public enum ExitReason {
        /// The goal was reached.
        GOAL,
        /// No live relationship was left.
        LOSS,
        /// The customer opted out.
        OPT_OUT,
        /// The customer wasn't in the audience any more.
        NOT_IN_AUDIENCE,
        /// The customer's store leaves the version out (门店不参加).
        LEFT_OUT_BY_STORE,
        /// Somebody stopped it.
        STOPPED,
        /// The customer turned out to be one who is in the SOP already (客户合并).
        MERGED,
        /// The customer has moved on to another account (迁移).
        MOVED_ON,
        /// The customer was put on the blacklist (黑名单).
        BLACKLISTED
    }

    /// Whether it runs.
    public boolean active() {
        return progress instanceof Progress.Active;
    }

    /// Whether the customer is held out from everything but SERVICE messages.
    public boolean control() {
        return arm == Arm.CONTROL;
    }

    /// Waits for the next step.
    public Enrolment waiting(Journey.Position position) {
        return moved(new Progress.Active(position.step(), position.dueAt()));
    }

    /// Goes on over another relationship: somebody else serves the customer.
    ///
    /// @throws IllegalStateException if it has ended
    public Enrolment over(RelationshipId other) {
        if (!active()) {
            throw new IllegalStateException("enrolment " + id.value() + " has ended");
        }
        return new Enrolment(
                id, publicId, sop, version, customer, other, arm, origin, enrolledAt, goalAt, epoch + 1, progress);
    }

    /// All steps are behind it.
    public Enrolment completed(Instant at) {
        return moved(new Progress.Completed(at));
    }

    /// Ends early.
    public Enrolment exited(ExitReason reason, Instant at) {
        return moved(new Progress.Exited(reason, at));
    }

    private Enrolment moved(Progress to) {
        if (!active()) {
            throw new IllegalStateException("enrolment " + id.value() + " has ended");
        }
        return with(goalAt, to);
    }

    /// What a goal that was reached makes of it: the first time inside the window counts, also
    /// after its last step, and ends it if the definition says so. Otherwise it stays the same.
    public Enrolment reached(SopDefinition.Goal goal, Instant at) {
        boolean counts = goalAt == null && !at.isBefore(enrolledAt) && !at.isAfter(enrolledAt.plus(goal.within()));
        if (!counts) {
            return this;
        }
        return with(at, goal.exit() && active() ? new Progress.Exited(ExitReason.GOAL, at) : progress);
    }

    private Enrolment with(@Nullable Instant goal, Progress to) {
        return new Enrolment(
                id, publicId, sop, version, customer, relationship, arm, origin, enrolledAt, goal, epoch + 1, to);
    }
}
