package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.DefinitionReader.Read;
import cn.siyu.domain.sop.SopMistake;
import cn.siyu.domain.sop.SopVersion;
import java.util.List;
import java.util.Optional;

/// Publishes a draft, if everything it refers to is still there: from now on it never changes.
public final class PublishSopVersion {
    private final Sops sops;
    private final SopVersions versions;
    private final ReadDefinition definitions;
    private final UnitOfWork work;
    private final BrandClock clock;

    public PublishSopVersion(
            Sops sops, SopVersions versions, ReadDefinition definitions, UnitOfWork work, BrandClock clock) {
        this.sops = sops;
        this.versions = versions;
        this.definitions = definitions;
        this.work = work;
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param number of the version in its SOP
    /// @param form how mistakes are pointed at
    public record Command(BrandId brand, PublicId sop, int number, IdForm form) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is published, now or before.
        record Published(SopVersion version) implements Outcome {}

        /// Something it refers to is gone.
        record Refused(List<SopMistake> mistakes) implements Outcome {}

        /// There is no such SOP or version.
        record Unknown() implements Outcome {}
    }

    public Outcome handle(Command command) {
        return work.inTransaction(() -> {
            Optional<SopVersion> found = sops.byPublicId(command.brand(), command.sop()).stream()
                    .flatMap(sop -> versions.of(command.brand(), sop.id()).stream())
                    .filter(version -> version.number() == command.number())
                    .findFirst();
            return found.isEmpty() ? new Outcome.Unknown() : publish(command, found.get());
        });
    }

    private Outcome publish(Command command, SopVersion draft) {
        if (draft.published()) {
            return new Outcome.Published(draft);
        }
        if (definitions.again(command.brand(), draft.definition(), command.form()) instanceof Read.Refused(var no)) {
            return new Outcome.Refused(no);
        }
        var published = draft.publishedAt(clock.now(command.brand()));
        versions.replace(command.brand(), published);
        return new Outcome.Published(published);
    }
}
