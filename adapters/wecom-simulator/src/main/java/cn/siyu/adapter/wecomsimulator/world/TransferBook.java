package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's transfers of customers, by customer and by the two members they run between.
public final class TransferBook {
    private final NavigableMap<Integer, TransferRow> inOrder = new TreeMap<>();
    private final Map<Integer, List<Integer>> ofCustomer = new HashMap<>();
    private final Map<Between, NavigableMap<Integer, TransferRow>> between = new HashMap<>();

    /// Two members, and whether the first had left.
    public record Between(String handover, String takeover, boolean resigned) {}

    void apply(TransferRow row) {
        if (inOrder.put(row.sequence(), row) == null) {
            ofCustomer.computeIfAbsent(row.customer(), _ -> new ArrayList<>(2)).add(row.sequence());
        }
        between.computeIfAbsent(new Between(row.handover(), row.takeover(), row.resigned()), _ -> new TreeMap<>())
                .put(row.customer(), row);
    }

    Stream<Row> rows() {
        return inOrder.values().stream().map(Row.class::cast);
    }

    public int nextSequence() {
        return inOrder.isEmpty() ? 0 : inOrder.lastKey() + 1;
    }

    public Optional<TransferRow> transfer(int sequence) {
        return Optional.ofNullable(inOrder.get(sequence));
    }

    /// All transfers of a customer, oldest first.
    public List<TransferRow> ofCustomer(int customer) {
        return ofCustomer.getOrDefault(customer, List.of()).stream()
                .map(inOrder::get)
                .toList();
    }

    /// The transfer of a customer that is waiting for its time.
    public Optional<TransferRow> waiting(int customer) {
        return ofCustomer(customer).stream().filter(TransferRow::waits).findFirst();
    }

    /// The last transfer of each customer between two members, by the customer's number.
    public NavigableMap<Integer, TransferRow> between(Between members) {
        var found = between.get(members);
        return found == null ? new TreeMap<>() : found;
    }
}
