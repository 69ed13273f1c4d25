package cn.siyu.application.graduation;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAccounts.Load;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.Pace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many more customers accounts and the people behind them can take (运营余量): what is free of
/// an account's places, and what it may add in the days to come, less those on their way to it.
public final class Rooms {
    private static final int PAGE = 1_000;
    private static final Load EMPTY = new Load(0, 0, 0);

    private final ChannelAccounts accounts;
    private final AccountPaces paces;
    private final Candidates candidates;
    private final Brands brands;

    public Rooms(ChannelAccounts accounts, AccountPaces paces, Candidates candidates, Brands brands) {
        this.accounts = accounts;
        this.paces = paces;
        this.candidates = candidates;
        this.brands = brands;
    }

    /// Places at all accounts of a channel.
    ///
    /// @param days the adds of how many days count
    int onChannel(BrandId brand, String channel, int days, Instant now) {
        List<ChannelAccount> all = new ArrayList<>();
        var page = accounts.page(brand, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(each -> each.channel().equals(channel)).forEach(all::add);
            page = accounts.page(brand, page.getLast().id().value(), PAGE);
        }
        return of(brand, all, days, now).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /// Places at each of some accounts, in their order.
    Map<ChannelAccountId, Integer> of(BrandId brand, Collection<ChannelAccount> wanted, int days, Instant now) {
        var ids = wanted.stream().map(ChannelAccount::id).collect(Collectors.toSet());
        var today = LocalDate.ofInstant(now, brands.find(brand).orElseThrow().zone());
        var loads = accounts.loads(brand, ids, today);
        var coming = candidates.openOn(brand, ids);
        var views = paces.view(brand, wanted, now);
        var rooms = new LinkedHashMap<ChannelAccountId, Integer>();
        for (ChannelAccount each : wanted) {
            var load = loads.getOrDefault(each.id(), EMPTY);
            var view = views.get(each.id());
            long adds = view == null ? Integer.MAX_VALUE : (long) view.pace().adds() * days;
            boolean works = each.state() == ChannelAccount.State.ACTIVE
                    && each.health() != ChannelAccount.Health.BLOCKED
                    && (view == null || view.pace().health() != Pace.Health.BANNED);
            long room = Math.min((long) each.totalCap() - load.live() - load.held(), adds)
                    - coming.getOrDefault(each.id(), 0);
            rooms.put(each.id(), works ? (int) Math.clamp(room, 0L, Integer.MAX_VALUE) : 0);
        }
        return rooms;
    }
}
