package cn.siyu.application.sop.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.WaveId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Waves in memory; it knows of no batches.
public final class InMemoryWaves implements Waves {
    private final InMemoryStore.Table<InMemoryStore.Key, Counted> table;

    public InMemoryWaves(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public Map<Key, WaveId> open(BrandId brand, Collection<Wave> waves) {
        Map<Key, WaveId> numbers = new HashMap<>();
        for (Wave each : waves) {
            var known = table.of(brand)
                    .map(Counted::wave)
                    .filter(wave -> wave.key().equals(each.key()))
                    .findFirst();
            if (known.isEmpty()) {
                var key = new InMemoryStore.Key(brand, each.id().value());
                table.rows().put(key, new Counted(each, Counts.NONE, Map.of()));
            }
            numbers.put(each.key(), known.orElse(each).id());
        }
        return numbers;
    }

    @Override
    public void count(BrandId brand, Map<WaveId, Counts> more) {
        more.forEach((id, counts) -> table.rows()
                .computeIfPresent(
                        new InMemoryStore.Key(brand, id.value()),
                        (_, row) -> new Counted(row.wave(), row.counts().plus(counts), Map.of())));
    }

    @Override
    public Optional<Counted> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(row -> row.wave().publicId().equals(id)).findFirst();
    }

    @Override
    public List<Counted> page(BrandId brand, @Nullable SopId sop, long before, int atMost) {
        return table.of(brand)
                .filter(row -> row.wave().id().value() < before)
                .filter(row -> sop == null || row.wave().sop().equals(sop))
                .sorted(Comparator.comparingLong(
                                (Counted row) -> row.wave().id().value())
                        .reversed())
                .limit(atMost)
                .toList();
    }
}
