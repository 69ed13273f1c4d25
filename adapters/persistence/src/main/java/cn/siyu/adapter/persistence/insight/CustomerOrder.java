package cn.siyu.adapter.persistence.insight;

import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.insight.CustomerSummary;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// By what lists of customers are sorted: a column that is never null, then the number. The number
/// grows with the time of creation, so that alone sorts by creation.
enum CustomerOrder {
    CREATED("createdAt", "", Instant::parse, summary -> summary.customer().createdAt()),
    TRUST("trust", "COALESCE(s.trust, -1)", Double::valueOf, summary -> {
        var trust = summary.trust();
        return trust == null ? -1.0 : trust;
    }),
    ORDERS_AMOUNT("ordersAmount", "s.orders_amount", Long::valueOf, CustomerSummary::ordersAmountMinor),
    LAST_INTERACTION(
            "lastInteractionAt",
            "COALESCE(s.last_interaction_at, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00')",
            Instant::parse,
            summary -> {
                var last = summary.lastInteractionAt();
                return last == null ? Instant.EPOCH : last;
            });

    private final String sort;
    private final String column;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Function<String, Object> key;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Function<CustomerSummary, Object> value;

    CustomerOrder(String sort, String column, Function<String, Object> key, Function<CustomerSummary, Object> value) {
        this.sort = sort;
        this.column = column;
        this.key = key;
        this.value = value;
    }

    static CustomerOrder of(String sort) {
        for (CustomerOrder order : values()) {
            if (order.sort.equals(sort)) {
                return order;
            }
        }
        throw new IllegalArgumentException("customers can't be sorted by " + sort);
    }

    String columns(String direction) {
        return this == CREATED
                ? "c.brand" + direction + ", c.id" + direction
                : column + direction + ", c.id" + direction;
    }

    String after(boolean descending) {
        String order = descending ? "<" : ">";
        return this == CREATED ? " AND c.id " + order + " ?" : " AND (" + column + ", c.id) " + order + " (?, ?)";
    }

    List<Object> parameters(Place place) {
        return this == CREATED ? List.of(place.id()) : List.of(key.apply(place.key()), place.id());
    }

    Place place(CustomerSummary summary) {
        return new Place(
                value.apply(summary).toString(), summary.customer().id().value());
    }
}
