package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.DefinitionReader.Read;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopMistake;
import cn.siyu.domain.sop.SopVersion;
import java.util.List;
import java.util.Optional;

/// Publishes a draft, if everything it refers to is still there: from now on it never changes.
public final class PublishSopVersion {
    private final Sops sops;
    private final SopVersions versions;
    private final ReadDefinition definitions;
    private final PersonaOfSop personas;
    private final SopJournal journal;
    private final UnitOfWork work;
    private final BrandClock clock;

    public PublishSopVersion(
            Sops sops,
            SopVersions versions,
            ReadDefinition definitions,
            PersonaOfSop personas,
            SopJournal journal,
            UnitOfWork work,
            BrandClock clock) {
        this.sops = sops;
        this.versions = versions;
        this.definitions = definitions;
        this.personas = personas;
        this.journal = journal;
        this.work = work;
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param number of the version in its SOP
    /// @param form how mistakes are pointed at
    /// @param by who wants it, and why
    public record Command(Caller caller, PublicId sop, int number, IdForm form, SopChange.By by) {
        BrandId brand() {
            return caller.brand();
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is published, now or before.
        record Published(SopVersion version) implements Outcome {}

        /// Something it refers to is gone, or it says what a persona never says.
        record Refused(List<SopMistake> mistakes) implements Outcome {}

        /// There is no such SOP or version.
        record Unknown() implements Outcome {}
    }

    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> {
            var sop = sops.byPublicId(command.brand(), command.sop());
            Optional<SopVersion> found = sop.stream()
                    .flatMap(each -> versions.of(command.brand(), each.id()).stream())
                    .filter(version -> version.number() == command.number())
                    .findFirst();
            return found.isEmpty() ? new Outcome.Unknown() : publish(command, sop.orElseThrow(), found.get());
        });
    }

    private Outcome publish(Command command, Sop sop, SopVersion draft) {
        if (draft.published()) {
            return new Outcome.Published(draft);
        }
        if (definitions.again(command.brand(), draft.definition(), command.form()) instanceof Read.Refused(var no)) {
            return new Outcome.Refused(no);
        }
        var claims = personas.mistakes(command.brand(), draft.definition());
        if (!claims.isEmpty()) {
            return new Outcome.Refused(claims);
        }
        var now = clock.now(command.brand());
        var published = draft.publishedAt(now);
        versions.replace(command.brand(), published);
        journal.note(command.brand(), SopChange.Kind.PUBLICATION, sop, sop, published.number(), command.by(), now);
        return new Outcome.Published(published);
    }
}
