package cn.siyu.adapter.http.query;

import cn.siyu.application.brand.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request for a part of a list, read and checked.
///
/// @param page which part, in which order
/// @param count whether the total is wanted
/// @param values the values of each filter that was given
/// @param self the path and query of the request without `after`, to which `next` is added
/// @param binding what a cursor of this list is bound to
public record ListQuery(PageRequest page, Count count, Map<Filter, List<Object>> values, String self, String binding) {
    /// A filter and how it compares.
    public record Filter(String name, Operator operator) {}

    /// Whether and how the total is wanted.
    public enum Count {
        NONE,
        ESTIMATE,
        EXACT
    }

    /// The values of a filter, of the type it was declared with; empty if it was not given.
    public <T> List<T> all(String name, Class<T> type) {
        return values.getOrDefault(new Filter(name, Operator.IN), List.of()).stream()
                .map(type::cast)
                .toList();
    }

    /// The one value of a filter.
    public <T> Optional<T> one(String name, Class<T> type) {
        return all(name, type).stream().findFirst();
    }

    /// A bound of a filter.
    public <T> Optional<T> bound(String name, Operator operator, Class<T> type) {
        return values.getOrDefault(new Filter(name, operator), List.of()).stream()
                .map(type::cast)
                .findFirst();
    }
}
