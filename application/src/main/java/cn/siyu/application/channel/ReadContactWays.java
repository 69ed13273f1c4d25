package cn.siyu.application.channel;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.SeenPage;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows contact ways. A caller that sees a part of the brand sees those that any of its accounts
/// serves.
public final class ReadContactWays {
    private final ContactWays ways;
    private final ChannelAccounts accounts;
    private final ResolveSight sights;
    private final ContactWayViews views;

    public ReadContactWays(
            ContactWays ways,
            ChannelAccounts accounts,
            Departments departments,
            WelcomeMaterials materials,
            ResolveSight sights) {
        this.ways = ways;
        this.accounts = accounts;
        this.sights = sights;
        this.views = new ContactWayViews(ways, accounts, departments, materials);
    }

    /// Contact ways with a number above `after`, by number, without their accounts' codes.
    ///
    /// @param archived whether the archived ones or the others
    public List<ContactWayView> page(Caller caller, boolean archived, long after, int atMost) {
        var sight = sights.of(caller);
        var page = SeenPage.of(
                after,
                atMost,
                (from, size) -> ways.page(caller.brand(), from, size),
                one -> one.id().value(),
                one -> (one.archivedAt() != null) == archived && seen(caller.brand(), one, sight, accounts));
        return views.of(caller.brand(), page);
    }

    /// The one with a public id, archived or not, with its accounts' codes, if the caller sees it.
    public Optional<ContactWayView> one(Caller caller, PublicId id) {
        var sight = sights.of(caller);
        return ways.byPublicId(caller.brand(), id)
                .filter(one -> seen(caller.brand(), one, sight, accounts))
                .map(one -> views.of(caller.brand(), one));
    }

    static boolean seen(BrandId brand, ContactWay way, Sight sight, ChannelAccounts accounts) {
        return sight.everything()
                || accounts
                        .findAll(
                                brand,
                                way.accounts().stream()
                                        .map(ContactWay.Server::account)
                                        .collect(Collectors.toSet()))
                        .stream()
                        .anyMatch(account -> sight.held(account.staff(), account.department()));
    }
}
