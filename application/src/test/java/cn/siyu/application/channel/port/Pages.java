package cn.siyu.application.channel.port;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns the pages of lists in tests and in memory.
public final class Pages {
    private static final int SIZE = 2;
    private static final int MOST = 1000;

    private Pages() {}

    /// Everything in a list, to its end.
    public static <T> List<T> all(Function<@Nullable String, Answer<Slice<T>>> page) {
        var items = new ArrayList<T>();
        @Nullable String cursor = null;
        for (int pages = 0; pages < MOST; pages++) {
            var slice = Answers.value(page.apply(cursor));
            items.addAll(slice.items());
            cursor = slice.next();
            if (cursor == null) {
                return items;
            }
        }
        throw new AssertionError("the pages do not end");
    }

    /// A page of two, so that readers prove that they turn pages.
    static <T> Answer<Slice<T>> of(List<T> all, @Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(from + SIZE, all.size());
        return Answer.done(
                new Slice<>(all.subList(Math.min(from, to), to), to < all.size() ? String.valueOf(to) : null));
    }
}
