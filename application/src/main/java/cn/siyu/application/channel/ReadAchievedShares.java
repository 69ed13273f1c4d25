package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.channel.AllocationView.Named;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.allocation.AchievedShares;
import cn.siyu.domain.channel.allocation.AchievedShares.Counted;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows whether visitors to a contact way were spread as planned (分流占比).
public final class ReadAchievedShares {
    private final ContactWays ways;
    private final ChannelAccounts accounts;
    private final Allocations allocations;
    private final ResolveSight sights;
    private final BrandClock clock;

    public ReadAchievedShares(
            ContactWays ways,
            ChannelAccounts accounts,
            Allocations allocations,
            ResolveSight sights,
            BrandClock clock) {
        this.ways = ways;
        this.accounts = accounts;
        this.allocations = allocations;
        this.sights = sights;
        this.clock = clock;
    }

    /// The shares of the last days; empty if the caller sees no such contact way.
    ///
    /// @param days 1 or more
    public Optional<ContactWayShares> shares(Caller caller, PublicId way, int days) {
        var sight = sights.of(caller);
        return ways.byPublicId(caller.brand(), way)
                .filter(found -> ReadContactWays.seen(caller.brand(), found, sight, accounts))
                .map(found ->
                        shares(caller.brand(), found, clock.now(caller.brand()).minus(Duration.ofDays(days))));
    }

    private ContactWayShares shares(BrandId brand, ContactWay way, Instant since) {
        Map<ChannelAccountId, Long> spread = allocations.spread(brand, way.id(), since);
        Map<ChannelAccountId, ChannelAccount> serving = accounts
                .findAll(
                        brand,
                        way.accounts().stream().map(ContactWay.Server::account).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ChannelAccount::id, account -> account));
        List<Counted<Named>> counted = way.accounts().stream()
                .flatMap(server -> Stream.ofNullable(serving.get(server.account()))
                        .map(account -> counted(server, account, spread.getOrDefault(account.id(), 0L))))
                .toList();
        long elsewhere = spread.entrySet().stream()
                .filter(led -> !serving.containsKey(led.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new ContactWayShares(
                since, way.rule() != ContactWay.Rule.LEAST_LOADED, AchievedShares.of(counted), elsewhere);
    }

    private static Counted<Named> counted(ContactWay.Server server, ChannelAccount account, long visitors) {
        Integer weight = server.weight();
        return new Counted<>(
                new Named(account.publicId(), account.name()),
                Math.max(1, weight == null ? account.dailyCap() : weight),
                visitors);
    }
}
