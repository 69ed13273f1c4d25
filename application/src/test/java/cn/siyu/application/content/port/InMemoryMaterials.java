package cn.siyu.application.content.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Materials in memory.
public final class InMemoryMaterials implements Materials {
    private final InMemoryStore.Table<InMemoryStore.Key, Material> table;

    public InMemoryMaterials(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(BrandId brand, Material material) {
        table.rows().put(new InMemoryStore.Key(brand, material.id().value()), material);
    }

    @Override
    public Optional<Material> find(BrandId brand, MaterialId id) {
        return Optional.ofNullable(table.rows().get(new InMemoryStore.Key(brand, id.value())));
    }

    @Override
    public List<Material> findAll(BrandId brand, Set<MaterialId> ids) {
        return table.of(brand).filter(one -> ids.contains(one.id())).toList();
    }

    @Override
    public Optional<Material> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(one -> one.publicId().equals(id)).findFirst();
    }

    @Override
    public List<Material> page(BrandId brand, boolean archived, long after, int atMost) {
        return table.of(brand)
                .filter(one -> one.archived() == archived && one.id().value() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public void replace(BrandId brand, Material material) {
        if (find(brand, material.id()).orElseThrow().version() + 1 != material.version()) {
            throw new StaleAggregate("material", material.id().value());
        }
        add(brand, material);
    }
}
