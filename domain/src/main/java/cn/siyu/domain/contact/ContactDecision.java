package cn.siyu.domain.contact;

import cn.siyu.domain.channel.policy.PolicyStamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the governor says to one intended contact (触达决定). It is kept, whatever it says.
public sealed interface ContactDecision {
    /// The contact policy in force; a reason names the policy of its own.
    PolicyStamp policy();

    /// Go ahead.
    record Allowed(PolicyStamp policy) implements ContactDecision {}

    /// Not now, but later without anything else having to change.
    ///
    /// @param until the first moment at which to decide again
    record Deferred(Instant until, Refusal reason, PolicyStamp policy) implements ContactDecision {
        /// Whether it can't be made any more: the step's deadline lies before.
        public boolean expiresBy(Instant deadline) {
            return until.isAfter(deadline);
        }
    }

    /// No.
    ///
    /// @param reasons every reason that holds, in the governor's order; never empty
    /// @param earliestAt the first moment at which all of them have passed by themselves and the
    ///     customer isn't asleep; empty if one of them doesn't pass by itself
    record Refused(List<Refusal> reasons, Optional<Instant> earliestAt, PolicyStamp policy) implements ContactDecision {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }

        /// The reason that counts: the first in order.
        public Refusal reason() {
            return reasons.getFirst();
        }
    }
}
