package cn.siyu.application.content;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.content.port.Materials;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Shows materials.
public final class ReadMaterials {
    private final Materials materials;

    public ReadMaterials(Materials materials) {
        this.materials = materials;
    }

    /// Materials with a number above `after`, by number.
    ///
    /// @param archived whether the archived ones or the others
    public List<Material> page(Caller caller, boolean archived, long after, int atMost) {
        return materials.page(caller.brand(), archived, after, atMost);
    }

    /// The one with a public id, archived or not, or empty.
    public Optional<Material> one(Caller caller, PublicId id) {
        return materials.byPublicId(caller.brand(), id);
    }
}
