package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import java.time.Instant;
import java.util.Optional;

/// Brands' own policy settings in memory.
public final class InMemoryPolicyOverrides implements PolicyOverrides {
    private final InMemoryStore.Table<String, PolicyOverride> table;

    public InMemoryPolicyOverrides(InMemoryStore store) {
        this.table = store.table();
    }

    private static String key(BrandId brand, PolicyLine line) {
        return brand + "/" + line;
    }

    @Override
    public Optional<PolicyOverride> find(BrandId brand, PolicyLine line) {
        return Optional.ofNullable(table.rows().get(key(brand, line)));
    }

    @Override
    public void put(BrandId brand, PolicyLine line, PolicyOverride override, Instant now) {
        int stored = find(brand, line).map(PolicyOverride::version).orElse(0);
        if (stored + 1 != override.version()) {
            throw new StaleAggregate("policy override " + line, brand.value());
        }
        table.rows().put(key(brand, line), override);
    }
}
