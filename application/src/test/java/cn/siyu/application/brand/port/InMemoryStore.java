package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.BrandId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A store in memory with real transactions: one at a time, all or nothing. Every in-memory
/// repository keeps its rows in tables of one store, so that a failed unit of work leaves no trace
/// in any of them.
public final class InMemoryStore implements UnitOfWork {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Table<?, ?>> tables = new ArrayList<>();

    /// A new empty table, sorted by its key. Rows must be immutable.
    public <K extends Comparable<K>, V> Table<K, V> table() {
        var table = new Table<K, V>();
        tables.add(table);
        return table;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        lock.lock();
        try {
            if (lock.getHoldCount() > 1) {
                return work.get();
            }
            tables.forEach(Table::begin);
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (!done) {
                    tables.forEach(Table::rollBack);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// The key of a row that belongs to a brand.
    public record Key(BrandId brand, long id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byBrand = Integer.compare(brand.value(), other.brand.value());
            return byBrand != 0 ? byBrand : Long.compare(id, other.id);
        }
    }

    /// Sorted rows by key; a snapshot is taken when a transaction begins.
    public static final class Table<K extends Comparable<K>, V> {
        private final TreeMap<K, V> rows = new TreeMap<>();
        private Map<K, V> before = Map.of();

        /// The rows, sorted by key; change them through this map.
        public NavigableMap<K, V> rows() {
            return rows;
        }

        /// The rows of a brand, by number; only for tables whose key is [Key].
        public Stream<V> of(BrandId brand) {
            return rows.entrySet().stream()
                    .filter(row ->
                            row.getKey() instanceof Key key && key.brand().equals(brand))
                    .map(Map.Entry::getValue);
        }

        private void begin() {
            before = new TreeMap<>(rows);
        }

        private void rollBack() {
            rows.clear();
            rows.putAll(before);
        }
    }
}
