package cn.siyu.application.continuity;

import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.continuity.pool.PoolPolicy;
import java.time.Instant;

/// Which rules of the pool (公海规则) hold for a brand at a moment, the brand's own changes to them
/// included.
@FunctionalInterface
public interface PoolPolicies {
    PoolPolicy inForce(BrandId brand, Instant at);

    /// Of the shipped editions.
    static PoolPolicies of(PoliciesInForce policies) {
        return (brand, at) -> policies.of(PolicyKind.CUSTOMER_POOL, brand, at, PoolPolicy::from)
                .values();
    }
}
