package cn.siyu.domain.audience;

import cn.siyu.domain.audience.Expression.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides an expression in memory. It never throws; what isn't known makes it [Truth#UNKNOWN].
public final class Evaluation {
    private Evaluation() {}

    /// Whether the subject is in the audience: TRUE only.
    public static boolean matches(Expression expression, Facts facts, AsOf asOf) {
        return truth(expression, facts, asOf) == Truth.TRUE;
    }

    /// What the expression comes to.
    public static Truth truth(Expression expression, Facts facts, AsOf asOf) {
        return switch (expression) {
            case Expression.And(var of) -> {
                Truth all = Truth.TRUE;
                for (int i = 0; i < of.size() && all != Truth.FALSE; i++) {
                    all = all.and(truth(of.get(i), facts, asOf));
                }
                yield all;
            }
            case Expression.Or(var of) -> {
                Truth any = Truth.FALSE;
                for (int i = 0; i < of.size() && any != Truth.TRUE; i++) {
                    any = any.or(truth(of.get(i), facts, asOf));
                }
                yield any;
            }
            case Expression.Not(var of) -> truth(of, facts, asOf).not();
            case Expression.Predicate predicate -> decide(predicate, facts.value(predicate.field()), asOf);
        };
    }

    /// Why: the same decision with its parts, for "which clause failed".
    public static Verdict explain(Expression expression, Facts facts, AsOf asOf) {
        List<Expression> parts = switch (expression) {
            case Expression.And(var of) -> of;
            case Expression.Or(var of) -> of;
            case Expression.Not(var of) -> List.of(of);
            case Expression.Predicate _ -> List.of();
        };
        return new Verdict(
                expression,
                truth(expression, facts, asOf),
                parts.stream().map(p -> explain(p, facts, asOf)).toList());
    }

    private static Truth decide(Expression.Predicate predicate, @Nullable Value value, AsOf asOf) {
        return switch (predicate) {
            case Expression.Knowledge knowledge -> Truth.of(knowledge.known() == isKnown(value));
            case Expression.Has has -> Truth.of(value instanceof Value.Texts(var members) && has(has, members));
            case Expression.Comparison c -> compare(value, c.order(), c.value(), asOf);
            case Expression.OneOf oneOf -> {
                Truth any = Truth.FALSE;
                for (Literal literal : oneOf.values()) {
                    any = any.or(compare(value, Order.EQUAL, literal, asOf));
                }
                yield any;
            }
            case Expression.Matches matches ->
                value instanceof Value.Text(var whole) ? Truth.of(matches(matches, whole)) : Truth.UNKNOWN;
            case Expression.IsTrue _ -> value instanceof Value.Bool(var truth) ? Truth.of(truth) : Truth.UNKNOWN;
        };
    }

    private static boolean isKnown(@Nullable Value value) {
        return value instanceof Value.Texts(var members) ? !members.isEmpty() : value != null;
    }

    private static boolean matches(Expression.Matches matches, String whole) {
        return switch (matches.part()) {
            case START -> whole.startsWith(matches.text());
            case ANYWHERE -> whole.contains(matches.text());
        };
    }

    private static boolean has(Expression.Has has, Set<String> members) {
        return switch (has.quantifier()) {
            case ANY -> has.members().stream().anyMatch(members::contains);
            case ALL -> members.containsAll(has.members());
        };
    }

    private static Truth compare(@Nullable Value value, Order order, Literal literal, AsOf asOf) {
        return switch (value) {
            case Value.Text(var text)
            when literal instanceof Literal.Text(var other) -> Truth.of(order.holds(text.compareTo(other)));
            case Value.Whole(var whole)
            when literal instanceof Literal.Amount(var other) ->
                Truth.of(order.holds(BigDecimal.valueOf(whole).compareTo(other)));
            case Value.Real(var real)
            when literal instanceof Literal.Amount(var other) -> Truth.of(order.holds(sign(real, other.doubleValue())));
            case Value.Moment(var instant)
            when literal instanceof Literal.Time other -> Truth.of(order.holds(instant.compareTo(other.at(asOf))));
            case null, default -> Truth.UNKNOWN;
        };
    }

    // not Double.compare, which holds −0 below 0; databases don't
    private static int sign(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }
}
