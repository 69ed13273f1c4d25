package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.Enroller.Entry;
import cn.siyu.application.sop.Enroller.Newcomer;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.Audiences.Candidate;
import cn.siyu.application.sop.port.Audiences.Wanted;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks who is in the audience of an SOP and puts them in, chunk by chunk: each chunk is one
/// query, one batch and one transaction, and remembers how far it came.
public final class EnrolAudiences {
    /// As many customers as one transaction takes in.
    public static final int CHUNK = 20_000;

    private final Sops sops;
    private final Definitions definitions;
    private final Audiences audiences;
    private final Enroller enroller;
    private final Brands brands;
    private final UnitOfWork work;
    private final BrandClock clock;

    public EnrolAudiences(
            Sops sops,
            Definitions definitions,
            Audiences audiences,
            Enroller enroller,
            Brands brands,
            UnitOfWork work,
            BrandClock clock) {
        this.sops = sops;
        this.definitions = definitions;
        this.audiences = audiences;
        this.enroller = enroller;
        this.brands = brands;
        this.work = work;
        this.clock = clock;
    }

    /// What came of asking for a look.
    public sealed interface Outcome {
        /// It begins at once.
        record Begun() implements Outcome {}

        /// There is no such SOP.
        record Unknown() implements Outcome {}

        /// It isn't active.
        record NotActive(Sop.State state) implements Outcome {}

        /// It has no audience to look for.
        record NoAudience() implements Outcome {}
    }

    /// Asks for a look at the audience of any active SOP now, whatever triggers it otherwise.
    public Outcome lookNow(Caller caller, PublicId id) {
        WholeBrand.require(caller);
        BrandId brand = caller.brand();
        return work.inTransaction(() -> {
            var found = sops.byPublicId(brand, id);
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            var sop = found.get();
            if (sop.state() != Sop.State.ACTIVE) {
                return new Outcome.NotActive(sop.state());
            }
            if (definition(brand, sop).audience() == null) {
                return new Outcome.NoAudience();
            }
            sops.keepLook(brand, sop.id(), clock.now(brand), 0);
            return new Outcome.Begun();
        });
    }

    /// Looks at one chunk of customers for the first SOP whose look is due.
    ///
    /// @return how many were put in, at least 1 if a look was due
    public int runDue(BrandId brand, Instant now, int atMost) {
        return work.inTransaction(() -> sops.takeLook(brand, now)
                .map(look -> 1 + look(brand, look, now))
                .orElse(0));
    }

    /// When the next look is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sops.nextLookAt(brand);
    }

    private int look(BrandId brand, Sops.Look look, Instant now) {
        var sop = look.sop();
        var definition = definition(brand, sop);
        var audience = definition.audience();
        ZoneId zone = brands.find(brand).orElseThrow().zone();
        if (audience == null) {
            sops.keepLook(brand, sop.id(), null, 0);
            return 0;
        }
        var wanted = new Wanted(audience, sop.id(), enteredBefore(definition, now), new Sight.Everything());
        List<Candidate> found = audiences.candidates(brand, wanted, new AsOf(now, zone), look.after(), CHUNK);
        boolean over = found.size() < CHUNK;
        sops.keepLook(
                brand,
                sop.id(),
                over ? next(definition.trigger(), now) : now,
                over ? 0 : found.getLast().id().value());
        SopVersionId version = Objects.requireNonNull(sop.activeVersion());
        List<Newcomer> newcomers = found.stream()
                .map(each ->
                        new Newcomer(each.id(), each.publicId(), null, Objects.requireNonNullElse(each.zone(), zone)))
                .toList();
        return enroller.enrol(brand, new Entry(sop, version, definition, Enrolment.Origin.AUDIENCE, now), newcomers)
                .size();
    }

    private SopDefinition definition(BrandId brand, Sop sop) {
        SopVersionId version = Objects.requireNonNull(sop.activeVersion());
        return Objects.requireNonNull(definitions.of(brand, Set.of(version)).get(version));
    }

    private static @Nullable Instant enteredBefore(SopDefinition definition, Instant now) {
        return definition.trigger().reentry().map(now::minus).orElse(null);
    }

    private static @Nullable Instant next(Trigger trigger, Instant now) {
        return trigger instanceof Trigger.AudienceMet met && met.every() != null ? now.plus(met.every()) : null;
    }
}
