package cn.siyu.application.community;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.id.PublicId;
import java.util.List;

/// Somebody has looked what became of a post of which nobody knew (人工核实): the product itself
/// would never try it again.
public final class SettleMomentPost {
    private final MomentPlans plans;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public SettleMomentPost(MomentPlans plans, ResolveSight sights, UnitOfWork work, BrandClock clock) {
        this.plans = plans;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// What somebody saw.
    ///
    /// @param published whether it is posted
    public record Command(Caller caller, PublicId plan, PublicId post, boolean published) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It stands so now.
        record Settled(MomentPost post) implements Outcome {}

        /// It isn't UNKNOWN.
        record Known(State state) implements Outcome {}

        /// There is no such post, or it isn't seen.
        record Unknown() implements Outcome {}
    }

    /// Settles it.
    public Outcome handle(Command command) {
        return work.inTransaction(() -> {
            var brand = command.caller().brand();
            var found = plans.byPublicId(brand, command.plan())
                    .flatMap(plan -> plans.post(brand, plan.id(), sights.of(command.caller()), command.post()));
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            var post = found.get();
            if (post.state() != State.UNKNOWN) {
                return new Outcome.Known(post.state());
            }
            var now = clock.now(brand);
            var settled = command.published()
                    ? post.published(now, null, now)
                    : post.ended(State.FAILED, "SEEN_NOT_POSTED", now);
            plans.replacePosts(brand, List.of(settled));
            return new Outcome.Settled(settled);
        });
    }
}
