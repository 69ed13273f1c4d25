package cn.siyu.application.graduation;

import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyInForce;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.graduation.GraduationPolicy;
import java.time.Instant;
import java.util.Optional;

/// Which graduation policy (迁移政策) holds for a brand at a moment, the brand's own changes to it
/// included.
@FunctionalInterface
public interface GraduationPolicies {
    PolicyInForce<GraduationPolicy> inForce(BrandId brand, Instant at);

    /// When something else comes into force after a moment; empty if nothing is known of.
    default Optional<Instant> nextAfter(BrandId brand, Instant at) {
        return Optional.empty();
    }

    /// Of the shipped editions.
    static GraduationPolicies of(PoliciesInForce policies) {
        return new GraduationPolicies() {
            @Override
            public PolicyInForce<GraduationPolicy> inForce(BrandId brand, Instant at) {
                return policies.of(PolicyKind.GRADUATION, brand, at, GraduationPolicy::from);
            }

            @Override
            public Optional<Instant> nextAfter(BrandId brand, Instant at) {
                return policies.nextAfter(PolicyKind.GRADUATION, brand, at);
            }
        };
    }
}
