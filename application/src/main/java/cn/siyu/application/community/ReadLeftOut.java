package cn.siyu.application.community;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.community.port.MomentAudiences.LeftOut;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists whom an account leaves out of a post to moments (不给谁看), as it is now: who posts by
/// hand excludes them one by one. A caller sees those of accounts that it sees.
public final class ReadLeftOut {
    private final MomentPlans plans;
    private final MomentAudiences audiences;
    private final Tasks tasks;
    private final ResolveSight sights;
    private final BrandClock clock;

    public ReadLeftOut(
            MomentPlans plans, MomentAudiences audiences, Tasks tasks, ResolveSight sights, BrandClock clock) {
        this.plans = plans;
        this.audiences = audiences;
        this.tasks = tasks;
        this.sights = sights;
        this.clock = clock;
    }

    /// Of a post of a plan, with a number above `after`, by number; empty if there is no such post,
    /// or none that the caller sees.
    public Optional<List<LeftOut>> ofPost(Caller caller, PublicId plan, PublicId post, long after, int atMost) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        return plans.byPublicId(brand, plan)
                .flatMap(of -> plans.post(brand, of.id(), sight, post)
                        .map(one -> audiences.leftOut(
                                brand, sight, one.account(), of.visibleTo(), clock.now(brand), after, atMost)));
    }

    /// Of a task to post by hand; of other tasks, nobody. Empty if there is no such task, or none
    /// that the caller sees.
    public Optional<List<LeftOut>> ofTask(Caller caller, PublicId task, long after, int atMost) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        return tasks.byPublicId(brand, task)
                .filter(one -> tasks.sees(brand, sight, one))
                .map(one -> {
                    var account = one.work().account();
                    return account == null || !one.kind().equals(Deed.Moment.KIND)
                            ? List.of()
                            : audiences.leftOut(
                                    brand, sight, account, tags(brand, one), clock.now(brand), after, atMost);
                });
    }

    /// For whom the post is that a task stands for; what somebody ordered is for everybody.
    private Set<TagId> tags(BrandId brand, Task task) {
        var of = plans.ofTasks(brand, List.of(task.id())).stream()
                .map(post -> post.plan())
                .collect(Collectors.toSet());
        return plans.findAll(brand, of).stream()
                .map(MomentPlan::visibleTo)
                .findFirst()
                .orElse(Set.of());
    }
}
