package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's strategies for customers, or for moments, by number.
public final class StrategyBook {
    private final NavigableMap<Integer, StrategyRow> byId = new TreeMap<>();
    private int last;

    void apply(StrategyRow row) {
        byId.put(row.id(), row);
        last = Math.max(last, row.id());
    }

    void apply(StrategyRow.Gone row) {
        byId.remove(row.id());
        last = Math.max(last, row.id());
    }

    Stream<Row> rows() {
        // the end of the numbers outlives the strategies
        return Stream.concat(
                Stream.of(new StrategyRow.Gone(last)).filter(_ -> !byId.containsKey(last)), byId.values().stream());
    }

    public int nextId() {
        return last + 1;
    }

    public Optional<StrategyRow> strategy(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    public NavigableMap<Integer, StrategyRow> inOrder() {
        return byId;
    }

    /// A strategy and those above it, from the first level down.
    public List<StrategyRow> path(int id) {
        var path = new ArrayList<StrategyRow>();
        for (var row = byId.get(id); row != null && path.size() < byId.size(); row = byId.get(row.parentId())) {
            path.addFirst(row);
        }
        return path;
    }

    /// Whether a strategy and all above it allow something.
    public boolean allows(int id, String privilege) {
        return path(id).stream().allMatch(row -> row.privileges().contains(privilege));
    }

    /// The strategies right below one.
    public List<StrategyRow> below(int id) {
        return byId.values().stream().filter(row -> row.parentId() == id).toList();
    }
}
