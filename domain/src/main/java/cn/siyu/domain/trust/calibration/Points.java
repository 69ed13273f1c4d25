package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.TrustModel;
import cn.siyu.domain.trust.policy.EvidenceRule;
import cn.siyu.domain.trust.policy.TrustCurve;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.util.List;
import java.util.TreeMap;

/// The points of all kinds, and the scores they make of an observation.
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Points(List<EvidenceRule> kinds, double[] brand, double[] social, TrustModel model, double brandShare) {

    /// Those of the policy in force.
    static Points of(TrustModel model, double brandShare) {
        var kinds = kinds(model.policy());
        return new Points(
                kinds,
                kinds.stream().mapToDouble(EvidenceRule::brandWeight).toArray(),
                kinds.stream().mapToDouble(Points::reference).toArray(),
                model,
                brandShare);
    }

    /// The kinds in the order in which features stand.
    static List<EvidenceRule> kinds(TrustPolicy policy) {
        return List.copyOf(new TreeMap<>(policy.rules()).values());
    }

    /// The social weight to which those of the channels are in proportion: the general one, or else
    /// the largest.
    static double reference(EvidenceRule rule) {
        return rule.socialWeight() > 0
                ? rule.socialWeight()
                : rule.socialByChannel().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0);
    }

    /// How much a piece counts on a channel, in units of the weight of reference.
    static double proportion(EvidenceRule rule, String channel) {
        double reference = reference(rule);
        return reference == 0 ? 1 : rule.socialWeightOn(channel) / reference;
    }

    Points withBrand(double[] other) {
        return new Points(kinds, other, social, model, brandShare);
    }

    Points withSocial(double[] other) {
        return new Points(kinds, brand, other, model, brandShare);
    }

    /// q_B.
    double brandQuantile(Observation one) {
        return quantile(brand, one.brand(), curve().brandBase());
    }

    /// α·q_B + (1 − α)·q_S, which trust rises with inside its envelope.
    double mixed(Observation one) {
        return brandShare * brandQuantile(one)
                + (1 - brandShare) * quantile(social, one.social(), curve().socialBase());
    }

    /// T.
    double trust(Observation one) {
        return model.envelope(one.channel()).place(mixed(one));
    }

    private double quantile(double[] weights, double[] left, double base) {
        double points = base;
        for (int k = 0; k < weights.length; k++) {
            points += kinds.get(k).sign().factor() * weights[k] * left[k];
        }
        return 1 / (1 + Math.exp(-points / curve().scale()));
    }

    private TrustCurve curve() {
        return model.policy().curve();
    }
}
