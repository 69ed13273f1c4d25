package cn.siyu.application.contact.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.RecipientUse;
import cn.siyu.domain.customer.IdentityId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Recipients' quotas in memory.
public final class InMemoryRecipientQuotas implements RecipientQuotas {
    private final InMemoryStore.Table<BrandKey, Map<Key, RecipientUse>> table;

    public InMemoryRecipientQuotas(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public Map<Key, RecipientUse> of(BrandId brand, Collection<IdentityId> identities) {
        Map<Key, RecipientUse> found = new HashMap<>();
        identities.forEach(identity -> found.putAll(row(brand, identity)));
        return found;
    }

    private Map<Key, RecipientUse> row(BrandId brand, IdentityId identity) {
        return table.rows().getOrDefault(new BrandKey(brand, identity.value()), new TreeMap<>());
    }

    @Override
    public void add(BrandId brand, Map<Key, RecipientUse> used) {
        used.forEach((key, days) -> {
            if (row(brand, key.identity()).containsKey(key)) {
                throw new StaleAggregate("recipient_quota", key.identity().value());
            }
            put(brand, key, days);
        });
    }

    @Override
    public void replace(BrandId brand, Map<Key, RecipientUse> used) {
        used.forEach((key, days) -> put(brand, key, days));
    }

    /// Rows are replaced, never changed, so that a failed transaction leaves no trace.
    private void put(BrandId brand, Key key, RecipientUse days) {
        var row = new TreeMap<>(row(brand, key.identity()));
        row.put(key, days);
        table.rows().put(new BrandKey(brand, key.identity().value()), row);
    }
}
