package cn.siyu.application.task.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.DayOfBatches.Batch;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Batches in memory.
public final class InMemoryHandBatches implements HandBatches {
    private final InMemoryStore.Table<Key, Batch> table;

    private record Key(BrandId brand, ChannelAccountId account, LocalDate day, int number) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingInt((Key key) -> key.brand.value())
                .thenComparingLong(key -> key.account.value())
                .thenComparing(Key::day)
                .thenComparingInt(Key::number);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public InMemoryHandBatches(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public Map<ChannelAccountId, List<Batch>> of(BrandId brand, Collection<ChannelAccountId> accounts, LocalDate day) {
        return table.rows().entrySet().stream()
                .filter(row -> row.getKey().brand().equals(brand)
                        && accounts.contains(row.getKey().account())
                        && row.getKey().day().equals(day))
                .collect(Collectors.groupingBy(
                        row -> row.getKey().account(),
                        HashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public void keep(BrandId brand, LocalDate day, Map<ChannelAccountId, List<Batch>> batches) {
        batches.forEach((account, some) ->
                some.forEach(batch -> table.rows().put(new Key(brand, account, day, batch.number()), batch)));
    }
}
