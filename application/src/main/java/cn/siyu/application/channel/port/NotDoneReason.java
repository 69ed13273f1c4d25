package cn.siyu.application.channel.port;

/// Why a call certainly had no effect. `passing` tells whether the same call can succeed later
/// without anybody mending anything.
public enum NotDoneReason {
    /// No byte of the request left us: name, connection or TLS failed.
    UNREACHABLE(true),
    /// A read got no usable answer: time-out, server error, broken body. State-changing calls
    /// answer Unknown instead.
    UNANSWERED(true),
    /// The far side did not accept the credential, or none was at hand that fits the fence. A fresh
    /// one comes next time.
    CREDENTIAL(true),
    /// Too many calls (频率限制); wait for `retryAfter`.
    THROTTLED(true),
    /// Somebody else writes the same record, or the task is still being prepared; try again soon.
    CONFLICT(true),
    /// A platform quota is used up (配额): corp tags, contact ways, reminders of the day.
    QUOTA(false),
    /// Configuration or rights: wrong secret, application not allowed, staff member out of its
    /// range, address not trusted.
    FORBIDDEN(false),
    /// The named staff member, contact, relationship, tag or task does not exist (any more).
    NOT_FOUND(false),
    /// None of the recipients can be sent to.
    NO_RECIPIENT(false),
    /// The moment has passed: welcome code used or too old, task already cancelled.
    TOO_LATE(false),
    /// The request itself is not acceptable: a length, a missing part, a name that is taken.
    INVALID(false),
    /// The channel cannot do this, as its descriptor says.
    UNSUPPORTED(false);

    private final boolean passing;

    NotDoneReason(boolean passing) {
        this.passing = passing;
    }

    /// True when waiting is enough; false when a person or another request is needed.
    public boolean passing() {
        return passing;
    }
}
