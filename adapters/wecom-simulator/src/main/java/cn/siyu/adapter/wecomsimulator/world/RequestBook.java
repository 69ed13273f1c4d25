package cn.siyu.adapter.wecomsimulator.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Requests to become contacts that nobody has answered yet.
public final class RequestBook {
    private final Map<Between, RequestRow> open = new LinkedHashMap<>();

    private record Between(int customer, String userid) {}

    void apply(RequestRow row) {
        open.put(new Between(row.customer(), row.userid()), row);
    }

    void apply(RequestRow.Done row) {
        open.remove(new Between(row.customer(), row.userid()));
    }

    Stream<Row> rows() {
        return open.values().stream().map(Row.class::cast);
    }

    public Optional<RequestRow> between(int customer, String userid) {
        return Optional.ofNullable(open.get(new Between(customer, userid)));
    }
}
