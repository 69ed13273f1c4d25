package cn.siyu.adapter.wecomsimulator.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds customers by another key than their id. Filled when it is first asked, and caught up with
/// new customers whenever it is asked again, so that it costs nothing in corps that never ask.
final class CustomerIndex {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Function<CustomerRow, @Nullable String> key;
    private int known;

    CustomerIndex(Function<CustomerRow, @Nullable String> key) {
        this.key = key;
    }

    /// @param count how many customers there are now
    Optional<CustomerRow> find(String wanted, int count, IntFunction<CustomerRow> byNumber) {
        for (; known < count; known++) {
            var of = key.apply(byNumber.apply(known));
            if (of != null) {
                numbers.putIfAbsent(of, known);
            }
        }
        return Optional.ofNullable(numbers.get(wanted)).map(byNumber::apply);
    }
}
