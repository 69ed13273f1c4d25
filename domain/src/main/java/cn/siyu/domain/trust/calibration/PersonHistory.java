package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one person did, as far as a calibration looks at it.
///
/// @param number the person's number
/// @param births all customers that the person was first seen as
/// @param evidence everything that was observed and not taken back
public record PersonHistory(
        long number,
        List<CustomerId> births,
        List<DatedEvidence> evidence,
        CarryGraph carries,
        List<Term> terms,
        List<Purchase> purchases) {
    public PersonHistory {
        births = List.copyOf(births);
        evidence = List.copyOf(evidence);
        terms = List.copyOf(terms);
        purchases = List.copyOf(purchases);
    }

    /// A relationship from its beginning to its end.
    ///
    /// @param endedAt null while it lives
    /// @param byCustomer whether the customer ended it
    public record Term(
            RelationshipId relationship,
            String channel,
            Instant addedAt,
            @Nullable Instant endedAt,
            boolean byCustomer) {
        /// Whether it lived at a moment.
        boolean livedAt(Instant at) {
            return !addedAt.isAfter(at) && (endedAt == null || endedAt.isAfter(at));
        }
    }

    /// A paid order that was not refunded as a whole.
    ///
    /// @param knownAt when it came in
    public record Purchase(Instant paidAt, Instant knownAt, long amountMinor) {}
}
