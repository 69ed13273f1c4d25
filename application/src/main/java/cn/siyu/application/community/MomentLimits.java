package cn.siyu.application.community;

import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.policy.QuotaRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many posts a staff member's account may do (朋友圈频次): the platform's rules, and the pace
/// of accounts that are worked by hand, where posts that somebody orders count too. Days and months
/// are the platform's.
public final class MomentLimits {
    private final PostsOfAccounts posts;
    private final AccountStandings standings;
    private final PoliciesInForce policies;
    private final MomentChannels channels;

    public MomentLimits(
            MomentPlans plans,
            Tasks tasks,
            AccountStandings standings,
            PoliciesInForce policies,
            MomentChannels channels) {
        this.posts = new PostsOfAccounts(plans, tasks);
        this.standings = standings;
        this.policies = policies;
        this.channels = channels;
    }

    private record Bound(String reason, QuotaRule rule) {}

    /// Which accounts have no room for one more post around a moment, each with the reason. Inside
    /// a transaction: nobody else plans for the accounts until it ends.
    Map<ChannelAccountId, String> full(
            BrandId brand, Collection<ChannelAccount> accounts, Instant publishAt, Instant now) {
        standings.lock(brand, accounts.stream().map(ChannelAccount::id).toList());
        Map<ChannelAccountId, String> full = new HashMap<>();
        Map<Boolean, Map<String, List<ChannelAccount>>> alike = accounts.stream()
                .filter(account -> policies.knowsPlatform(account.channel(), now))
                .collect(Collectors.partitioningBy(
                        account -> channels.role(account).isPresent(), Collectors.groupingBy(ChannelAccount::channel)));
        alike.forEach((natively, byChannel) ->
                byChannel.forEach((channel, some) -> bounds(brand, channel, natively, now)
                        .forEach(bound -> check(brand, some, bound, channel, publishAt, now, full))));
        return full;
    }

    private List<Bound> bounds(BrandId brand, String channel, boolean natively, Instant now) {
        var bounds = new ArrayList<Bound>();
        var moments = policies.platform(brand, channel, now).values().moments();
        bounds.add(new Bound("MOMENTS_PER_ACCOUNT", moments.perAccount()));
        if (natively) {
            bounds.add(new Bound("MOMENTS_PER_COMPANY", moments.perCompany()));
        }
        policies.care(brand, channel, now)
                .ifPresent(care ->
                        bounds.add(new Bound("ACCOUNT_PACE", care.values().moments())));
        return bounds;
    }

    private void check(
            BrandId brand,
            List<ChannelAccount> accounts,
            Bound bound,
            String channel,
            Instant publishAt,
            Instant now,
            Map<ChannelAccountId, String> into) {
        var zone = policies.platform(brand, channel, now).values().zone();
        LocalDate day = LocalDate.ofInstant(publishAt, zone);
        bound.rule().periodAround(day).ifPresent(period -> {
            var ids = accounts.stream().map(ChannelAccount::id).toList();
            Instant from = period.first().atStartOfDay(zone).toInstant();
            Instant until = period.next().atStartOfDay(zone).toInstant();
            var taken = posts.of(brand, ids, from, until);
            int most = bound.rule().limitAround(day);
            accounts.stream()
                    .map(ChannelAccount::id)
                    .filter(account -> taken.getOrDefault(account, 0) >= most)
                    .forEach(account -> into.putIfAbsent(account, bound.reason()));
        });
    }
}
