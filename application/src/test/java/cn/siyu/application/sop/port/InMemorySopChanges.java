package cn.siyu.application.sop.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopId;
import java.util.Comparator;
import java.util.List;

/// Changes of SOPs in memory.
public final class InMemorySopChanges implements SopChanges {
    private final InMemoryStore.Table<InMemoryStore.Key, SopChange> table;

    public InMemorySopChanges(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(BrandId brand, SopChange change) {
        table.rows().put(new InMemoryStore.Key(brand, change.id()), change);
    }

    @Override
    public List<SopChange> page(BrandId brand, SopId sop, long before, int atMost) {
        return table.of(brand)
                .filter(change -> change.sop().equals(sop) && change.id() < before)
                .sorted(Comparator.comparingLong(SopChange::id).reversed())
                .limit(atMost)
                .toList();
    }
}
