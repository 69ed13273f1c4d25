package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody said that two identities are one person's, and they can't be (身份冲突). They stay
/// apart until a person decides.
///
/// @param source who said so; null if an operator decided it
/// @param at when it was noticed first
public record IdentityConflict(
        long id,
        PublicId publicId,
        IdentityPair pair,
        Reason reason,
        @Nullable IdentitySource source,
        Instant at) {
    /// Why they can't be.
    public enum Reason {
        /// It is another customer's, and what was said is not enough to make the two one.
        BELONGS_TO_ANOTHER,
        /// The person would have more identities of a type than one can have.
        TOO_MANY,
        /// The person would have two identities that an operator keeps apart.
        KEPT_APART,
        /// It is a value that the brand's policy says is nobody's: zeros, a test number, a store's
        /// phone.
        BLOCKED
    }
}
