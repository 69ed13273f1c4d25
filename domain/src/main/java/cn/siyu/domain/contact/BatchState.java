package cn.siyu.domain.contact;

import java.util.Set;

/// Where a batch of sends (触达批次) stands. All its sends stand there too, until each has a result
/// of its own.
///
/// The one rule behind the table: what may have reached the platform is never called again. Only a
/// certain "it had no effect" leads back to PLANNED.
public enum BatchState {
    /// Written down with all its members; nothing has been called.
    PLANNED,
    /// About to be called, or being called. Quota and cap are consumed.
    INTENT,
    /// The call may or may not have had its effect. Parked: never sent again on a timer; what it
    /// used stays used.
    UNKNOWN,
    /// Undecidable by machine: a person decides.
    HELD,
    /// The platform has the task; staff may still have to confirm it.
    SENT,
    /// Every member has a result.
    SETTLED,
    /// The platform refused for good; nothing left.
    FAILED,
    /// Its time passed before anything left.
    EXPIRED,
    /// No member was left to send to.
    CANCELLED;

    /// What it may become.
    public Set<BatchState> next() {
        return switch (this) {
            case PLANNED -> Set.of(INTENT, FAILED, EXPIRED, CANCELLED);
            case INTENT -> Set.of(SENT, SETTLED, PLANNED, FAILED, EXPIRED, UNKNOWN);
            case UNKNOWN -> Set.of(SENT, SETTLED, PLANNED, FAILED, EXPIRED, HELD);
            case HELD -> Set.of(SENT, FAILED);
            case SENT -> Set.of(SETTLED);
            case SETTLED, FAILED, EXPIRED, CANCELLED -> Set.of();
        };
    }

    /// Why it becomes that.
    ///
    /// @throws IllegalArgumentException if it can't
    public String because(BatchState then) {
        if (!next().contains(then)) {
            throw new IllegalArgumentException(this + " never becomes " + then);
        }
        return switch (then) {
            case INTENT -> "claimed; quota and cap consumed in the same commit";
            case UNKNOWN -> "no certain answer, or the process died in the call";
            case SENT -> this == HELD ? "a person says it was sent" : "the platform has the task";
            case SETTLED -> this == SENT ? "every member has a result" : "delivered at once";
            case PLANNED -> "certainly no effect; after the right wait";
            case FAILED ->
                switch (this) {
                    case HELD -> "a person says it was not sent";
                    case PLANNED -> "a file that it carries can't be had";
                    case INTENT, UNKNOWN, SENT, SETTLED, FAILED, EXPIRED, CANCELLED ->
                        "certainly no effect, and none to come";
                };
            case EXPIRED -> "its deadline passed unsent";
            case CANCELLED -> "no member left";
            case HELD -> "reconciliation can't decide";
        };
    }

    /// Whether a call may be on its way: of two such batches of one sender with the same content,
    /// no recipient may be in both, or they could not be told apart on the platform.
    public boolean open() {
        return this == INTENT || this == UNKNOWN;
    }

    /// Whether it is certain that no member is or will be contacted by it.
    public boolean unsent() {
        return this == FAILED || this == EXPIRED || this == CANCELLED;
    }
}
