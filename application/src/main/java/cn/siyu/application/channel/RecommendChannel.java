package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.fit.BusinessFacts;
import cn.siyu.domain.channel.fit.ChannelFit;
import cn.siyu.domain.channel.fit.FitPolicy;
import cn.siyu.domain.channel.policy.PolicyKind;

/// Says which channel fits a business (渠道适配), by the policy in force. Nothing is written.
public final class RecommendChannel {
    private final PoliciesInForce policies;
    private final BrandClock clock;

    public RecommendChannel(PoliciesInForce policies, BrandClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /// A recommendation.
    ///
    /// @param policyEdition by which it was made, the brand's own changes included
    public record Advice(ChannelFit.Recommendation recommendation, String policyEdition) {}

    /// Recommends for a business.
    public Advice answer(BrandId brand, BusinessFacts facts) {
        var policy = policies.of(PolicyKind.CHANNEL_FIT, brand, clock.now(brand), FitPolicy::from);
        return new Advice(
                new ChannelFit(policy.values()).recommend(facts), policy.stamp().toString());
    }
}
