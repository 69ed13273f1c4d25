package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.EvidenceRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One observed event that moves trust (证据). It always counts for the brand; for social trust
/// only in the relationship it names.
///
/// @param customer the birth customer of the identity that was observed
/// @param relationship the relationship it was observed in, if in one
/// @param occurredAt when it happened, by the clock of whoever reports it
/// @param receivedAt when it was received
/// @param multiplicity how many pieces it stands for, above 0 and at most 1,000,000
/// @param source who reported it, at most 80 characters
public record Evidence(
        EvidenceId id,
        EvidenceKind kind,
        CustomerId customer,
        Optional<RelationshipId> relationship,
        Instant occurredAt,
        Instant receivedAt,
        double multiplicity,
        String source) {

    public Evidence {
        if (!(multiplicity > 0 && multiplicity <= 1_000_000)) {
            throw new IllegalArgumentException("a multiplicity is above 0 and at most 1000000, not " + multiplicity);
        }
        if (source.length() > 80) {
            throw new IllegalArgumentException("a source has at most 80 characters");
        }
    }

    /// Gives it the time from which it decays. A clock that runs ahead can't create evidence in the
    /// future; kinds with a daily cap are dated at the start of their local day, so that a day's
    /// evidence has one time in whatever order it came.
    ///
    /// @param rule the rule of this kind
    /// @param zone the brand's time zone
    public DatedEvidence dated(EvidenceRule rule, ZoneId zone) {
        if (!rule.kind().equals(kind)) {
            throw new IllegalArgumentException("a rule for " + rule.kind().code() + " can't date " + kind.code());
        }
        var earlier = occurredAt.isBefore(receivedAt) ? occurredAt : receivedAt;
        var effectiveAt = rule.capped()
                ? earlier.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
                : earlier;
        return new DatedEvidence(this, effectiveAt);
    }

    /// What it is summed for.
    public List<TrustSubject> subjects() {
        var brand = new TrustSubject.Brand(customer);
        return relationship
                .<List<TrustSubject>>map(named -> List.of(brand, new TrustSubject.Social(named)))
                .orElseGet(() -> List.of(brand));
    }
}
