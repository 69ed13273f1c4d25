package cn.siyu.domain.audience;

import cn.siyu.domain.audience.ExpressionError.Code;
import java.util.ArrayList;
import java.util.List;

/// Holds an expression against the [Bounds].
final class Sizes {
    private Sizes() {}

    static List<ExpressionError> check(Expression expression, Place place) {
        List<ExpressionError> errors = new ArrayList<>();
        if (depth(expression) > Bounds.DEPTH) {
            errors.add(new ExpressionError(Code.TOO_DEEP, ErrorTexts.tooDeep(depth(expression)), place));
        }
        if (nodes(expression) > Bounds.NODES) {
            errors.add(new ExpressionError(Code.TOO_MANY_NODES, ErrorTexts.TOO_MANY_NODES, place));
        }
        if (errors.isEmpty() && Printer.print(expression).length() > Bounds.TEXT) {
            errors.add(tooLong(place));
        }
        return errors;
    }

    static ExpressionError tooLong(Place place) {
        return new ExpressionError(Code.TOO_LONG, ErrorTexts.TOO_LONG, place);
    }

    static int depth(Expression expression) {
        return 1 + parts(expression).stream().mapToInt(Sizes::depth).max().orElse(0);
    }

    static int nodes(Expression expression) {
        return 1 + parts(expression).stream().mapToInt(Sizes::nodes).sum();
    }

    private static List<Expression> parts(Expression expression) {
        return switch (expression) {
            case Expression.And(var of) -> of;
            case Expression.Or(var of) -> of;
            case Expression.Not(var of) -> List.of(of);
            case Expression.Predicate _ -> List.of();
        };
    }
}
