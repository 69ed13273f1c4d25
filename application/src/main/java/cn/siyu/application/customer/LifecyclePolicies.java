package cn.siyu.application.customer;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy;
import java.time.Instant;

/// Which lifecycle policy holds for a brand at a moment, the brand's own changes to it included.
@FunctionalInterface
public interface LifecyclePolicies {
    /// The edition in force.
    LifecyclePolicy inForce(BrandId brand, Instant at);
}
