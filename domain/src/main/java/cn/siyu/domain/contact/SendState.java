package cn.siyu.domain.contact;

/// Where a single send (触达) stands, as clients see it: its decision, then its batch's state, then
/// its result.
public enum SendState {
    /// Decided, waiting in a batch.
    PLANNED,
    /// Put off; decided again later.
    DEFERRED,
    /// About to be sent.
    INTENT,
    /// May have been sent; never repeated.
    UNKNOWN,
    /// Waits for a person's decision.
    HELD,
    /// The platform has it; the staff member may still have to confirm.
    SENT,
    /// The customer has it.
    DELIVERED,
    /// The governor said no.
    REFUSED,
    /// Its time passed.
    EXPIRED,
    /// The platform said no.
    FAILED,
    /// Taken back before anything left.
    CANCELLED,
    /// Would have been sent, but the customer is in the control group (对照组).
    CONTROL,
    /// Handed to a person as a task.
    BY_TASK;

    /// The state of a send whose batch has the word.
    public static SendState of(BatchState batch) {
        return switch (batch) {
            case PLANNED -> PLANNED;
            case INTENT -> INTENT;
            case UNKNOWN -> UNKNOWN;
            case HELD -> HELD;
            case SENT, SETTLED -> SENT;
            case FAILED -> FAILED;
            case EXPIRED -> EXPIRED;
            case CANCELLED -> CANCELLED;
        };
    }
}
