package cn.siyu.application.sop;

import cn.siyu.application.audience.PersonalFields;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.Enroller.Entry;
import cn.siyu.application.sop.Enroller.Newcomer;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.Audiences.Candidate;
import cn.siyu.application.sop.port.Audiences.Wanted;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopVersionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Puts everybody whom an expression describes into an active SOP, by hand and once: only customers
/// that never were in it, are in its own audience too, and are the caller's to see. So a second
/// call finds whom the first one left.
public final class EnrolMatching {
    /// As many customers as one call takes.
    public static final int MOST = 5_000;

    private final Sops sops;
    private final Definitions definitions;
    private final Audiences audiences;
    private final Enroller enroller;
    private final Brands brands;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public EnrolMatching(
            Sops sops,
            Definitions definitions,
            Audiences audiences,
            Enroller enroller,
            Brands brands,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.sops = sops;
        this.definitions = definitions;
        this.audiences = audiences;
        this.enroller = enroller;
        this.brands = brands;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// Who is to be put in where.
    public record Command(Caller caller, PublicId sop, Expression audience) {}

    /// What came of it.
    public sealed interface Outcome {
        /// So many were put in.
        ///
        /// @param more whether there may be more than one call takes
        record Enrolled(int count, boolean more) implements Outcome {}

        /// There is no such SOP.
        record Unknown() implements Outcome {}

        /// It isn't active.
        record NotActive(Sop.State state) implements Outcome {}
    }

    public Outcome handle(Command command) {
        PersonalFields.require(command.caller(), command.audience());
        return work.inTransaction(() -> {
            BrandId brand = command.caller().brand();
            var found = sops.byPublicId(brand, command.sop());
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            var sop = found.get();
            return sop.state() == Sop.State.ACTIVE ? enrol(command, sop) : new Outcome.NotActive(sop.state());
        });
    }

    private Outcome enrol(Command command, Sop sop) {
        BrandId brand = command.caller().brand();
        Instant now = clock.now(brand);
        ZoneId zone = brands.find(brand).orElseThrow().zone();
        SopVersionId version = Objects.requireNonNull(sop.activeVersion());
        var definition =
                Objects.requireNonNull(definitions.of(brand, Set.of(version)).get(version));
        var own = definition.audience();
        var wanted = new Wanted(
                own == null ? command.audience() : new Expression.And(List.of(own, command.audience())),
                sop.id(),
                null,
                sights.of(command.caller()));
        List<Candidate> candidates = audiences.candidates(brand, wanted, new AsOf(now, zone), 0, MOST);
        List<Newcomer> newcomers = candidates.stream()
                .map(each ->
                        new Newcomer(each.id(), each.publicId(), null, Objects.requireNonNullElse(each.zone(), zone)))
                .toList();
        var entry = new Entry(sop, version, definition, Enrolment.Origin.MANUAL, now);
        return new Outcome.Enrolled(enroller.enrol(brand, entry, newcomers).size(), candidates.size() == MOST);
    }
}
