package cn.siyu.domain.customer;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody said that an identity belongs to a customer, and that can't be taken over by itself: it is another
/// customer's, or the customer has all identities of that type it may have. Both stay apart until a person decides.
///
/// @param customer the customer it was said to belong to
/// @param key the identity in question
/// @param other whose it is; null if nobody's
public record IdentityConflict(
        long id,
        PublicId publicId,
        CustomerId customer,
        IdentityKey key,
        @Nullable CustomerId other,
        Reason reason,
        IdentitySource source,
        Instant at) {
    /// Why it was not taken over.
    public enum Reason {
        /// It is another customer's.
        BELONGS_TO_ANOTHER,
        /// The customer has as many of that type as a person can have.
        TOO_MANY
    }
}
