package cn.siyu.application.content;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.content.port.Materials;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialCheck;
import cn.siyu.domain.content.MaterialContent;
import cn.siyu.domain.content.MaterialDraft;
import cn.siyu.domain.content.MaterialId;

/// Saves a new material (素材), if it is sound: a misspelt variable never reaches a customer.
public final class AddMaterial {
    private final Materials materials;
    private final MaterialLimits limits;
    private final PersonaRule persona;
    private final BrandClock clock;
    private final IdSource ids;
    private final UnitOfWork work;

    public AddMaterial(
            Materials materials,
            MaterialLimits limits,
            CheckPersona personas,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        this.materials = materials;
        this.limits = limits;
        this.persona = new PersonaRule(personas);
        this.clock = clock;
        this.ids = ids;
        this.work = work;
    }

    /// A material to be saved.
    public record Command(Caller caller, MaterialDraft draft) {}

    /// Saves the material; the outcome is Saved or Refused.
    public MaterialOutcome handle(Command command) {
        return switch (MaterialCheck.check(command.draft(), limits.widest())) {
            case MaterialCheck.Checked.Accepted(var content) -> {
                var errors = persona.errors(command.caller().brand(), content);
                yield errors.isEmpty()
                        ? new MaterialOutcome.Saved(work.inTransaction(() -> added(command, content)))
                        : new MaterialOutcome.Refused(errors);
            }
            case MaterialCheck.Checked.Refused(var errors) -> new MaterialOutcome.Refused(errors);
        };
    }

    private Material added(Command command, MaterialContent content) {
        var brand = command.caller().brand();
        var now = clock.now(brand);
        var id = new MaterialId(ids.next());
        var material =
                new Material(id, ids.publicId(id.value(), now), command.draft().name(), content, false, 1, now, now);
        materials.add(brand, material);
        return material;
    }
}
