package cn.siyu.application.engine.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.engine.ClockAdvance;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Clock advances in memory.
public final class InMemoryClockAdvances implements ClockAdvances {
    private final InMemoryStore.Table<Long, ClockAdvance> table;

    public InMemoryClockAdvances(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(ClockAdvance advance) {
        table.rows().put(advance.id(), advance);
    }

    @Override
    public void replace(ClockAdvance advance) {
        table.rows().replace(advance.id(), advance);
    }

    @Override
    public Optional<ClockAdvance> find(BrandId brand, PublicId id) {
        return table.rows().values().stream()
                .filter(advance ->
                        advance.brand().equals(brand) && advance.publicId().equals(id))
                .findFirst();
    }

    @Override
    public List<ClockAdvance> latest(BrandId brand, long before, int atMost) {
        return table.rows().headMap(before, false).descendingMap().values().stream()
                .filter(advance -> advance.brand().equals(brand))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<ClockAdvance> running() {
        return table.rows().values().stream()
                .filter(advance -> advance.state() == ClockAdvance.State.RUNNING)
                .toList();
    }
}
