package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.fit.BusinessFacts;
import cn.siyu.domain.channel.fit.CapacityAdvice;
import cn.siyu.domain.channel.fit.CapacityPlan;
import cn.siyu.domain.channel.fit.CapacityPlanner;
import cn.siyu.domain.channel.fit.CapacityRules;
import cn.siyu.domain.channel.fit.ChannelFit;
import cn.siyu.domain.channel.fit.FitFact;
import cn.siyu.domain.channel.fit.FitPolicy;
import cn.siyu.domain.channel.fit.PlannedSize;
import cn.siyu.domain.channel.policy.PolicyKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says which channel fits a business (渠道适配) and what it takes to run it, by the policies in
/// force. Nothing is written.
public final class RecommendChannel {
    private final PoliciesInForce policies;
    private final BrandClock clock;

    public RecommendChannel(PoliciesInForce policies, BrandClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /// A recommendation.
    ///
    /// @param capacity what it takes to run it; null if nobody said how large it is to be, or
    ///     nothing is known of one of the channels that the policy names
    /// @param policyEdition by which it was made, the brand's own changes included
    public record Advice(
            ChannelFit.Recommendation recommendation,
            @Nullable CapacityAdvice capacity,
            String policyEdition) {}

    /// Recommends for a business.
    ///
    /// @param size how large it is to be; null if nobody said
    public Advice answer(BrandId brand, BusinessFacts facts, @Nullable PlannedSize size) {
        Instant now = clock.now(brand);
        var policy = policies.of(PolicyKind.CHANNEL_FIT, brand, now, FitPolicy::from);
        var said = new ChannelFit(policy.values()).recommend(facts);
        var capacity = size == null
                ? Optional.<CapacityAdvice>empty()
                : rules(brand, policy.values().capacity(), now)
                        .map(rules ->
                                new CapacityPlanner(rules).plan(said.operation(), facts.value(FitFact.INFLOW), size));
        return new Advice(said, capacity.orElse(null), policy.stamp().toString());
    }

    private Optional<CapacityRules> rules(BrandId brand, FitPolicy.Capacity capacity, Instant now) {
        String scale = capacity.scale().channel();
        String relation = capacity.relation().channel();
        if (!policies.knowsPlatform(scale, now) || !policies.knowsPlatform(relation, now)) {
            return Optional.empty();
        }
        return policies.care(brand, relation, now)
                .map(care -> new CapacityRules(
                        account(brand, scale, capacity.fill(), capacity.scale().addsPerDay(), now),
                        account(brand, relation, capacity.fill(), adds(care.values()), now),
                        care.values().operator().full(),
                        care.values().operator().limit(),
                        capacity.scale().customersPerMember(),
                        care.values().messages().perBatch(),
                        capacity.relation().minutesPerBatch(),
                        capacity.personalShare()));
    }

    private CapacityPlan.Account account(BrandId brand, String channel, double fill, double adds, Instant now) {
        int cap = policies.platform(brand, channel, now).values().customers().perAccount();
        return new CapacityPlan.Account(Math.max(1, cap), fill, Math.max(.01, adds));
    }

    /// What a grown account may add.
    private static double adds(AccountCare care) {
        return care.ages().getLast().addsPerDay();
    }
}
