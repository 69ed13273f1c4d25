package cn.siyu.application.community.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPlanId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Moments plans in memory.
public final class InMemoryMomentPlans implements MomentPlans {
    private final InMemoryStore.Table<InMemoryStore.Key, MomentPlan> plans;
    private final InMemoryStore.Table<InMemoryStore.Key, MomentPost> posts;
    private final ChannelAccounts accounts;

    public InMemoryMomentPlans(InMemoryStore store, ChannelAccounts accounts) {
        this.plans = store.table();
        this.posts = store.table();
        this.accounts = accounts;
    }

    private boolean seen(BrandId brand, Sight sight, MomentPost post) {
        return accounts.find(brand, post.account())
                .filter(account -> sight.held(account.staff(), account.department()))
                .isPresent();
    }

    @Override
    public void add(BrandId brand, MomentPlan plan, List<MomentPost> some) {
        plans.rows().put(new InMemoryStore.Key(brand, plan.id().value()), plan);
        some.forEach(
                post -> posts.rows().put(new InMemoryStore.Key(brand, post.id().value()), post));
    }

    @Override
    public Optional<MomentPlan> byPublicId(BrandId brand, PublicId id) {
        return plans.of(brand).filter(plan -> plan.publicId().equals(id)).findFirst();
    }

    @Override
    public List<MomentPlan> findAll(BrandId brand, Set<MomentPlanId> ids) {
        return plans.of(brand).filter(plan -> ids.contains(plan.id())).toList();
    }

    @Override
    public List<MomentPlan> page(BrandId brand, long after, int atMost) {
        return plans.of(brand)
                .filter(plan -> plan.id().value() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public void replace(BrandId brand, MomentPlan plan) {
        var key = new InMemoryStore.Key(brand, plan.id().value());
        if (Objects.requireNonNull(plans.rows().get(key)).version() != plan.version() - 1) {
            throw new StaleAggregate("moment plan", plan.id().value());
        }
        plans.rows().put(key, plan);
    }

    @Override
    public List<MomentPost> posts(BrandId brand, MomentPlanId plan, Sight sight, long after, int atMost) {
        return posts.of(brand)
                .filter(post -> post.plan().equals(plan) && post.id().value() > after && seen(brand, sight, post))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<MomentPost> post(BrandId brand, MomentPlanId plan, Sight sight, PublicId id) {
        return posts(brand, plan, sight, 0, Integer.MAX_VALUE).stream()
                .filter(post -> post.publicId().equals(id))
                .findFirst();
    }

    @Override
    public Map<MomentPlanId, Map<State, Integer>> counts(BrandId brand, Collection<MomentPlanId> wanted, Sight sight) {
        Map<MomentPlanId, Map<State, Integer>> counts = new HashMap<>();
        posts.of(brand)
                .filter(post -> wanted.contains(post.plan()) && seen(brand, sight, post))
                .forEach(post -> counts.computeIfAbsent(post.plan(), _ -> new EnumMap<>(State.class))
                        .merge(post.state(), 1, Integer::sum));
        return counts;
    }

    private static Instant dueAt(MomentPost post) {
        return Objects.requireNonNull(post.progress().dueAt());
    }

    @Override
    public List<MomentPost> due(BrandId brand, Instant now, int atMost) {
        return posts.of(brand)
                .filter(post -> post.progress().dueAt() != null && !dueAt(post).isAfter(now))
                .sorted(Comparator.comparing(InMemoryMomentPlans::dueAt)
                        .thenComparingLong(post -> post.id().value()))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return posts.of(brand)
                .filter(post -> post.progress().dueAt() != null)
                .map(InMemoryMomentPlans::dueAt)
                .min(Comparator.naturalOrder());
    }

    @Override
    public List<MomentPost> abandoned(BrandId brand, Instant calledBefore, int atMost) {
        return posts.of(brand)
                .filter(post -> post.state() == State.CALLING
                        && Objects.requireNonNull(post.progress().calledAt()).isBefore(calledBefore))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<MomentPost> ofTasks(BrandId brand, Collection<TaskId> tasks) {
        return posts.of(brand)
                .filter(post -> {
                    var task = post.progress().task();
                    return task != null && tasks.contains(task);
                })
                .toList();
    }

    @Override
    public void replacePosts(BrandId brand, List<MomentPost> some) {
        for (MomentPost post : some) {
            var key = new InMemoryStore.Key(brand, post.id().value());
            if (Objects.requireNonNull(posts.rows().get(key)).version() != post.version() - 1) {
                throw new StaleAggregate("moment post", post.id().value());
            }
            posts.rows().put(key, post);
        }
    }

    @Override
    public Map<ChannelAccountId, Integer> taken(
            BrandId brand, Collection<ChannelAccountId> wanted, Instant from, Instant until) {
        Map<ChannelAccountId, Integer> taken = new HashMap<>();
        posts.of(brand)
                .filter(post -> wanted.contains(post.account())
                        && !MomentPost.never().contains(post.state())
                        && !post.publishAt().isBefore(from)
                        && post.publishAt().isBefore(until))
                .forEach(post -> taken.merge(post.account(), 1, Integer::sum));
        return taken;
    }
}
