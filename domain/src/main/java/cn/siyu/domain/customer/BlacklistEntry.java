package cn.siyu.domain.customer;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody is on the brand's blacklist (黑名单): no account of any channel contacts them while it
/// stands.
///
/// @param by the API key that put it there; null: nobody said
/// @param since since when
/// @param until when it ends by itself; null: never
/// @param ended how it ended; null while it stands
/// @param version counts changes
public record BlacklistEntry(
        long id,
        PublicId publicId,
        Subject subject,
        Reason reason,
        @Nullable String note,
        @Nullable PublicId by,
        Instant since,
        @Nullable Instant until,
        @Nullable Ended ended,
        int version) {
    /// Who is meant.
    public sealed interface Subject {
        /// A customer, with all identities it has then.
        record Person(CustomerId customer) implements Subject {}

        /// Whoever has an identity, known already or not.
        record Bearer(IdentityKey identity) implements Subject {}
    }

    /// Why somebody is on it.
    public enum Reason {
        /// They complained.
        COMPLAINT,
        /// They insulted or threatened somebody.
        ABUSE,
        /// Fraud, resale, false orders (羊毛党).
        FRAUD,
        /// They advertise to our customers (广告号).
        ADVERTISING,
        /// They work for a competitor (同行).
        COMPETITOR,
        /// They asked never to be contacted.
        OWN_WISH,
        OTHER
    }

    /// How an entry ended.
    public enum How {
        /// Somebody took it off (移出).
        LIFTED,
        /// Its time was over.
        EXPIRED
    }

    /// The end of an entry.
    ///
    /// @param reason in somebody's words; null if it expired
    /// @param by the API key that ended it; null: the product, or nobody said
    public record Ended(
            How how, @Nullable String reason, @Nullable PublicId by, Instant at) {}

    /// Whether it stands.
    public boolean stands() {
        return ended == null;
    }

    /// Ends it.
    public BlacklistEntry ended(Ended how) {
        return new BlacklistEntry(id, publicId, subject, reason, note, by, since, until, how, version + 1);
    }
}
