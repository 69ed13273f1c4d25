package cn.siyu.application.sop;

import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The definitions of published versions, remembered: they never change.
public final class Definitions {
    private static final int MOST = 10_000;

    private final SopVersions versions;
    private final Map<Key, SopDefinition> known = new ConcurrentHashMap<>();

    public Definitions(SopVersions versions) {
        this.versions = versions;
    }

    private record Key(BrandId brand, SopVersionId version) {}

    /// The definitions of versions, as far as they are published.
    Map<SopVersionId, SopDefinition> of(BrandId brand, Collection<SopVersionId> ids) {
        var found = new HashMap<SopVersionId, SopDefinition>();
        Set<SopVersionId> unknown = new HashSet<>();
        for (SopVersionId id : ids) {
            var definition = known.get(new Key(brand, id));
            if (definition == null) {
                unknown.add(id);
            } else {
                found.put(id, definition);
            }
        }
        if (!unknown.isEmpty()) {
            versions.findAll(brand, unknown).stream()
                    .filter(SopVersion::published)
                    .forEach(version -> {
                        found.put(version.id(), version.definition());
                        remember(brand, version);
                    });
        }
        return found;
    }

    private void remember(BrandId brand, SopVersion version) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(new Key(brand, version.id()), version.definition());
    }
}
