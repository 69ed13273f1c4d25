package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.IdentitySource;
import java.time.Instant;
import java.util.Optional;

/// Two identities that were said to be one person's and that can't be (身份冲突): for people to
/// look at.
///
/// @param source who said so; empty if an operator decided it
/// @param at when it was said first; empty if an operator decided it
public record RejectedLink(IdentityPair pair, Reason reason, Optional<IdentitySource> source, Optional<Instant> at) {
    /// Why not.
    public enum Reason {
        /// The person would have more identities of a type than one can have.
        TOO_MANY,
        /// The person would have two identities that an operator keeps apart.
        KEPT_APART
    }
}
