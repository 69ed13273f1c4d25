package cn.siyu.application.insight;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.journey.JourneyPolicy;
import java.time.Instant;

/// Which touchpoints and kinds of interaction there are for a brand at a moment.
@FunctionalInterface
public interface JourneyPolicies {
    /// The edition in force.
    JourneyPolicy inForce(BrandId brand, Instant at);
}
