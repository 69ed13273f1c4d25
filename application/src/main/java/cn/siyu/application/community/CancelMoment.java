package cn.siyu.application.community;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;

/// Calls a plan off (取消), before the first of its posts has been handed to anybody: afterwards
/// people and the platform have it in hand.
public final class CancelMoment {
    private final MomentPlans plans;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public CancelMoment(MomentPlans plans, ResolveSight sights, UnitOfWork work, BrandClock clock) {
        this.plans = plans;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is called off, now or before.
        record Cancelled(MomentPlan plan) implements Outcome {}

        /// Posts have been handed out already.
        record UnderWay() implements Outcome {}

        /// There is no such plan.
        record Unknown() implements Outcome {}
    }

    /// Whether the plan is for accounts that the caller sees, and for no others.
    private boolean seesAll(Caller caller, MomentPlan plan) {
        var wanted = List.of(plan.id());
        return plans.counts(caller.brand(), wanted, sights.of(caller))
                .equals(plans.counts(caller.brand(), wanted, new Sight.Everything()));
    }

    /// Calls it off: for all its accounts, so it is for those who see all of them.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees some of them only
    public Outcome handle(Caller caller, PublicId plan) {
        return work.inTransaction(() -> {
            var brand = caller.brand();
            var found = plans.byPublicId(brand, plan);
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            if (!seesAll(caller, found.get())) {
                WholeBrand.require(caller);
            }
            if (found.get().cancelledAt() != null) {
                return new Outcome.Cancelled(found.get());
            }
            List<MomentPost> posts =
                    plans.posts(brand, found.get().id(), new Sight.Everything(), 0, PlanMoment.MOST_ACCOUNTS);
            boolean underWay =
                    posts.stream().anyMatch(post -> post.state() != State.PLANNED && post.state() != State.REFUSED);
            if (underWay) {
                return new Outcome.UnderWay();
            }
            Instant now = clock.now(brand);
            var cancelled = found.get().cancelled(now);
            plans.replace(brand, cancelled);
            plans.replacePosts(
                    brand,
                    posts.stream()
                            .filter(post -> post.state() == State.PLANNED)
                            .map(post -> post.ended(State.CANCELLED, "CALLED_OFF", now))
                            .toList());
            return new Outcome.Cancelled(cancelled);
        });
    }
}
