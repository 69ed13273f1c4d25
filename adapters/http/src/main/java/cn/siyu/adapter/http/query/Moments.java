package cn.siyu.adapter.http.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The span that filters on a moment leave, to the millisecond.
public final class Moments {
    private static final Duration TICK = Duration.ofMillis(1);

    private Moments() {}

    /// Not before; null: from the beginning.
    public static @Nullable Instant from(ListQuery query, String name) {
        return Stream.of(
                        bound(query, name, Operator.GTE, Duration.ZERO),
                        bound(query, name, Operator.GT, TICK),
                        bound(query, name, Operator.IN, Duration.ZERO))
                .flatMap(each -> each)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Before; null: to the end.
    public static @Nullable Instant until(ListQuery query, String name) {
        return Stream.of(
                        bound(query, name, Operator.LT, Duration.ZERO),
                        bound(query, name, Operator.LTE, TICK),
                        bound(query, name, Operator.IN, TICK))
                .flatMap(each -> each)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Stream<Instant> bound(ListQuery query, String name, Operator operator, Duration more) {
        return query.bound(name, operator, Instant.class).map(each -> each.plus(more)).stream();
    }
}
