package cn.siyu.application.content.port;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The materials (素材) of a brand.
public interface Materials {
    /// Adds one.
    void add(BrandId brand, Material material);

    /// The one with a number, archived or not, or empty.
    Optional<Material> find(BrandId brand, MaterialId id);

    /// Those of the given materials that exist, archived or not, by number.
    List<Material> findAll(BrandId brand, Set<MaterialId> ids);

    /// The one with a public id, archived or not, or empty.
    Optional<Material> byPublicId(BrandId brand, PublicId id);

    /// Materials with a number above `after`, by number.
    ///
    /// @param archived whether the archived ones or the others
    List<Material> page(BrandId brand, boolean archived, long after, int atMost);

    /// Replaces one, be it to archive it; its `version` is one more than the stored one.
    ///
    /// @throws StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, Material material);
}
