package cn.siyu.application.brand;

import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted. Lists are walked by key, not by offset: nothing is skipped or
/// shown twice when rows arrive in between.
///
/// @param sort the name of the sort key
/// @param descending whether the largest key comes first; rows of equal keys are in the same
///     direction by number
/// @param after where the page before this one ended; null for the first page
/// @param limit how many rows are wanted at most, 1 or more
public record PageRequest(
        String sort, boolean descending, @Nullable Place after, int limit) {
    public PageRequest {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one row");
        }
    }

    /// A place in a list: the sort key of a row as text (a moment in ISO 8601, a number in
    /// decimals) and the row's number, which tells rows of equal keys apart.
    public record Place(String key, long id) {}

    /// The same page with room for one row more, whose presence says that another page follows.
    public PageRequest withOneMore() {
        return new PageRequest(sort, descending, after, limit + 1);
    }
}
