package cn.siyu.domain.audience;

import java.util.List;
import java.util.stream.Collectors;

/// Writes an expression in its canonical text form: read again, it is the same expression.
final class Printer {
    private Printer() {}

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.And(var of) -> joined(of, " and ");
            case Expression.Or(var of) -> joined(of, " or ");
            case Expression.Not(var of) -> "not " + inner(of);
            case Expression.Comparison(var field, var order, var value) ->
                field.name() + " " + order.symbol() + " " + literal(field, value);
            case Expression.OneOf(var field, var values) ->
                field.name() + " in "
                        + values.stream().map(v -> literal(field, v)).collect(Collectors.joining(", ", "(", ")"));
            case Expression.Has has -> has(has);
            case Expression.Matches(var field, var part, var text) ->
                field.name() + (part == Expression.Part.START ? " starts with " : " contains ") + quoted(text);
            case Expression.Knowledge(var field, var known) -> field.name() + (known ? " is known" : " is unknown");
            case Expression.IsTrue(var field) -> field.name();
        };
    }

    private static String joined(List<Expression> of, String word) {
        return of.stream().map(Printer::inner).collect(Collectors.joining(word));
    }

    private static String inner(Expression part) {
        boolean plain = switch (part) {
            case Expression.And _, Expression.Or _ -> false;
            case Expression.Not _, Expression.Predicate _ -> true;
        };
        return plain ? print(part) : "(" + print(part) + ")";
    }

    private static String has(Expression.Has has) {
        Field field = has.field();
        if (has.members().size() == 1) {
            return field.name() + " has " + word(field, has.members().getFirst());
        }
        return field.name()
                + (has.quantifier() == Expression.Quantifier.ALL ? " has all " : " has any ")
                + has.members().stream().map(m -> word(field, m)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(Field field, Literal literal) {
        return switch (literal) {
            case Literal.Text(var text) -> word(field, text);
            case Literal.Amount(var value) -> value.toPlainString();
            case Literal.Time time -> TimeText.write(time);
        };
    }

    private static String word(Field field, String text) {
        boolean asCode = field.takesCodes() && text.matches("[A-Z][A-Z0-9_]*") && !text.equals("NOW");
        return asCode ? text : quoted(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
