package cn.siyu.domain.audience;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes an expression as maps, lists, strings, numbers and booleans, ready for any JSON library.
final class Tree {
    private Tree() {}

    static Map<String, Object> of(Expression expression) {
        return switch (expression) {
            case Expression.And(var of) -> joined("and", of);
            case Expression.Or(var of) -> joined("or", of);
            case Expression.Not(var of) -> joined("not", List.of(of));
            case Expression.Comparison(var field, var order, var value) ->
                test(order.symbol(), field, "value", plain(value));
            case Expression.OneOf(var field, var values) ->
                test("in", field, "values", values.stream().map(Tree::plain).toList());
            case Expression.Has(var field, var quantifier, var members) ->
                members.size() == 1
                        ? test(Operator.HAS.code(), field, "value", members.getFirst())
                        : test(
                                (quantifier == Expression.Quantifier.ALL ? Operator.HAS_ALL : Operator.HAS_ANY).code(),
                                field,
                                "values",
                                members);
            case Expression.Matches(var field, var part, var text) ->
                test(
                        (part == Expression.Part.START ? Operator.STARTS_WITH : Operator.CONTAINS).code(),
                        field,
                        "value",
                        text);
            case Expression.Knowledge(var field, var known) ->
                map("op", (known ? Operator.IS_KNOWN : Operator.IS_UNKNOWN).code(), "field", field.name());
            case Expression.IsTrue(var field) -> test("=", field, "value", true);
        };
    }

    private static Map<String, Object> joined(String op, List<Expression> of) {
        return map("op", op, "of", of.stream().map(Tree::of).toList());
    }

    private static Map<String, Object> test(String op, Field field, String property, Object value) {
        return map("op", op, "field", field.name(), property, value);
    }

    private static Object plain(Literal literal) {
        return switch (literal) {
            case Literal.Text(var text) -> text;
            case Literal.Amount(var value) -> number(value);
            case Literal.Time time -> TimeText.write(time);
        };
    }

    private static Object number(BigDecimal value) {
        return value.scale() == 0 ? (Object) value.longValueExact() : value;
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    /// The properties an `op` takes beside itself, for reading.
    static List<String> properties(String op) {
        return switch (op) {
            case "and", "or", "not" -> List.of("of");
            case "in", "hasAny", "hasAll" -> List.of("field", "values");
            case "between" -> List.of("field", "from", "to");
            case "isKnown", "isUnknown" -> List.of("field");
            default -> List.of("field", "value");
        };
    }

    /// All `op`s.
    static List<String> ops() {
        List<String> ops = new ArrayList<>(List.of("and", "or", "not"));
        for (Operator operator : Operator.values()) {
            ops.add(operator.code());
        }
        return ops;
    }
}
