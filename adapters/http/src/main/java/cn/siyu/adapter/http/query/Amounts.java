package cn.siyu.adapter.http.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.LongStream;

/// The span that filters on a whole amount leave. What no amount can be, such as 10.5, leaves an
/// empty one.
public final class Amounts {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE - 1);

    private Amounts() {}

    /// The least amount; `Long.MIN_VALUE` if any will do.
    public static long from(ListQuery query, String name) {
        return LongStream.concat(
                        bound(query, name, Operator.GT, RoundingMode.FLOOR).map(each -> each + 1),
                        LongStream.concat(
                                bound(query, name, Operator.GTE, RoundingMode.CEILING),
                                bound(query, name, Operator.IN, RoundingMode.CEILING)))
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /// The greatest amount; `Long.MAX_VALUE` if any will do.
    public static long to(ListQuery query, String name) {
        return LongStream.concat(
                        bound(query, name, Operator.LT, RoundingMode.CEILING).map(each -> each - 1),
                        LongStream.concat(
                                bound(query, name, Operator.LTE, RoundingMode.FLOOR),
                                bound(query, name, Operator.IN, RoundingMode.FLOOR)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static LongStream bound(ListQuery query, String name, Operator operator, RoundingMode rounding) {
        return query.bound(name, operator, BigDecimal.class).stream()
                .mapToLong(each ->
                        each.setScale(0, rounding).max(MOST.negate()).min(MOST).longValueExact());
    }
}
