package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeOutcome;
import cn.siyu.application.brand.InputProblem;
import cn.siyu.application.brand.Inputs;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import java.util.List;

/// Adds a channel account (账号) that a staff member holds; caps that aren't given come from the
/// policies in force.
public final class AddChannelAccount {
    private static final int MOST_ADDRESS = 64;

    private final ChannelAccounts accounts;
    private final Brands brands;
    private final List<ChannelAdapter> channels;
    private final CheckedAccount.Sources sources;
    private final AccountViews views;
    private final BrandClock clock;
    private final IdSource ids;
    private final UnitOfWork work;

    /// @param channels all that are installed
    public AddChannelAccount(
            ChannelAccounts accounts,
            StaffMembers members,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            PoliciesInForce policies,
            List<ChannelAdapter> channels,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        this.accounts = accounts;
        this.brands = brands;
        this.channels = List.copyOf(channels);
        this.sources = new CheckedAccount.Sources(members, departments, sights, policies);
        this.views = new AccountViews(accounts, members, departments, brands, clock);
        this.clock = clock;
        this.ids = ids;
        this.work = work;
    }

    /// An account to be added.
    ///
    /// @param channel the kind of channel
    /// @param connection the name of one of the brand's connections over which it is reached
    /// @param address what the channel calls it
    public record Command(Caller caller, String channel, String connection, String address, AccountWish wish) {}

    /// Adds the account.
    public ChangeOutcome<AccountView> handle(Command command) {
        return work.inTransaction(() -> add(command));
    }

    private ChangeOutcome<AccountView> add(Command command) {
        var brand = command.caller().brand();
        var now = clock.now(brand);
        var inputs = new Inputs();
        connection(command, inputs);
        inputs.text("/address", command.address(), MOST_ADDRESS);
        inputs.taken(
                "/address",
                accounts.byAddress(brand, command.connection(), command.address())
                        .isPresent(),
                command.address());
        var checked = CheckedAccount.of(command.wish(), command.channel(), command.caller(), now, sources, inputs);
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var id = new ChannelAccountId(ids.next());
        var account = new ChannelAccount(
                id,
                ids.publicId(id.value(), now),
                command.channel(),
                command.connection(),
                command.address(),
                command.wish().name(),
                checked.staff().orElseThrow().id(),
                checked.department().orElseThrow(),
                checked.totalCap(),
                checked.dailyCap(),
                checked.hours(),
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                now,
                now);
        accounts.add(brand, account);
        return new ChangeOutcome.Done<>(views.of(brand, account));
    }

    private void connection(Command command, Inputs inputs) {
        var names = channels.stream()
                .map(channel -> channel.descriptor().id())
                .sorted()
                .toList();
        inputs.check(
                names.contains(command.channel()),
                "/channel",
                InputProblem.Code.NOT_ONE_OF,
                "Installed channels: " + String.join(", ", names) + ".",
                "已安装的渠道：" + String.join("、", names) + "。");
        if (!names.contains(command.channel())) {
            return;
        }
        var slug = brands.find(command.caller().brand()).orElseThrow().slug();
        var connections = channels.stream()
                .filter(channel -> channel.descriptor().id().equals(command.channel()))
                .flatMap(channel -> channel.connectionsOf(slug).stream())
                .map(connection -> connection.name())
                .sorted()
                .toList();
        inputs.check(
                connections.contains(command.connection()),
                "/connection",
                InputProblem.Code.REFERENCE_UNKNOWN,
                "This brand's connections on this channel: " + String.join(", ", connections) + ".",
                "该品牌在此渠道的连接：" + String.join("、", connections) + "。");
    }
}
