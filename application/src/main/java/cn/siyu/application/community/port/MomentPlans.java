package cn.siyu.application.community.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPlanId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The moments plans (朋友圈计划) of a brand, and the posts of their accounts.
public interface MomentPlans {
    /// Adds a plan with its posts.
    void add(BrandId brand, MomentPlan plan, List<MomentPost> posts);

    /// The one with a public id, or empty.
    Optional<MomentPlan> byPublicId(BrandId brand, PublicId id);

    /// Those of the given plans that exist, by number.
    List<MomentPlan> findAll(BrandId brand, Set<MomentPlanId> ids);

    /// Plans with a number above `after`, by number.
    List<MomentPlan> page(BrandId brand, long after, int atMost);

    /// Replaces a plan; its `version` is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, MomentPlan plan);

    /// Posts of a plan with a number above `after`, by number, of accounts that are seen.
    List<MomentPost> posts(BrandId brand, MomentPlanId plan, Sight sight, long after, int atMost);

    /// The post of a plan with a public id, if its account is seen.
    Optional<MomentPost> post(BrandId brand, MomentPlanId plan, Sight sight, PublicId id);

    /// How many posts of plans stand where, of accounts that are seen; of a plan without any, no
    /// entry.
    Map<MomentPlanId, Map<MomentPost.State, Integer>> counts(
            BrandId brand, Collection<MomentPlanId> plans, Sight sight);

    /// Posts about which there is something to do at a moment, in the order of (due, number).
    List<MomentPost> due(BrandId brand, Instant now, int atMost);

    /// When there is something to do next; empty if never.
    Optional<Instant> nextDueAt(BrandId brand);

    /// Posts whose caller went away before a moment of the machine's clock without writing down
    /// what came of it.
    List<MomentPost> abandoned(BrandId brand, Instant calledBefore, int atMost);

    /// The posts that tasks stand for; of other tasks, none.
    List<MomentPost> ofTasks(BrandId brand, Collection<TaskId> tasks);

    /// Replaces posts; the `version` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replacePosts(BrandId brand, List<MomentPost> posts);

    /// How many posts of accounts take their place in a period; of accounts without any, no entry.
    ///
    /// @param from the period's beginning
    /// @param until its end, not included
    Map<ChannelAccountId, Integer> taken(
            BrandId brand, Collection<ChannelAccountId> accounts, Instant from, Instant until);
}
