package cn.siyu.application.channel;

import cn.siyu.domain.channel.policy.PolicyCatalog;
import cn.siyu.domain.channel.policy.PolicyInForce;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.channel.policy.PolicyProblem;
import cn.siyu.domain.channel.policy.PolicyReading;
import cn.siyu.domain.channel.policy.PolicyStamp;
import cn.siyu.domain.trust.policy.TrustPolicy;
import cn.siyu.domain.trust.policy.TrustPolicyReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads trust policies, whose values have a reader of their own.
final class TrustReading {
    private static final PolicyLine LINE = PolicyLine.of(PolicyKind.TRUST);

    private TrustReading() {}

    /// The edition of a moment with what a brand sets over it.
    static PolicyReading<PolicyInForce<TrustPolicy>> of(
            PolicyCatalog catalog, Instant at, Optional<PolicyOverride> override) {
        PolicyInForce<Map<String, Object>> merged = catalog.values(LINE, at, override);
        return read(merged.values(), merged.stamp());
    }

    /// Reads values that are already laid over each other.
    static PolicyReading<PolicyInForce<TrustPolicy>> read(Map<String, Object> values, PolicyStamp stamp) {
        Map<String, Object> tree = new LinkedHashMap<>(values);
        tree.put("edition", stamp.toString());
        return switch (TrustPolicyReader.read(tree)) {
            case cn.siyu.domain.trust.policy.PolicyReading.Accepted(var policy) ->
                new PolicyReading.Accepted<>(new PolicyInForce<>(policy, stamp));
            case cn.siyu.domain.trust.policy.PolicyReading.Rejected(var problems) ->
                new PolicyReading.Rejected<>(problems.stream()
                        .map(problem ->
                                new PolicyProblem(problem.pointer(), PolicyProblem.Code.OUT_OF_RANGE, problem.detail()))
                        .toList());
        };
    }
}
