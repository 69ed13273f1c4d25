package cn.siyu.application.intake;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Begins a synchronisation of all accounts of one connection (开始同步). One runs at a time.
public final class StartSynchronization {
    private static final int PAGE = 500;

    private final UnitOfWork work;
    private final Brands brands;
    private final BrandClock clock;
    private final IdSource ids;
    private final ChannelAccounts accounts;
    private final Synchronizations synchronizations;
    private final List<ChannelAdapter> channels;

    public StartSynchronization(
            UnitOfWork work,
            Brands brands,
            BrandClock clock,
            IdSource ids,
            ChannelAccounts accounts,
            Synchronizations synchronizations,
            List<ChannelAdapter> channels) {
        this.work = work;
        this.brands = brands;
        this.clock = clock;
        this.ids = ids;
        this.accounts = accounts;
        this.synchronizations = synchronizations;
        this.channels = List.copyOf(channels);
    }

    /// What to synchronise.
    ///
    /// @param connection the name of a connection of the brand
    public record Command(Caller caller, String connection, Synchronization.Kind kind) {}

    private record Wish(
            BrandId brand,
            String connection,
            Synchronization.Kind kind,
            @Nullable PublicId by) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is on record and runs.
        record Started(Synchronization run) implements Outcome {}

        /// The brand has no connection of that name.
        record ConnectionUnknown() implements Outcome {}

        /// The channel does not tell who its contacts are.
        record NotAble() implements Outcome {}

        /// No account that is in use is reached by the connection.
        record NoAccounts() implements Outcome {}

        /// Another one of the connection has not ended yet.
        record StillRunning(Synchronization other) implements Outcome {}
    }

    /// Begins one that somebody asks for.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome handle(Command command) {
        var caller = command.caller();
        WholeBrand.require(caller);
        return start(new Wish(caller.brand(), command.connection(), command.kind(), caller.key()));
    }

    /// Begins a reconciliation that is due by itself.
    Outcome reconcile(BrandId brand, String connection) {
        return start(new Wish(brand, connection, Synchronization.Kind.RECONCILIATION, null));
    }

    private Outcome start(Wish command) {
        var brand = command.brand();
        var slug = brands.find(brand).orElseThrow().slug();
        var channel = channels.stream()
                .filter(one -> one.connectionsOf(slug).stream()
                        .anyMatch(connection -> connection.name().equals(command.connection())))
                .findFirst();
        if (channel.isEmpty()) {
            return new Outcome.ConnectionUnknown();
        }
        var descriptor = channel.get().descriptor();
        if (!descriptor.offer(Capability.CONTACT_DIRECTORY).isNative()) {
            return new Outcome.NotAble();
        }
        var reached = reached(brand, descriptor.id(), command.connection());
        if (reached.isEmpty()) {
            return new Outcome.NoAccounts();
        }
        return begin(command, descriptor.id(), reached);
    }

    private Outcome begin(Wish command, String channel, List<ChannelAccount> reached) {
        var brand = command.brand();
        var running = running(brand, command.connection());
        if (running.isPresent()) {
            return new Outcome.StillRunning(running.get());
        }
        var now = clock.now(brand);
        long id = ids.next();
        var run = new Synchronization(
                id,
                ids.publicId(id, now),
                channel,
                command.connection(),
                command.kind(),
                Synchronization.State.RUNNING,
                command.by(),
                null,
                null,
                now,
                null);
        try {
            work.run(() -> synchronizations.add(brand, run, parts(id, reached, now)));
            return new Outcome.Started(run);
        } catch (AlreadyExists raced) {
            return new Outcome.StillRunning(running(brand, command.connection()).orElseThrow(() -> raced));
        }
    }

    private Optional<Synchronization> running(BrandId brand, String connection) {
        return synchronizations.latest(brand, connection).filter(run -> run.state() == Synchronization.State.RUNNING);
    }

    private static List<SynchronizationPart> parts(long id, List<ChannelAccount> reached, Instant now) {
        return reached.stream()
                .map(account -> SynchronizationPart.begun(id, account.id(), now))
                .toList();
    }

    private List<ChannelAccount> reached(BrandId brand, String channel, String connection) {
        var reached = new ArrayList<ChannelAccount>();
        long after = 0;
        List<ChannelAccount> page;
        do {
            page = accounts.page(brand, after, PAGE);
            for (ChannelAccount account : page) {
                after = account.id().value();
                if (account.channel().equals(channel)
                        && account.connection().equals(connection)
                        && account.state() != ChannelAccount.State.CLOSED) {
                    reached.add(account);
                }
            }
        } while (page.size() == PAGE);
        return reached;
    }
}
