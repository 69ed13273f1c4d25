package cn.siyu.application.trust;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Instant;

/// Which trust policy holds for a brand at a moment, the brand's own changes to it included.
@FunctionalInterface
public interface TrustPolicies {
    /// The edition in force.
    TrustPolicy inForce(BrandId brand, Instant at);
}
