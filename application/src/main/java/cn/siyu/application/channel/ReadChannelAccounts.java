package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.SeenPage;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Shows channel accounts with how full they are, as far as the caller sees them.
public final class ReadChannelAccounts {
    private final ChannelAccounts accounts;
    private final ResolveSight sights;
    private final AccountViews views;

    public ReadChannelAccounts(
            ChannelAccounts accounts,
            StaffMembers members,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            BrandClock clock) {
        this.accounts = accounts;
        this.sights = sights;
        this.views = new AccountViews(accounts, members, departments, brands, clock);
    }

    /// Accounts with a number above `after`, by number.
    public List<AccountView> page(Caller caller, long after, int atMost) {
        var sight = sights.of(caller);
        var page = SeenPage.of(
                after,
                atMost,
                (from, size) -> accounts.page(caller.brand(), from, size),
                one -> one.id().value(),
                one -> sight.held(one.staff(), one.department()));
        return views.of(caller.brand(), page);
    }

    /// The one with a public id, if the caller sees it.
    public Optional<AccountView> one(Caller caller, PublicId id) {
        var sight = sights.of(caller);
        return accounts.byPublicId(caller.brand(), id)
                .filter(one -> sight.held(one.staff(), one.department()))
                .map(one -> views.of(caller.brand(), one));
    }
}
