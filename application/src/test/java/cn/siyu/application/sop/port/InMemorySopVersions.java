package cn.siyu.application.sop.port;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Versions of SOPs in memory.
public final class InMemorySopVersions implements SopVersions {
    private final InMemoryStore.Table<InMemoryStore.Key, SopVersion> table;

    public InMemorySopVersions(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(BrandId brand, SopVersion version) {
        if (of(brand, version.sop()).stream().anyMatch(each -> each.number() == version.number())) {
            throw new AlreadyExists("version", Integer.toString(version.number()));
        }
        put(brand, version);
    }

    private void put(BrandId brand, SopVersion version) {
        table.rows().put(new InMemoryStore.Key(brand, version.id().value()), version);
    }

    @Override
    public List<SopVersion> findAll(BrandId brand, Collection<SopVersionId> ids) {
        return table.of(brand).filter(version -> ids.contains(version.id())).toList();
    }

    @Override
    public Optional<SopVersion> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(version -> version.publicId().equals(id)).findFirst();
    }

    @Override
    public List<SopVersion> of(BrandId brand, SopId sop) {
        return table.of(brand)
                .filter(version -> version.sop().equals(sop))
                .sorted(Comparator.comparingInt(SopVersion::number).reversed())
                .toList();
    }

    @Override
    public void replace(BrandId brand, SopVersion version) {
        var stored = findAll(brand, List.of(version.id())).getFirst();
        if (stored.published() || stored.version() + 1 != version.version()) {
            throw new StaleAggregate("SOP version", version.id().value());
        }
        put(brand, version);
    }
}
