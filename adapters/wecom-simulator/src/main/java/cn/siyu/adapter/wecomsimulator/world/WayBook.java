package cn.siyu.adapter.wecomsimulator.world;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's contact ways (联系我), by id, by the address of their code and in the order of their
/// making.
public final class WayBook {
    private final Map<String, WayRow> byId = new HashMap<>();
    private final Map<String, WayRow> byCode = new HashMap<>();
    private final NavigableMap<Integer, WayRow> inOrder = new TreeMap<>();
    private int temporary;
    private final Map<Integer, Integer> temporaryByDay = new HashMap<>();

    void apply(WayRow row) {
        if (byId.put(row.configId(), row) == null && row.temporary()) {
            temporary++;
            temporaryByDay.merge(CorpClock.day(row.createdAt()), 1, Integer::sum);
        }
        inOrder.put(row.sequence(), row);
        if (!row.qrCode().isEmpty()) {
            byCode.put(row.qrCode(), row);
        }
    }

    void apply(WayRow.Gone row) {
        var way = byId.remove(row.configId());
        if (way != null) {
            temporary -= way.temporary() ? 1 : 0;
            inOrder.remove(way.sequence());
            byCode.remove(way.qrCode());
        }
    }

    Stream<Row> rows() {
        return inOrder.values().stream().map(Row.class::cast);
    }

    public int count() {
        return byId.size();
    }

    /// How many there are that live until they are deleted.
    public int lasting() {
        return byId.size() - temporary;
    }

    /// Temporary ways made on a day, as far as they still exist or were deleted since the start.
    public int temporaryOn(int day) {
        return temporaryByDay.getOrDefault(day, 0);
    }

    public int nextSequence() {
        return inOrder.isEmpty() ? 0 : inOrder.lastKey() + 1;
    }

    public Optional<WayRow> byId(String configId) {
        return Optional.ofNullable(byId.get(configId));
    }

    /// The way behind a scanned code.
    public Optional<WayRow> byCode(String qrCode) {
        return Optional.ofNullable(byCode.get(qrCode));
    }

    /// The ways by number, oldest first.
    public NavigableMap<Integer, WayRow> inOrder() {
        return inOrder;
    }
}
