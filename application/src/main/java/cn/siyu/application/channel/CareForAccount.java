package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.AccountStandings.Incident;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccount.Health;
import cn.siyu.domain.channel.ChannelAccount.State;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Looks after accounts that people work by hand (账号养护): shows how much each may still do today
/// and how busy its holder is, and learns how old it is and what the platform did to it.
public final class CareForAccount {
    private static final int INCIDENTS = 100;

    private final ChannelAccounts accounts;
    private final AccountStandings standings;
    private final AccountPaces paces;
    private final ResolveSight sights;
    private final BrandClock clock;
    private final IdSource ids;
    private final UnitOfWork work;

    public CareForAccount(
            ChannelAccounts accounts,
            AccountStandings standings,
            AccountPaces paces,
            ResolveSight sights,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        this.accounts = accounts;
        this.standings = standings;
        this.paces = paces;
        this.sights = sights;
        this.clock = clock;
        this.ids = ids;
        this.work = work;
    }

    /// An account and how it is doing.
    ///
    /// @param today its pace and what of it is used
    /// @param heldByOperator how many such accounts in use its holder has
    /// @param strain how busy that makes the holder
    /// @param incidents what the platform did to it, the newest first, at most 100
    public record CareView(
            ChannelAccount account,
            AccountPaces.View today,
            int heldByOperator,
            AccountCare.Strain strain,
            List<Incident> incidents) {}

    /// What came of asking or telling.
    public sealed interface Outcome {
        /// How it is doing now.
        record Known(CareView view) implements Outcome {}

        /// Nobody works accounts of its channel by hand.
        record NotByHand(String channel) implements Outcome {}

        /// It is to be so from a moment that has not come.
        record InTheFuture(Instant now) implements Outcome {}

        /// There is no such account, or none that the caller sees.
        record Unknown() implements Outcome {}
    }

    /// How an account is doing.
    public Outcome show(Caller caller, PublicId account) {
        return about(caller, account, (_, _) -> Optional.empty());
    }

    /// Says since when an account exists on its platform.
    public Outcome opened(Caller caller, PublicId account, LocalDate on) {
        return work.inTransaction(() -> about(caller, account, (one, now) -> {
            if (on.atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(now)) {
                return Optional.of(new Outcome.InTheFuture(now));
            }
            standings.opened(caller.brand(), one.id(), on);
            return Optional.empty();
        }));
    }

    /// What somebody saw the platform do.
    ///
    /// @param occurredAt null: now
    public record Report(
            Incident.Kind kind,
            @Nullable Instant occurredAt,
            @Nullable String note) {}

    /// Notes what the platform did to an account. A warned account goes slower; a banned one is out
    /// of use for good.
    public Outcome report(Caller caller, PublicId account, Report report) {
        return work.inTransaction(() -> about(caller, account, (one, now) -> {
            Instant at = report.occurredAt() == null ? now : report.occurredAt();
            if (at.isAfter(now)) {
                return Optional.of(new Outcome.InTheFuture(now));
            }
            note(
                    caller.brand(),
                    one,
                    new Incident(
                            one.id(),
                            report.kind(),
                            at,
                            report.note(),
                            caller.key().toString()),
                    now);
            return Optional.empty();
        }));
    }

    /// As [#report], of an account that is known to be worked by hand; inside the caller's
    /// transaction.
    public void note(BrandId brand, ChannelAccount account, Incident incident, Instant now) {
        standings.lock(brand, List.of(account.id()));
        standings.add(brand, ids.next(), incident);
        boolean banned = incident.kind() == Incident.Kind.BAN;
        Health health = banned || account.health() == Health.BLOCKED ? Health.BLOCKED : Health.WARNED;
        State state = banned ? State.CLOSED : account.state();
        if (health != account.health() || state != account.state()) {
            accounts.replace(brand, changed(account, state, health, now));
        }
    }

    /// As [#note]; but what the same one reported in the same words before is known.
    public void noteOnce(BrandId brand, ChannelAccount account, Incident incident, Instant now) {
        standings.lock(brand, List.of(account.id()));
        boolean known = standings.incidents(brand, account.id(), INCIDENTS).stream()
                .anyMatch(one -> one.kind() == incident.kind()
                        && one.by().equals(incident.by())
                        && Objects.equals(one.note(), incident.note()));
        if (!known) {
            note(brand, account, incident, now);
        }
    }

    private static ChannelAccount changed(ChannelAccount old, State state, Health health, Instant now) {
        return new ChannelAccount(
                old.id(),
                old.publicId(),
                old.channel(),
                old.connection(),
                old.address(),
                old.name(),
                old.staff(),
                old.department(),
                old.totalCap(),
                old.dailyCap(),
                old.hours(),
                state,
                health,
                old.version() + 1,
                old.createdAt(),
                now);
    }

    /// @param change what to do first; what it answers ends the matter
    private Outcome about(
            Caller caller, PublicId account, BiFunction<ChannelAccount, Instant, Optional<Outcome>> change) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        var found = accounts.byPublicId(brand, account).filter(one -> sight.held(one.staff(), one.department()));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Instant now = clock.now(brand);
        var one = found.get();
        if (!paces.view(brand, List.of(one), now).containsKey(one.id())) {
            return new Outcome.NotByHand(one.channel());
        }
        return change.apply(one, now).orElseGet(() -> new Outcome.Known(view(brand, one, now)));
    }

    private CareView view(BrandId brand, ChannelAccount before, Instant now) {
        var account = accounts.find(brand, before.id()).orElseThrow();
        var today = paces.view(brand, List.of(account), now).get(account.id());
        if (today == null) {
            throw new IllegalStateException("the account lost its pace meanwhile");
        }
        int held = (int) accounts.heldBy(brand, account.staff()).stream()
                .filter(one -> one.channel().equals(account.channel()) && one.state() != State.CLOSED)
                .count();
        return new CareView(
                account,
                today,
                held,
                today.care().operator().strain(held),
                standings.incidents(brand, account.id(), INCIDENTS));
    }
}
