package cn.siyu.adapter.wecomsimulator.world;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What will happen in a corp by itself: pending events in their order, and how far the planned
/// arrivals have come.
public final class Agenda {
    private final Map<String, EventRow> byId = new HashMap<>();
    private final NavigableSet<EventRow> inOrder = new TreeSet<>();
    private @Nullable BehaviourRow behaviour;
    private int arrivals;

    void apply(EventRow row) {
        apply(new EventRow.Done(row.id()));
        byId.put(row.id(), row);
        inOrder.add(row);
    }

    void apply(EventRow.Done row) {
        var event = byId.remove(row.id());
        if (event != null) {
            inOrder.remove(event);
        }
    }

    void apply(BehaviourRow row) {
        behaviour = row;
    }

    void apply(ArrivalsRow row) {
        arrivals = row.done();
    }

    Stream<Row> rows() {
        return Stream.of(Stream.ofNullable(behaviour), Stream.of(new ArrivalsRow(arrivals)), inOrder.stream())
                .flatMap(rows -> rows);
    }

    /// The event that comes next.
    public Optional<EventRow> next() {
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.first());
    }

    public Optional<EventRow> event(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public int pending() {
        return byId.size();
    }

    public int arrivals() {
        return arrivals;
    }

    public Optional<BehaviourRow> behaviour() {
        return Optional.ofNullable(behaviour);
    }
}
