package cn.siyu.application.community;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPlanId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Works off what is due about posts to moments: posts them, asks the platform whether staff have
/// posted, and how it is received.
///
/// A process may die anywhere in here. Before the intent nothing was called; after it the post is
/// UNKNOWN to whoever comes next, and never called again.
public final class PublishMoments {
    private static final int AT_ONCE = 500;

    private final MomentPlans plans;
    private final ChannelAccounts accounts;
    private final LaunchMoments launch;
    private final WatchMoments watch;
    private final UnitOfWork work;
    private final InstantSource machine;
    private final Duration callOver;

    /// @param machine the machine's clock
    /// @param callOver after which a call that wrote down no outcome has no caller any more
    public PublishMoments(
            MomentPlans plans,
            ChannelAccounts accounts,
            LaunchMoments launch,
            WatchMoments watch,
            UnitOfWork work,
            InstantSource machine,
            Duration callOver) {
        this.plans = plans;
        this.accounts = accounts;
        this.launch = launch;
        this.watch = watch;
        this.work = work;
        this.machine = machine;
        this.callOver = callOver;
    }

    /// A post with what it belongs to.
    record Piece(MomentPost post, MomentPlan plan, ChannelAccount account) {}

    /// Works off some, oldest first.
    ///
    /// @return how many
    public int runDue(BrandId brand, Instant now, int atMost) {
        int parked = park(brand, now);
        List<Piece> due = pieces(brand, plans.due(brand, now, Math.min(atMost, AT_ONCE)));
        Map<State, List<Piece>> byState = due.stream()
                .collect(Collectors.groupingBy(piece -> piece.post().state(), LinkedHashMap::new, Collectors.toList()));
        launch.launch(brand, byState.getOrDefault(State.PLANNED, List.of()), now);
        watch.prepared(brand, byState.getOrDefault(State.PREPARING, List.of()), now);
        watch.posted(brand, byState.getOrDefault(State.AWAITING, List.of()), now);
        watch.received(brand, byState.getOrDefault(State.PUBLISHED, List.of()), now);
        return parked + due.size();
    }

    /// When there is something to do next.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return plans.nextDueAt(brand);
    }

    private int park(BrandId brand, Instant now) {
        return work.inTransaction(() -> {
            var abandoned = plans.abandoned(brand, machine.instant().minus(callOver), AT_ONCE);
            plans.replacePosts(
                    brand,
                    abandoned.stream()
                            .map(post -> post.unknown("CALLER_GONE", now))
                            .toList());
            return abandoned.size();
        });
    }

    private List<Piece> pieces(BrandId brand, List<MomentPost> posts) {
        Map<MomentPlanId, MomentPlan> known =
                plans.findAll(brand, posts.stream().map(MomentPost::plan).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(MomentPlan::id, Function.identity()));
        Map<ChannelAccountId, ChannelAccount> holders =
                accounts.findAll(brand, posts.stream().map(MomentPost::account).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(ChannelAccount::id, Function.identity()));
        var pieces = new ArrayList<Piece>();
        for (MomentPost post : posts) {
            var plan = known.get(post.plan());
            var account = holders.get(post.account());
            if (plan != null && account != null) {
                pieces.add(new Piece(post, plan, account));
            }
        }
        return pieces;
    }
}
