package cn.siyu.application.content;

import cn.siyu.application.channel.WelcomeMaterials;
import cn.siyu.application.content.port.Materials;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.id.PublicId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The brand's materials as greetings of contact ways.
public final class MaterialsForWelcome implements WelcomeMaterials {
    private final Materials materials;

    public MaterialsForWelcome(Materials materials) {
        this.materials = materials;
    }

    @Override
    public Optional<Long> usable(BrandId brand, PublicId material) {
        return materials
                .byPublicId(brand, material)
                .filter(one -> !one.archived())
                .map(one -> one.id().value());
    }

    @Override
    public Map<Long, PublicId> publicIds(BrandId brand, Set<Long> numbers) {
        var ids = numbers.stream().map(MaterialId::new).collect(Collectors.toSet());
        return materials.findAll(brand, ids).stream()
                .collect(Collectors.toMap(one -> one.id().value(), Material::publicId));
    }
}
