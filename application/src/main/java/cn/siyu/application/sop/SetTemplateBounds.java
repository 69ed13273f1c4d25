package cn.siyu.application.sop;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.StoreVariants;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.template.TemplateBounds;
import cn.siyu.domain.sop.template.TemplateBounds.StepBounds;
import java.util.Map;
import java.util.Optional;

/// Head office says what stores may change in a version (总部模板). It may say so at any time, also
/// of a published version: what the new bounds don't allow is head office's again from the next
/// step on.
public final class SetTemplateBounds {
    private final Sops sops;
    private final SopVersions versions;
    private final StoreVariants variants;
    private final UnitOfWork work;

    public SetTemplateBounds(Sops sops, SopVersions versions, StoreVariants variants, UnitOfWork work) {
        this.sops = sops;
        this.versions = versions;
        this.variants = variants;
        this.work = work;
    }

    /// What may be changed.
    ///
    /// @param number of the version in its SOP
    /// @param expected the version of the bounds that their author has seen; 0: there were none
    public record Command(
            Caller caller, PublicId sop, int number, int expected, boolean mayOptOut, Map<Integer, StepBounds> steps) {}

    /// What came of it.
    public sealed interface Outcome {
        /// They hold.
        record Set(TemplateBounds bounds) implements Outcome {}

        /// There is no such step.
        record NoStep(int step) implements Outcome {}

        /// Somebody else changed them.
        record Stale(int version) implements Outcome {}

        /// There is no such SOP or version.
        record Unknown() implements Outcome {}
    }

    /// Sets them.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> find(sops, versions, command.caller(), command.sop(), command.number())
                .map(version -> set(command, version))
                .orElseGet(Outcome.Unknown::new));
    }

    static Optional<SopVersion> find(Sops sops, SopVersions versions, Caller caller, PublicId sop, int number) {
        return sops.byPublicId(caller.brand(), sop)
                .flatMap(found -> versions.of(caller.brand(), found.id()).stream()
                        .filter(version -> version.number() == number)
                        .findFirst());
    }

    private Outcome set(Command command, SopVersion version) {
        var brand = command.caller().brand();
        int stored = variants.bounds(brand, version.id())
                .map(TemplateBounds::version)
                .orElse(0);
        if (stored != command.expected()) {
            return new Outcome.Stale(stored);
        }
        int steps = version.definition().steps().size();
        var missing =
                command.steps().keySet().stream().filter(step -> step >= steps).min(Integer::compare);
        if (missing.isPresent()) {
            return new Outcome.NoStep(missing.get());
        }
        var bounds = new TemplateBounds(version.id(), command.mayOptOut(), command.steps(), stored + 1);
        variants.keep(brand, bounds);
        return new Outcome.Set(bounds);
    }
}
