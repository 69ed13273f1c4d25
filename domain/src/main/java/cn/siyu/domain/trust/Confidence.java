package cn.siyu.domain.trust;

import cn.siyu.domain.trust.policy.ConfidenceRule;

/// How much a score rests on.
///
/// @param value 0 (nothing known) to 1
/// @param knowledge the same in a word
public record Confidence(double value, Knowledge knowledge) {

    /// How well a customer is known.
    public enum Knowledge {
        LITTLE_KNOWN,
        FAIR,
        WELL_KNOWN
    }

    static Confidence ofMass(double mass, ConfidenceRule rule) {
        return of(-Math.expm1(-mass / rule.mass()), rule);
    }

    static Confidence of(double value, ConfidenceRule rule) {
        var knowledge = value < rule.fairFrom()
                ? Knowledge.LITTLE_KNOWN
                : value < rule.wellKnownFrom() ? Knowledge.FAIR : Knowledge.WELL_KNOWN;
        return new Confidence(value, knowledge);
    }
}
