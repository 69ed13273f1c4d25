package cn.siyu.adapter.persistence;

import java.util.Collection;
import java.util.function.ToLongFunction;

/// Many inner numbers as one array parameter, to be joined with. On H2 a list in `IN (…)` or
/// `ANY(?)` behind the brand is not looked up in the index but compared with every row of the
/// brand: 5,000 of 100,000 took seconds where the join takes milliseconds.
public final class Numbers {
    /// A row per number, in the column `n` of the table `wanted`. It stands first behind FROM: H2
    /// joins in that order where it can't tell the costs apart.
    public static final String WANTED = "unnest(CAST(? AS bigint ARRAY)) wanted(n)";

    private Numbers() {}

    /// Sorted, so that rows are locked in one order, and each once.
    public static <T> Long[] of(Collection<T> ids, ToLongFunction<T> number) {
        return ids.stream().mapToLong(number).sorted().distinct().boxed().toArray(Long[]::new);
    }
}
