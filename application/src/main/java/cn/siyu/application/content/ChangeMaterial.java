package cn.siyu.application.content;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.content.port.Materials;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialCheck;
import cn.siyu.domain.content.MaterialContent;
import cn.siyu.domain.content.MaterialDraft;
import cn.siyu.domain.id.PublicId;
import java.util.function.Function;

/// Changes a material, or archives it. Messages that were planned before keep their words.
public final class ChangeMaterial {
    private final Materials materials;
    private final MaterialLimits limits;
    private final PersonaRule persona;
    private final BrandClock clock;
    private final UnitOfWork work;

    public ChangeMaterial(
            Materials materials, MaterialLimits limits, CheckPersona personas, BrandClock clock, UnitOfWork work) {
        this.materials = materials;
        this.limits = limits;
        this.persona = new PersonaRule(personas);
        this.clock = clock;
        this.work = work;
    }

    /// What the material is to be.
    ///
    /// @param version the version that its author has seen
    public record Command(Caller caller, PublicId material, int version, MaterialDraft draft) {}

    /// Changes the material.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand: its SOPs share materials
    public MaterialOutcome handle(Command command) {
        return change(command.caller(), command.material(), command.version(), old -> {
            return switch (MaterialCheck.check(command.draft(), limits.widest())) {
                case MaterialCheck.Checked.Accepted(var content) -> {
                    var errors = persona.errors(command.caller().brand(), content);
                    yield errors.isEmpty()
                            ? replaced(command.caller(), old, command.draft().name(), content, false)
                            : new MaterialOutcome.Refused(errors);
                }
                case MaterialCheck.Checked.Refused(var errors) -> new MaterialOutcome.Refused(errors);
            };
        });
    }

    /// Archives a material: it can't be used any more, but still be read.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public MaterialOutcome archive(Caller caller, PublicId material, int version) {
        return change(caller, material, version, old -> replaced(caller, old, old.name(), old.content(), true));
    }

    private MaterialOutcome change(
            Caller caller, PublicId id, int version, Function<Material, MaterialOutcome> change) {
        WholeBrand.require(caller);
        return work.inTransaction(() -> materials
                .byPublicId(caller.brand(), id)
                .map(old -> {
                    if (old.archived()) {
                        return new MaterialOutcome.Archived();
                    }
                    return old.version() == version ? change.apply(old) : new MaterialOutcome.Stale(old.version());
                })
                .orElseGet(MaterialOutcome.Unknown::new));
    }

    private MaterialOutcome replaced(
            Caller caller, Material old, String name, MaterialContent content, boolean archived) {
        var changed = new Material(
                old.id(),
                old.publicId(),
                name,
                content,
                archived,
                old.version() + 1,
                old.createdAt(),
                clock.now(caller.brand()));
        materials.replace(caller.brand(), changed);
        return new MaterialOutcome.Saved(changed);
    }
}
