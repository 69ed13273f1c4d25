package cn.siyu.application.trust;

import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.channel.policy.PolicyStamp;
import cn.siyu.domain.channel.policy.PolicyTree;
import cn.siyu.domain.trust.policy.PolicyReading;
import cn.siyu.domain.trust.policy.TrustPolicy;
import cn.siyu.domain.trust.policy.TrustPolicyReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Trust policies (信任政策) by the shipped editions, with a brand's own numbers over them. What
/// was read is kept: a policy changes with its edition or with the brand's settings only.
public final class TrustPolicyEditions implements TrustPolicies {
    private static final PolicyLine LINE = PolicyLine.of(PolicyKind.TRUST);

    private final PolicyEditions editions;
    private final PolicyOverrides overrides;
    private final Map<Key, TrustPolicy> read = new ConcurrentHashMap<>();

    private record Key(BrandId brand, PolicyStamp stamp) {}

    public TrustPolicyEditions(PolicyEditions editions, PolicyOverrides overrides) {
        this.editions = editions;
        this.overrides = overrides;
    }

    @Override
    public TrustPolicy inForce(BrandId brand, Instant at) {
        var edition = editions.catalog()
                .inForce(LINE, at)
                .orElseThrow(() -> new IllegalStateException("no trust policy is valid at " + at));
        var override = overrides.find(brand, LINE, editions.catalog().day(at));
        var stamp = new PolicyStamp(
                edition.id(), override.map(PolicyOverride::version).orElse(0));
        return read.computeIfAbsent(new Key(brand, stamp), key -> {
            var values = override.map(own -> PolicyTree.merge(edition.values(), own.values()))
                    .orElse(edition.values());
            return switch (named(key.stamp(), values)) {
                case PolicyReading.Accepted(var policy) -> policy;
                // a brand's settings that a later edition leaves no room for: the edition holds alone
                case PolicyReading.Rejected _ -> shipped(new PolicyStamp(edition.id(), 0), edition.values());
            };
        });
    }

    private static TrustPolicy shipped(PolicyStamp stamp, Map<String, Object> values) {
        return switch (named(stamp, values)) {
            case PolicyReading.Accepted(var policy) -> policy;
            case PolicyReading.Rejected(var problems) ->
                throw new IllegalStateException("the shipped trust policy " + stamp + " is unsound: " + problems);
        };
    }

    private static PolicyReading named(PolicyStamp stamp, Map<String, Object> values) {
        var tree = new LinkedHashMap<>(values);
        tree.put("edition", stamp.toString());
        return TrustPolicyReader.read(tree);
    }
}
