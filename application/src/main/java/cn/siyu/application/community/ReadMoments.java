package cn.siyu.application.community;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads moments plans, their posts, and from whom moments are hidden. Plans are the brand's; of
/// posts and customers a caller sees those of accounts that it sees.
public final class ReadMoments {
    private final MomentPlans plans;
    private final MomentAudiences audiences;
    private final Materials materials;
    private final Tags tags;
    private final ChannelAccounts accounts;
    private final ResolveSight sights;
    private final BrandClock clock;

    public ReadMoments(
            MomentPlans plans,
            MomentAudiences audiences,
            Materials materials,
            Tags tags,
            ChannelAccounts accounts,
            ResolveSight sights,
            BrandClock clock) {
        this.plans = plans;
        this.audiences = audiences;
        this.materials = materials;
        this.tags = tags;
        this.accounts = accounts;
        this.sights = sights;
        this.clock = clock;
    }

    /// A plan with the names of what it refers to.
    ///
    /// @param counts how many posts stand where, of accounts that are seen
    public record OfPlan(
            MomentPlan plan, PublicId material, List<PublicId> visibleTo, Map<MomentPost.State, Integer> counts) {}

    /// A post with its account.
    public record OfPost(MomentPost post, PublicId plan, ChannelAccount account) {}

    /// One plan.
    public Optional<OfPlan> plan(Caller caller, PublicId id) {
        return plans.byPublicId(caller.brand(), id)
                .map(plan -> named(caller, List.of(plan)).getFirst());
    }

    /// Plans with a number above `after`, by number.
    public List<OfPlan> plans(Caller caller, long after, int atMost) {
        return named(caller, plans.page(caller.brand(), after, atMost));
    }

    private List<OfPlan> named(Caller caller, List<MomentPlan> some) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        Map<MaterialId, PublicId> known =
                materials.findAll(brand, some.stream().map(MomentPlan::material).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Material::id, Material::publicId));
        Set<TagId> wanted =
                some.stream().flatMap(plan -> plan.visibleTo().stream()).collect(Collectors.toSet());
        Map<TagId, PublicId> tagged =
                tags.findAll(brand, wanted).stream().collect(Collectors.toMap(Tag::id, Tag::publicId));
        var counts = plans.counts(brand, some.stream().map(MomentPlan::id).toList(), sight);
        return some.stream()
                .map(plan -> new OfPlan(
                        plan,
                        Objects.requireNonNull(known.get(plan.material())),
                        plan.visibleTo().stream()
                                .map(tagged::get)
                                .filter(Objects::nonNull)
                                .sorted(Comparator.comparing(PublicId::toString))
                                .toList(),
                        counts.getOrDefault(plan.id(), Map.of())))
                .toList();
    }

    /// Posts of a plan with a number above `after`, by number; empty if there is no such plan.
    public Optional<List<OfPost>> posts(Caller caller, PublicId id, long after, int atMost) {
        return plans.byPublicId(caller.brand(), id)
                .map(plan -> posts(
                        caller.brand(),
                        plan,
                        plans.posts(caller.brand(), plan.id(), sights.of(caller), after, atMost)));
    }

    /// One post.
    public Optional<OfPost> post(Caller caller, PublicId id, PublicId post) {
        return plans.byPublicId(caller.brand(), id)
                .flatMap(plan -> plans.post(caller.brand(), plan.id(), sights.of(caller), post)
                        .map(one -> posts(caller.brand(), plan, List.of(one)).getFirst()));
    }

    private List<OfPost> posts(BrandId brand, MomentPlan plan, List<MomentPost> some) {
        Map<ChannelAccountId, ChannelAccount> holders =
                accounts.findAll(brand, some.stream().map(MomentPost::account).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(ChannelAccount::id, Function.identity()));
        return some.stream()
                .map(post -> new OfPost(post, plan.publicId(), Objects.requireNonNull(holders.get(post.account()))))
                .toList();
    }

    /// Relationships in which an account's moments are hidden now, by number, above `after`.
    ///
    /// @param account null: all; one that isn't there or not seen has none
    public List<MomentAudiences.Silenced> silenced(Caller caller, @Nullable PublicId account, long after, int atMost) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        ChannelAccountId wanted = null;
        if (account != null) {
            var found = accounts.byPublicId(brand, account);
            if (found.isEmpty()) {
                return List.of();
            }
            wanted = found.get().id();
        }
        return audiences.silenced(brand, sight, wanted, clock.now(brand), after, atMost);
    }
}
