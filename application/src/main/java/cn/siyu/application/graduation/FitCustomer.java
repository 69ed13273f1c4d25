package cn.siyu.application.graduation;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.graduation.port.Fits;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.CustomerFit;
import cn.siyu.domain.graduation.FitFacts;
import cn.siyu.domain.graduation.FitVerdict;
import cn.siyu.domain.graduation.GraduationPolicy;
import cn.siyu.domain.graduation.ValueScale;
import cn.siyu.domain.graduation.ValueTier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says for one customer whether to stay, graduate or win back (客户适配), with every criterion.
/// Nothing is written.
public final class FitCustomer {
    private final Fits fits;
    private final MeasureValue value;
    private final Rooms rooms;
    private final GraduationPolicies policies;
    private final BrandClock clock;

    public FitCustomer(Fits fits, MeasureValue value, Rooms rooms, GraduationPolicies policies, BrandClock clock) {
        this.fits = fits;
        this.value = value;
        this.rooms = rooms;
        this.policies = policies;
        this.clock = clock;
    }

    /// What is recommended.
    ///
    /// @param policyEdition by which, the brand's own changes included
    public record Fitted(FitVerdict verdict, FitFacts facts, ValueTier tier, ValueScale scale, String policyEdition) {}

    /// Empty if there is no such customer. Whether the caller sees the customer was asked before.
    public Optional<Fitted> answer(BrandId brand, CustomerId person) {
        Instant now = clock.now(brand);
        var policy = policies.inForce(brand, now);
        var facts =
                fits.of(brand, List.of(person), moment(policy.values(), now)).get(person);
        if (facts == null) {
            return Optional.empty();
        }
        var scale = value.scale(brand, now);
        int room = rooms.onChannel(
                brand, policy.values().channel(), policy.values().graduate().roomDays(), now);
        var verdict = new CustomerFit(policy.values(), scale).judge(facts, room, now);
        return Optional.of(new Fitted(
                verdict,
                facts,
                scale.tier(facts.valueMinor()),
                scale,
                policy.stamp().toString()));
    }

    static Fits.Moment moment(GraduationPolicy policy, Instant now) {
        return new Fits.Moment(
                now.minus(policy.value().window()),
                now.minus(policy.graduate().within()),
                now.minus(policy.graduate().complaintOpenFor()),
                policy.channel());
    }
}
