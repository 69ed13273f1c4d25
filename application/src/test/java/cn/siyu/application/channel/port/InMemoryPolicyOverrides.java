package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Brands' own policy settings in memory.
public final class InMemoryPolicyOverrides implements PolicyOverrides {
    private final InMemoryStore.Table<String, List<PolicyOverride>> table;

    public InMemoryPolicyOverrides(InMemoryStore store) {
        this.table = store.table();
    }

    private static String key(BrandId brand, PolicyLine line) {
        return brand + "/" + line;
    }

    @Override
    public List<PolicyOverride> all(BrandId brand, PolicyLine line) {
        return table.rows().getOrDefault(key(brand, line), List.of());
    }

    @Override
    public void put(BrandId brand, PolicyLine line, PolicyOverride override, Instant now) {
        List<PolicyOverride> settings = new ArrayList<>(all(brand, line));
        if (settings.size() + 1 != override.version()) {
            throw new StaleAggregate("policy override " + line, brand.value());
        }
        settings.add(override);
        table.rows().put(key(brand, line), List.copyOf(settings));
    }
}
