package cn.siyu.application.sop;

import cn.siyu.application.audience.PersonalFields;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.DefinitionReader.Read;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopMistake;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Saves a draft: a new version, or another content of one that isn't published.
public final class SaveSopVersion {
    private final Sops sops;
    private final SopVersions versions;
    private final ReadDefinition definitions;
    private final UnitOfWork work;
    private final IdSource ids;
    private final BrandClock clock;

    public SaveSopVersion(
            Sops sops,
            SopVersions versions,
            ReadDefinition definitions,
            UnitOfWork work,
            IdSource ids,
            BrandClock clock) {
        this.sops = sops;
        this.versions = versions;
        this.definitions = definitions;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param tree the definition as maps, lists and plain values
    /// @param form how it writes ids
    /// @param draft which one to rewrite; null makes a new version
    public record Command(
            Caller caller,
            PublicId sop,
            Object tree,
            IdForm form,
            @Nullable Draft draft) {
        BrandId brand() {
            return caller.brand();
        }
    }

    /// A draft as the caller has seen it.
    ///
    /// @param number its number in the SOP
    /// @param expected its row version
    public record Draft(int number, int expected) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is stored.
        record Saved(SopVersion version) implements Outcome {}

        /// The definition is wrong.
        record Refused(List<SopMistake> mistakes) implements Outcome {}

        /// There is no such SOP or version.
        record Unknown() implements Outcome {}

        /// It is published and never changes: save a new version.
        record Published() implements Outcome {}

        /// Somebody else changed it.
        record Stale(int version) implements Outcome {}
    }

    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> {
            var sop = sops.byPublicId(command.brand(), command.sop());
            if (sop.isEmpty()) {
                return new Outcome.Unknown();
            }
            return switch (definitions.read(command.brand(), command.tree(), command.form())) {
                case Read.Refused(var mistakes) -> new Outcome.Refused(mistakes);
                case Read.Understood(var definition) -> {
                    PersonalFields.require(command.caller(), definition.audience());
                    yield save(command, sop.get(), definition);
                }
            };
        });
    }

    private Outcome save(Command command, Sop sop, SopDefinition definition) {
        var now = clock.now(command.brand());
        var all = versions.of(command.brand(), sop.id());
        var draft = command.draft();
        return draft == null
                ? added(command.brand(), sop, all, definition, now)
                : rewritten(command.brand(), all, draft, definition, now);
    }

    private Outcome added(BrandId brand, Sop sop, List<SopVersion> all, SopDefinition definition, Instant now) {
        long id = ids.next();
        int number = all.isEmpty() ? 1 : all.getFirst().number() + 1;
        var version = new SopVersion(
                new SopVersionId(id), ids.publicId(id, now), sop.id(), number, definition, null, 1, now, now);
        versions.add(brand, version);
        return new Outcome.Saved(version);
    }

    private Outcome rewritten(BrandId brand, List<SopVersion> all, Draft draft, SopDefinition definition, Instant now) {
        Optional<SopVersion> found =
                all.stream().filter(each -> each.number() == draft.number()).findFirst();
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var stored = found.get();
        if (stored.published()) {
            return new Outcome.Published();
        }
        if (stored.version() != draft.expected()) {
            return new Outcome.Stale(stored.version());
        }
        var version = stored.rewritten(definition, now);
        versions.replace(brand, version);
        return new Outcome.Saved(version);
    }
}
