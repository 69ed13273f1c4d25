package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeOutcome;
import cn.siyu.application.brand.InputProblem;
import cn.siyu.application.brand.Inputs;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.id.PublicId;

/// Changes a channel account: its name, holder, store, caps, hours and state. A closed account
/// stays closed; what is open on one that gets another holder goes along.
public final class ChangeChannelAccount {
    private final ChannelAccounts accounts;
    private final CheckedAccount.Sources sources;
    private final AccountViews views;
    private final FollowsHolder along;
    private final BrandClock clock;
    private final UnitOfWork work;

    public ChangeChannelAccount(
            ChannelAccounts accounts,
            StaffMembers members,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            PoliciesInForce policies,
            FollowsHolder along,
            BrandClock clock,
            UnitOfWork work) {
        this.accounts = accounts;
        this.sources = new CheckedAccount.Sources(members, departments, sights, policies);
        this.views = new AccountViews(accounts, members, departments, brands, clock);
        this.along = along;
        this.clock = clock;
        this.work = work;
    }

    /// What the account is to be.
    ///
    /// @param version the version that its author has seen
    public record Command(Caller caller, PublicId account, int version, AccountWish wish, ChannelAccount.State state) {}

    /// Changes the account.
    public ChangeOutcome<AccountView> handle(Command command) {
        return work.inTransaction(() -> {
            var sight = sources.sights().of(command.caller());
            return accounts.byPublicId(command.caller().brand(), command.account())
                    .filter(one -> sight.held(one.staff(), one.department()))
                    .map(one -> change(one, command))
                    .orElseGet(ChangeOutcome.Unknown::new);
        });
    }

    private ChangeOutcome<AccountView> change(ChannelAccount old, Command command) {
        if (old.version() != command.version()) {
            return new ChangeOutcome.Stale<>(old.version());
        }
        var brand = command.caller().brand();
        var now = clock.now(brand);
        var inputs = new Inputs();
        var checked = CheckedAccount.of(command.wish(), old.channel(), command.caller(), now, sources, inputs);
        inputs.check(
                old.state() != ChannelAccount.State.CLOSED || command.state() == ChannelAccount.State.CLOSED,
                "/state",
                InputProblem.Code.NOT_ALLOWED,
                "A closed account stays closed; add a new one.",
                "已关闭的账号不能重新启用，请新增账号。");
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var changed = new ChannelAccount(
                old.id(),
                old.publicId(),
                old.channel(),
                old.connection(),
                old.address(),
                command.wish().name(),
                checked.staff().orElseThrow().id(),
                checked.department().orElseThrow(),
                checked.totalCap(),
                checked.dailyCap(),
                checked.hours(),
                command.state(),
                old.health(),
                old.version() + 1,
                old.createdAt(),
                now);
        accounts.replace(brand, changed);
        if (!changed.staff().equals(old.staff())) {
            along.changedHands(brand, changed, now);
        }
        return new ChangeOutcome.Done<>(views.of(brand, changed));
    }
}
