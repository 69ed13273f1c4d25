package cn.siyu.application.community;

import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.task.PostsInSight;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The posts that accounts have made or are to make: those of plans, launched or not, and those
/// that somebody ordered by hand. The task by which a plan's post is made by hand is the plan's.
public final class PostsOfAccounts implements PostsInSight {
    private final MomentPlans plans;
    private final Tasks tasks;

    public PostsOfAccounts(MomentPlans plans, Tasks tasks) {
        this.plans = plans;
        this.tasks = tasks;
    }

    @Override
    public int of(BrandId brand, ChannelAccountId account, Instant from, Instant until) {
        return of(brand, List.of(account), from, until).getOrDefault(account, 0);
    }

    /// As [#of], of many; of accounts without any, no entry.
    Map<ChannelAccountId, Integer> of(
            BrandId brand, Collection<ChannelAccountId> accounts, Instant from, Instant until) {
        var posts = new HashMap<>(plans.taken(brand, accounts, from, until));
        tasks.standing(brand, accounts, Deed.Moment.KIND, LaunchMoments.WHY, from, until)
                .forEach((account, ordered) -> posts.merge(account, ordered, Integer::sum));
        return posts;
    }
}
