package cn.siyu.application.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// Fills a page with what a caller sees: what it doesn't see is read over, so that pages are full
/// as long as there is more.
public final class SeenPage {
    private static final int LEAST_READ = 200;

    private SeenPage() {}

    /// Things with a number above `after` that are seen, by number.
    ///
    /// @param read the next things after a number, at most so many, by number
    public static <T> List<T> of(
            long after,
            int atMost,
            BiFunction<Long, Integer, List<T>> read,
            ToLongFunction<T> number,
            Predicate<T> seen) {
        var page = new ArrayList<T>();
        int size = Math.max(LEAST_READ, atMost);
        long last = after;
        boolean more = true;
        while (more && page.size() < atMost) {
            var some = read.apply(last, size);
            some.stream().filter(seen).limit(atMost - page.size()).forEach(page::add);
            more = some.size() == size;
            last = some.isEmpty() ? last : number.applyAsLong(some.getLast());
        }
        return List.copyOf(page);
    }
}
