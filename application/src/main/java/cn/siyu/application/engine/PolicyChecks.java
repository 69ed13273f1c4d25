package cn.siyu.application.engine;

import cn.siyu.application.channel.PolicyCheck;
import cn.siyu.domain.channel.allocation.AllocationPolicy;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.fit.FitPolicy;
import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyProblem;
import cn.siyu.domain.contact.ContactPolicy;
import cn.siyu.domain.continuity.pool.PoolPolicy;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy;
import cn.siyu.domain.graduation.GraduationPolicy;
import cn.siyu.domain.trust.policy.TrustPolicyReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the values of every kind of policy are checked: this package builds on all capabilities, so
/// it knows their types.
public final class PolicyChecks {
    private PolicyChecks() {}

    /// A check for every kind but PLATFORM, whose check needs the channel.
    public static Map<PolicyKind, PolicyCheck> all() {
        return Map.ofEntries(
                Map.entry(PolicyKind.CONTACT, PolicyCheck.by(ContactPolicy::from)),
                Map.entry(PolicyKind.CUSTOMER_POOL, PolicyCheck.by(PoolPolicy::from)),
                Map.entry(PolicyKind.ALLOCATION, PolicyCheck.by(AllocationPolicy::from)),
                Map.entry(PolicyKind.LIFECYCLE, PolicyCheck.by(LifecyclePolicy::from)),
                Map.entry(PolicyKind.CHANNEL_FIT, PolicyCheck.by(FitPolicy::from)),
                Map.entry(PolicyKind.GRADUATION, PolicyCheck.by(GraduationPolicy::from)),
                Map.entry(PolicyKind.ACCOUNT_CARE, PolicyCheck.by(AccountCare::from)),
                Map.entry(PolicyKind.IDENTITY, PolicyCheck.by(IdentityRules::from)),
                Map.entry(PolicyKind.JOURNEY, PolicyCheck.by(JourneyPolicy::from)),
                Map.entry(PolicyKind.TRUST, PolicyChecks::trust));
    }

    private static List<PolicyProblem> trust(Map<String, Object> values) {
        var named = new LinkedHashMap<String, Object>(values);
        named.put("edition", "checked");
        return switch (TrustPolicyReader.read(named)) {
            case cn.siyu.domain.trust.policy.PolicyReading.Accepted _ -> List.of();
            case cn.siyu.domain.trust.policy.PolicyReading.Rejected(var problems) ->
                problems.stream()
                        .map(problem ->
                                new PolicyProblem(problem.pointer(), PolicyProblem.Code.OUT_OF_RANGE, problem.detail()))
                        .toList();
        };
    }
}
