package cn.siyu.domain.audience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A second evaluator, written another way: Boolean or null, every part always evaluated, numbers
/// by their printed form.
final class NaiveEvaluator {
    private NaiveEvaluator() {}

    static @Nullable Boolean evaluate(Expression e, Facts facts, AsOf asOf) {
        if (e instanceof Expression.Not not) {
            Boolean inner = evaluate(not.of(), facts, asOf);
            return inner == null ? null : !inner;
        }
        if (e instanceof Expression.And and) {
            List<@Nullable Boolean> parts = all(and.of(), facts, asOf);
            return parts.contains(false) ? Boolean.FALSE : parts.contains(null) ? null : Boolean.TRUE;
        }
        if (e instanceof Expression.Or or) {
            List<@Nullable Boolean> parts = all(or.of(), facts, asOf);
            return parts.contains(true) ? Boolean.TRUE : parts.contains(null) ? null : Boolean.FALSE;
        }
        Expression.Predicate predicate = (Expression.Predicate) e;
        Value value = facts.value(predicate.field());
        if (predicate instanceof Expression.Knowledge k) {
            boolean known = value != null && !value.equals(new Value.Texts(java.util.Set.of()));
            return k.known() ? known : !known;
        }
        if (predicate instanceof Expression.Has has && value instanceof Value.Texts(var members)) {
            long hits = has.members().stream().filter(members::contains).count();
            return has.quantifier() == Expression.Quantifier.ANY
                    ? hits > 0
                    : hits == has.members().size();
        }
        return value == null ? null : known(predicate, value, asOf);
    }

    private static List<@Nullable Boolean> all(List<Expression> of, Facts facts, AsOf asOf) {
        List<@Nullable Boolean> parts = new ArrayList<>();
        of.forEach(p -> parts.add(evaluate(p, facts, asOf)));
        return parts;
    }

    private static boolean known(Expression.Predicate predicate, Value value, AsOf asOf) {
        if (predicate instanceof Expression.IsTrue) {
            return value.equals(new Value.Bool(true));
        }
        if (predicate instanceof Expression.Matches m) {
            int at = ((Value.Text) value).text().indexOf(m.text());
            return m.part() == Expression.Part.START ? at == 0 : at >= 0;
        }
        if (predicate instanceof Expression.OneOf o) {
            return o.values().stream().anyMatch(v -> compare(value, v, asOf) == 0);
        }
        Expression.Comparison c = (Expression.Comparison) predicate;
        int sign = compare(value, c.value(), asOf);
        return switch (c.order().symbol()) {
            case "=" -> sign == 0;
            case "!=" -> sign != 0;
            case "<" -> sign < 0;
            case "<=" -> !(sign > 0);
            case ">" -> sign > 0;
            default -> !(sign < 0);
        };
    }

    private static int compare(Value value, Literal literal, AsOf asOf) {
        if (value instanceof Value.Text(var text)) {
            return text.compareTo(((Literal.Text) literal).text());
        }
        if (value instanceof Value.Whole(var whole)) {
            return Double.compare(
                    (double) whole,
                    Double.parseDouble(((Literal.Amount) literal).value().toPlainString()));
        }
        if (value instanceof Value.Real(var real)) {
            return Double.compare(
                    real, Double.parseDouble(((Literal.Amount) literal).value().toPlainString()));
        }
        Instant instant = ((Value.Moment) value).instant();
        return Long.compare(instant.toEpochMilli(), millis(literal, asOf));
    }

    private static long millis(Literal literal, AsOf asOf) {
        if (literal instanceof Literal.Moment(var at)) {
            return at.toEpochMilli();
        }
        if (literal instanceof Literal.FromNow(var offset)) {
            return asOf.now().toEpochMilli() + offset.toMillis();
        }
        return ((Literal.Day) literal).date().atTime(0, 0).atZone(asOf.zone()).toEpochSecond() * 1000;
    }
}
