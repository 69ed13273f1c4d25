package cn.siyu.adapter.http.query;

import cn.siyu.adapter.http.id.IdType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How one list can be sorted, filtered and counted. A controller declares it once:
///
/// ```java
/// static final Listing TAGS = Listing.sortedBy("-createdAt", "name").filter("group", FilterType.text(30)).build();
/// ```
public final class Listing {
    private final String defaultSort;
    private final List<String> sorts;
    private final boolean oneWay;
    private final Map<String, FilterType> filters;
    private final boolean countable;

    private Listing(Builder builder) {
        this.defaultSort = builder.sorts.getFirst();
        this.sorts = builder.sorts.stream()
                .map(sort -> sort.startsWith("-") ? sort.substring(1) : sort)
                .toList();
        this.oneWay = builder.oneWay;
        this.filters = new LinkedHashMap<>(builder.filters);
        this.countable = builder.countable;
    }

    /// Begins a declaration with the sort keys; the first is the default, with `-` in front if it
    /// is descending.
    public static Builder sortedBy(String byDefault, String... others) {
        return new Builder(
                Stream.concat(Stream.of(byDefault), Stream.of(others)).toList(), false);
    }

    /// Begins a declaration of a list that has one order only, with `-` in front if it is
    /// descending.
    public static Builder inOrderOf(String key) {
        return new Builder(List.of(key), true);
    }

    /// The sort of a request that names none, with `-` in front if it is descending.
    public String defaultSort() {
        return defaultSort;
    }

    /// The names by which it can be sorted.
    public List<String> sorts() {
        return sorts;
    }

    /// What `sort` may say.
    public List<String> orders() {
        return oneWay
                ? List.of(defaultSort)
                : sorts.stream().flatMap(sort -> Stream.of(sort, "-" + sort)).toList();
    }

    /// The names by which it can be filtered, with what their values are.
    public Map<String, FilterType> filters() {
        return Collections.unmodifiableMap(filters);
    }

    /// All query parameters it takes, in the order of a document.
    List<String> parameters() {
        var names = new ArrayList<>(List.of("limit", "after", "sort", "fields"));
        if (countable) {
            names.add("count");
        }
        filters.forEach((name, type) -> type.operators()
                .forEach(operator -> names.add(operator == Operator.IN ? name : name + operator.suffix())));
        return names;
    }

    /// Whether clients can ask for the total.
    public boolean countable() {
        return countable;
    }

    /// Puts a declaration together.
    public static final class Builder {
        private final List<String> sorts;
        private final boolean oneWay;
        private final Map<String, FilterType> filters = new LinkedHashMap<>();
        private boolean countable;

        private Builder(List<String> sorts, boolean oneWay) {
            this.sorts = sorts;
            this.oneWay = oneWay;
        }

        /// Adds a filter.
        public Builder filter(String name, FilterType type) {
            filters.put(name, type);
            return this;
        }

        /// Adds a filter by the ids of resources.
        public Builder filter(String name, IdType type) {
            return filter(name, FilterType.id(type));
        }

        /// Lets clients ask for the total.
        public Builder countable() {
            countable = true;
            return this;
        }

        /// The declaration.
        public Listing build() {
            return new Listing(this);
        }
    }
}
