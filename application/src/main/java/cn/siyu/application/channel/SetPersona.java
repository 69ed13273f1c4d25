package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.Personas.Kept;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.persona.Persona;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and sets the personas (人设) of the brand and of its accounts. Only callers who see the
/// whole brand set the brand's own.
public final class SetPersona {
    private final Personas personas;
    private final ChannelAccounts accounts;
    private final ResolveSight sights;
    private final FollowsPersona followers;
    private final UnitOfWork work;
    private final BrandClock clock;

    public SetPersona(
            Personas personas,
            ChannelAccounts accounts,
            ResolveSight sights,
            FollowsPersona followers,
            UnitOfWork work,
            BrandClock clock) {
        this.personas = personas;
        this.accounts = accounts;
        this.sights = sights;
        this.followers = followers;
        this.work = work;
        this.clock = clock;
    }

    /// Whose persona.
    public sealed interface Whose {
        /// The brand's own.
        record TheBrands() implements Whose {}

        /// An account's.
        record OfAccount(PublicId account) implements Whose {}
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is kept so.
        ///
        /// @param fresh whether there was none before
        record Set(Kept persona, boolean fresh) implements Outcome {}

        /// It is taken away.
        ///
        /// @param persona as it was
        record Removed(Kept persona) implements Outcome {}

        /// Somebody else changed it since.
        ///
        /// @param current the version it has now; 0: there is none
        record Stale(int current) implements Outcome {}

        /// There is no such account, or it isn't seen; or there is no persona to take away.
        record Unknown() implements Outcome {}
    }

    /// The persona of an account or of the brand; empty if there is none, or no such account that
    /// the caller sees.
    public Optional<Kept> find(Caller caller, Whose whose) {
        return switch (whose) {
            case Whose.TheBrands() -> personas.find(caller.brand(), null);
            case Whose.OfAccount(var account) -> seen(caller, account).flatMap(id -> personas.find(caller.brand(), id));
        };
    }

    /// Whether there is such an account that the caller sees.
    public Optional<ChannelAccountId> seen(Caller caller, PublicId account) {
        var sight = sights.of(caller);
        return accounts.byPublicId(caller.brand(), account)
                .filter(one -> sight.held(one.staff(), one.department()))
                .map(one -> one.id());
    }

    /// Sets it.
    ///
    /// @param version the version that its author has seen; 0: none
    public Outcome set(Caller caller, Whose whose, Persona persona, int version) {
        return changed(caller, whose, version, (account, old) -> {
            Instant now = clock.now(caller.brand());
            var kept = new Kept(account, persona, version + 1, old == null ? now : old.createdAt(), now);
            personas.put(caller.brand(), kept);
            followers.changed(caller.brand(), now);
            return new Outcome.Set(kept, old == null);
        });
    }

    /// Takes it away.
    public Outcome remove(Caller caller, Whose whose, int version) {
        return changed(caller, whose, version, (_, old) -> {
            if (old == null) {
                return new Outcome.Unknown();
            }
            personas.remove(caller.brand(), old);
            followers.changed(caller.brand(), clock.now(caller.brand()));
            return new Outcome.Removed(old);
        });
    }

    @FunctionalInterface
    private interface Change {
        Outcome of(@Nullable ChannelAccountId account, @Nullable Kept old);
    }

    private Outcome changed(Caller caller, Whose whose, int version, Change change) {
        return work.inTransaction(() -> {
            ChannelAccountId account = null;
            switch (whose) {
                case Whose.TheBrands() -> WholeBrand.require(caller);
                case Whose.OfAccount(var id) -> {
                    var found = seen(caller, id);
                    if (found.isEmpty()) {
                        return new Outcome.Unknown();
                    }
                    account = found.get();
                }
            }
            var old = personas.find(caller.brand(), account).orElse(null);
            int current = old == null ? 0 : old.version();
            return current == version ? change.of(account, old) : new Outcome.Stale(current);
        });
    }
}
