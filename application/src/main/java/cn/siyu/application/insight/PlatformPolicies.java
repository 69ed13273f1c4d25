package cn.siyu.application.insight;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import java.time.Instant;

/// Which platform policy holds for a brand on a kind of channel at a moment.
@FunctionalInterface
public interface PlatformPolicies {
    /// The edition in force.
    PlatformPolicy inForce(BrandId brand, String channelKind, Instant at);
}
