package cn.siyu.domain.trust.policy;

/// How well known a customer is, by how much evidence is left: c = 1 − e^(−E / E0), E = the points
/// of both signs added up.
///
/// @param mass E0, above 0: the points that make 63 %
/// @param fairFrom from which confidence on a customer is fairly known; below, little known
/// @param wellKnownFrom from which confidence on a customer is well known
public record ConfidenceRule(double mass, double fairFrom, double wellKnownFrom) {

    public ConfidenceRule {
        if (!(mass > 0 && mass <= 10_000)) {
            throw new IllegalArgumentException("the mass of confidence is above 0 and at most 10000, not " + mass);
        }
        if (!(fairFrom > 0 && fairFrom < wellKnownFrom && wellKnownFrom < 1)) {
            throw new IllegalArgumentException(
                    "confidence needs 0 < fair_from < well_known_from < 1, not " + fairFrom + " and " + wellKnownFrom);
        }
    }
}
