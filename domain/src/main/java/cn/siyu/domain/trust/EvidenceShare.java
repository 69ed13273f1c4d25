package cn.siyu.domain.trust;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.DayKey;
import cn.siyu.domain.trust.evidence.DayTotals;
import cn.siyu.domain.trust.evidence.TrustSubject;
import cn.siyu.domain.trust.policy.EvidenceRule;

/// How much of one piece of evidence counts where a score is explained. Differs from its
/// multiplicity when a day is over its cap (its pieces share what counts by their multiplicities)
/// and when it was carried over.
///
/// @param brand for brand trust, at least 0
/// @param social for social trust in the explained relationship, at least 0; 0 if it happened in
///     another one and wasn't carried here
public record EvidenceShare(DatedEvidence dated, double brand, double social) {

    /// The share of a live (not retracted) piece of evidence.
    ///
    /// @param stored the days' raw sums, with this piece in them
    /// @param carries the customer's carry edges
    /// @param here the relationship whose trust is explained
    public static EvidenceShare of(
            DatedEvidence dated, EvidenceRule rule, DayTotals stored, CarryGraph carries, RelationshipId here) {
        double brand = 0;
        double social = 0;
        for (TrustSubject subject : dated.evidence().subjects()) {
            double counted = counted(dated, rule, stored, subject);
            switch (subject) {
                case TrustSubject.Brand _ -> brand = counted;
                case TrustSubject.Social(var origin) ->
                    social = counted
                            * carries.sharesOf(origin, dated.effectiveAt(), rule.sign())
                                    .getOrDefault(here, 0.0);
            }
        }
        return new EvidenceShare(dated, brand, social);
    }

    private static double counted(DatedEvidence dated, EvidenceRule rule, DayTotals stored, TrustSubject subject) {
        double multiplicity = dated.evidence().multiplicity();
        if (!rule.capped()) {
            return multiplicity;
        }
        double sum = stored.sumOf(new DayKey(subject, rule.kind(), dated.effectiveAt()));
        return multiplicity * rule.counted(sum) / sum;
    }
}
