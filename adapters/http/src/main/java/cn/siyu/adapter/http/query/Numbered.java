package cn.siyu.adapter.http.query;

import cn.siyu.application.brand.PageRequest.Place;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Lists in the order of creation, which the core reads by growing inner numbers: configuration,
/// mostly.
public final class Numbered {
    private Numbered() {}

    /// Begins the declaration of such a list.
    public static Listing.Builder listing() {
        return Listing.inOrderOf("createdAt");
    }

    /// Reads a page.
    ///
    /// @param rows rows with a number above the second argument, at most as many as the third says
    /// @param resource what clients see of a row
    public static <R, T> Page<T> page(
            Lists lists,
            Listing listing,
            HttpRequest<?> request,
            Rows<R> rows,
            ToLongFunction<R> number,
            Function<R, T> resource) {
        ListQuery query = lists.read(listing, request);
        @Nullable Place after = query.page().after();
        List<R> found = rows.of(
                query,
                after == null ? 0 : after.id(),
                query.page().withOneMore().limit());
        return lists.page(query, found, row -> new Place("", number.applyAsLong(row)), resource);
    }

    /// Reads rows by number.
    @FunctionalInterface
    public interface Rows<R> {
        List<R> of(ListQuery query, long after, int atMost);
    }
}
