package cn.siyu.domain.trust.policy;

import java.util.Collections;
import java.util.stream.Stream;

/// Where the points of a capped kind end if its daily cap is reached every single day: w·cap / (1 −
/// 2^(−1/h)). Shown when a policy is loaded, so that its author sees what a like a day is worth in
/// the end.
///
/// @param brand points of brand trust, without sign
/// @param social points of social trust, without sign, on the channel where they weigh most
public record SteadyState(EvidenceKind kind, double brand, double social) {

    static Stream<SteadyState> of(EvidenceRule rule) {
        return rule.dailyCap().stream().mapToObj(cap -> {
            double pieces = cap / (1 - rule.halfLife().shareLeftAfter(1));
            return new SteadyState(rule.kind(), rule.brandWeight() * pieces, heaviestSocialWeight(rule) * pieces);
        });
    }

    private static double heaviestSocialWeight(EvidenceRule rule) {
        var overrides = rule.socialByChannel().values();
        return overrides.isEmpty() ? rule.socialWeight() : Math.max(rule.socialWeight(), Collections.max(overrides));
    }
}
