package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeOutcome;
import cn.siyu.application.brand.Inputs;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Changes a contact way; who serves may change at any time, the printed code never does. Archives
/// it, too.
public final class ChangeContactWay {
    private final ContactWays ways;
    private final ChannelAccounts accounts;
    private final ResolveSight sights;
    private final CheckContactWay check;
    private final ContactWayViews views;
    private final BrandClock clock;
    private final UnitOfWork work;

    public ChangeContactWay(
            ContactWays ways,
            ChannelAccounts accounts,
            Departments departments,
            WelcomeMaterials materials,
            ResolveSight sights,
            BrandClock clock,
            UnitOfWork work) {
        this.ways = ways;
        this.accounts = accounts;
        this.sights = sights;
        this.check = new CheckContactWay(accounts, departments, materials, sights);
        this.views = new ContactWayViews(ways, accounts, departments, materials);
        this.clock = clock;
        this.work = work;
    }

    /// What the contact way is to be.
    ///
    /// @param version the version that its author has seen
    public record Command(Caller caller, PublicId way, int version, ContactWayWish wish) {}

    /// Changes the contact way.
    public ChangeOutcome<ContactWayView> handle(Command command) {
        return work.inTransaction(() -> {
            var caller = command.caller();
            return found(caller, command.way()).map(old -> change(old, command)).orElseGet(ChangeOutcome.Unknown::new);
        });
    }

    /// Archives a contact way: its link says that it is gone. What it brought stays.
    public ChangeOutcome<ContactWayView> archive(Caller caller, PublicId way, int version) {
        return work.inTransaction(() -> found(caller, way)
                .map(old -> old.version() == version && old.archivedAt() == null
                        ? done(caller.brand(), archived(old, clock.now(caller.brand())))
                        : not(old))
                .orElseGet(ChangeOutcome.Unknown::new));
    }

    private Optional<ContactWay> found(Caller caller, PublicId way) {
        var sight = sights.of(caller);
        return ways.byPublicId(caller.brand(), way)
                .filter(found -> ReadContactWays.seen(caller.brand(), found, sight, accounts));
    }

    private static ChangeOutcome<ContactWayView> not(ContactWay old) {
        return old.archivedAt() == null ? new ChangeOutcome.Stale<>(old.version()) : new ChangeOutcome.Archived<>();
    }

    private ChangeOutcome<ContactWayView> done(BrandId brand, ContactWay changed) {
        ways.replace(brand, changed);
        return new ChangeOutcome.Done<>(views.of(brand, changed));
    }

    private ChangeOutcome<ContactWayView> change(ContactWay old, Command command) {
        if (old.archivedAt() != null || old.version() != command.version()) {
            return not(old);
        }
        var wish = command.wish();
        var inputs = new Inputs();
        var already = old.accounts().stream().map(ContactWay.Server::account).collect(Collectors.toSet());
        var checked = check.check(command.caller(), wish, already, inputs);
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var brand = command.caller().brand();
        return done(
                brand,
                new ContactWay(
                        old.id(),
                        old.publicId(),
                        old.code(),
                        wish.name(),
                        wish.hook(),
                        old.state(),
                        Optional.ofNullable(wish.rule()).orElse(old.rule()),
                        checked.department(),
                        checked.welcomeMaterial(),
                        checked.servers(),
                        null,
                        old.version() + 1,
                        old.createdAt(),
                        clock.now(brand)));
    }

    private static ContactWay archived(ContactWay old, Instant now) {
        return new ContactWay(
                old.id(),
                old.publicId(),
                old.code(),
                old.name(),
                old.hook(),
                old.state(),
                old.rule(),
                old.department(),
                old.welcomeMaterial(),
                old.accounts(),
                now,
                old.version() + 1,
                old.createdAt(),
                now);
    }
}
