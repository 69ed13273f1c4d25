package cn.siyu.adapter.wecomsimulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's group join ways (加入群聊), by id, by the address of their code and in the order of
/// their making.
public final class JoinWayBook {
    private final Map<String, JoinWayRow> byId = new HashMap<>();
    private final Map<String, JoinWayRow> byCode = new HashMap<>();
    private final NavigableMap<Integer, JoinWayRow> inOrder = new TreeMap<>();

    void apply(JoinWayRow row) {
        apply(new JoinWayRow.Gone(row.configId()));
        byId.put(row.configId(), row);
        inOrder.put(row.sequence(), row);
        if (!row.qrCode().isEmpty()) {
            byCode.put(row.qrCode(), row);
        }
    }

    void apply(JoinWayRow.Gone row) {
        var way = byId.remove(row.configId());
        if (way != null) {
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

    public int nextSequence() {
        return inOrder.isEmpty() ? 0 : inOrder.lastKey() + 1;
    }

    public Optional<JoinWayRow> byId(String configId) {
        return Optional.ofNullable(byId.get(configId));
    }

    /// The join way behind a scanned code.
    public Optional<JoinWayRow> byCode(String qrCode) {
        return Optional.ofNullable(byCode.get(qrCode));
    }

    /// All of them, oldest first.
    public List<JoinWayRow> inOrder() {
        return List.copyOf(inOrder.values());
    }
}
