package cn.siyu.adapter.persistence.sop;

import java.util.Collection;
import java.util.function.ToLongFunction;

/// Inner numbers as an array parameter: `WHERE id = ANY(?)`.
final class Numbers {
    private Numbers() {}

    /// Sorted, so that rows are locked in one order.
    static <T> Long[] of(Collection<T> ids, ToLongFunction<T> number) {
        return ids.stream().mapToLong(number).distinct().sorted().boxed().toArray(Long[]::new);
    }
}
