package cn.siyu.domain.trust;

import java.time.Instant;

/// The scores of a relationship as filters, sorts and the governor read them: stored when evidence
/// comes and, set-based, once a day. Exact at its time only; an explanation is always computed from
/// the accumulators.
///
/// @param trust T
/// @param brand B, 0 to 100
/// @param social S, 0 to 100
/// @param confidence of T, 0 to 1
/// @param policyEdition the edition they were computed with; scores of two editions aren't
///     comparable
public record TrustProjection(
        double trust, double brand, double social, double confidence, Instant asOf, String policyEdition) {

    public static TrustProjection of(RelationshipTrust trust, Instant asOf, String policyEdition) {
        return new TrustProjection(
                trust.trust(),
                trust.brand().score(),
                trust.social().score(),
                trust.confidence().value(),
                asOf,
                policyEdition);
    }
}
