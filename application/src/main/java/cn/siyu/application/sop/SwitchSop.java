package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopChange.Kind;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.Trigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Activates, deactivates and pauses SOPs. Pausing takes hold at once, whatever the number of
/// customers in it: who falls due meanwhile is put aside, what should leave meanwhile is held back,
/// and both come back when the pause ends. Each change is written down with who wanted it.
public final class SwitchSop {
    private final Sops sops;
    private final SopVersions versions;
    private final Enrolments enrolments;
    private final Sends sends;
    private final SopJournal journal;
    private final UnitOfWork work;
    private final BrandClock clock;

    public SwitchSop(
            Sops sops,
            SopVersions versions,
            Enrolments enrolments,
            Sends sends,
            SopJournal journal,
            UnitOfWork work,
            BrandClock clock) {
        this.sops = sops;
        this.versions = versions;
        this.enrolments = enrolments;
        this.sends = sends;
        this.journal = journal;
        this.work = work;
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param by who wants it, and why
    public record Command(Caller caller, PublicId sop, Wanted wanted, SopChange.By by) {
        BrandId brand() {
            return caller.brand();
        }
    }

    /// What it should do.
    public sealed interface Wanted {
        /// Take customers into a published version.
        ///
        /// @param number of the version in its SOP
        record Active(int number) implements Wanted {}

        /// Take nobody in; who is in goes on.
        record Inactive() implements Wanted {}

        /// Stand still.
        record Paused() implements Wanted {}

        /// After a pause: take customers in again, into the same version.
        record Resumed() implements Wanted {}
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is so.
        record Switched(Sop sop) implements Outcome {}

        /// There is no such SOP or version.
        record Unknown() implements Outcome {}

        /// That version isn't published.
        record NotPublished() implements Outcome {}

        /// That is impossible in the state it is in.
        ///
        /// @param everActive whether it ever took customers in
        record Impossible(Sop.State state, boolean everActive) implements Outcome {}
    }

    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> {
            var sop = sops.byPublicId(command.brand(), command.sop());
            return sop.isEmpty() ? new Outcome.Unknown() : switched(command, sop.get());
        });
    }

    private Outcome switched(Command command, Sop sop) {
        var now = clock.now(command.brand());
        return switch (command.wanted()) {
            case Wanted.Active(int number) -> activate(command, sop, number, now);
            case Wanted.Inactive _ -> store(command, sop, sop.deactivated(now), Kind.DEACTIVATION, null);
            case Wanted.Paused _ ->
                sop.activeVersion() == null ? impossible(sop) : store(command, sop, sop.paused(now), Kind.PAUSE, null);
            case Wanted.Resumed _ -> resume(command, sop, now);
        };
    }

    private Outcome resume(Command command, Sop sop, Instant now) {
        var version = sop.activeVersion();
        if (version == null || sop.state() != Sop.State.PAUSED) {
            return impossible(sop);
        }
        var active = versions.findAll(command.brand(), List.of(version)).getFirst();
        var resumed = sop.activated(version, looksByItself(active), now);
        return store(command, sop, resumed, Kind.RESUMPTION, null);
    }

    private static Outcome impossible(Sop sop) {
        return new Outcome.Impossible(sop.state(), sop.activeVersion() != null);
    }

    private Outcome activate(Command command, Sop sop, int number, Instant now) {
        var found = versions.of(command.brand(), sop.id()).stream()
                .filter(version -> version.number() == number)
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!found.get().published()) {
            return new Outcome.NotPublished();
        }
        var activated = sop.activated(found.get().id(), looksByItself(found.get()), now);
        return store(command, sop, activated, Kind.ACTIVATION, number);
    }

    private static boolean looksByItself(SopVersion version) {
        return version.definition().trigger() instanceof Trigger.AudienceMet;
    }

    private Outcome store(Command command, Sop before, Sop after, Kind kind, @Nullable Integer version) {
        var brand = command.brand();
        sops.replace(brand, after);
        journal.note(brand, kind, before, after, version, command.by(), after.updatedAt());
        if (before.state() == Sop.State.PAUSED && after.state() != Sop.State.PAUSED) {
            enrolments.unpark(brand, after.id());
            sends.release(brand, after.id().value(), after.updatedAt());
        }
        return new Outcome.Switched(after);
    }
}
