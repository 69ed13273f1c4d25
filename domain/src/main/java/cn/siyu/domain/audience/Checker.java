package cn.siyu.domain.audience;

import cn.siyu.domain.audience.Expression.Order;
import cn.siyu.domain.audience.Expression.Part;
import cn.siyu.domain.audience.Expression.Quantifier;
import cn.siyu.domain.audience.ExpressionError.Code;
import cn.siyu.domain.audience.Syntax.Given;
import cn.siyu.domain.content.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checks a syntax tree against a catalogue: fields, operators, values. It goes on after a mistake,
/// so that all of them come out at once; a null answer has been reported.
final class Checker {
    private final FieldCatalogue catalogue;
    private final List<ExpressionError> errors = new ArrayList<>();
    private final LiteralReader literals = new LiteralReader(errors::add);

    private Checker(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Reading check(Syntax syntax, FieldCatalogue catalogue) {
        Checker checker = new Checker(catalogue);
        Expression expression = checker.check(syntax);
        if (expression == null) {
            return new Reading.Refused(checker.errors);
        }
        List<ExpressionError> size = Sizes.check(expression, syntax.place());
        return size.isEmpty() ? new Reading.Understood(expression) : new Reading.Refused(size);
    }

    private @Nullable Expression check(Syntax syntax) {
        return switch (syntax) {
            case Syntax.All all -> joined(all.of(), Expression.And::new);
            case Syntax.Any any -> joined(any.of(), Expression.Or::new);
            case Syntax.Opposite opposite -> {
                Expression inner = check(opposite.of());
                yield inner == null ? null : new Expression.Not(inner);
            }
            case Syntax.Bare bare -> bare(bare);
            case Syntax.Test test -> test(test);
        };
    }

    private @Nullable Expression joined(List<Syntax> of, Function<List<Expression>, Expression> join) {
        List<Expression> parts =
                of.stream().map(this::check).filter(Objects::nonNull).toList();
        return parts.size() == of.size() ? join.apply(parts) : null;
    }

    private @Nullable Expression bare(Syntax.Bare bare) {
        Field field = field(bare.field());
        if (field == null || field.type() == FieldType.BOOLEAN) {
            return field == null ? null : new Expression.IsTrue(field);
        }
        report(Code.OPERATOR_NOT_ALLOWED, ErrorTexts.notACondition(field), bare.place(), null);
        return null;
    }

    private @Nullable Expression test(Syntax.Test test) {
        Field field = field(test.field());
        if (field == null) {
            return null;
        }
        if (!field.type().operators().contains(test.operator())) {
            report(Code.OPERATOR_NOT_ALLOWED, ErrorTexts.notAllowed(field, test.operator()), test.place(), null);
            return null;
        }
        if (test.values().size() > Bounds.VALUES) {
            report(Code.TOO_MANY_VALUES, ErrorTexts.TOO_MANY_VALUES, test.place(), null);
            return null;
        }
        return typed(field, test);
    }

    private @Nullable Expression typed(Field field, Syntax.Test test) {
        List<Given> given = test.values();
        return switch (test.operator()) {
            case EQUAL -> compared(field, Order.EQUAL, given);
            case NOT_EQUAL -> compared(field, Order.NOT_EQUAL, given);
            case LESS -> compared(field, Order.LESS, given);
            case AT_MOST -> compared(field, Order.AT_MOST, given);
            case GREATER -> compared(field, Order.GREATER, given);
            case AT_LEAST -> compared(field, Order.AT_LEAST, given);
            case BETWEEN -> between(field, test);
            case IN -> oneOf(field, given);
            case CONTAINS -> matches(field, Part.ANYWHERE, given);
            case STARTS_WITH -> matches(field, Part.START, given);
            case HAS, HAS_ANY -> has(field, Quantifier.ANY, given);
            case HAS_ALL -> has(field, Quantifier.ALL, given);
            case IS_KNOWN -> new Expression.Knowledge(field, true);
            case IS_UNKNOWN -> new Expression.Knowledge(field, false);
        };
    }

    private @Nullable Expression compared(Field field, Order order, List<Given> given) {
        if (field.type() == FieldType.BOOLEAN) {
            Boolean truth = literals.truth(field, given.getFirst());
            return truth == null ? null : unless(truth != (order == Order.EQUAL), new Expression.IsTrue(field));
        }
        Literal value = literals.read(field, given.getFirst());
        if (value == null) {
            return null;
        }
        Optional<Field> flag = flag(field, value);
        return flag.isPresent()
                ? unless(order != Order.EQUAL, new Expression.IsTrue(flag.get()))
                : new Expression.Comparison(field, order, value);
    }

    private static Expression unless(boolean negated, Expression expression) {
        return negated ? new Expression.Not(expression) : expression;
    }

    private @Nullable Expression between(Field field, Syntax.Test test) {
        Literal from = literals.read(field, test.values().getFirst());
        Literal to = literals.read(field, test.values().getLast());
        if (from == null || to == null) {
            return null;
        }
        if (isAbove(from, to)) {
            report(Code.EMPTY_RANGE, ErrorTexts.EMPTY_RANGE, test.place(), null);
            return null;
        }
        return new Expression.And(List.of(
                new Expression.Comparison(field, Order.AT_LEAST, from),
                new Expression.Comparison(field, Order.AT_MOST, to)));
    }

    private static boolean isAbove(Literal from, Literal to) {
        return switch (from) {
            case Literal.Amount(var f) -> to instanceof Literal.Amount(var t) && f.compareTo(t) > 0;
            case Literal.Moment(var f) -> to instanceof Literal.Moment(var t) && f.isAfter(t);
            case Literal.Day(var f) -> to instanceof Literal.Day(var t) && f.isAfter(t);
            case Literal.FromNow(var f) -> to instanceof Literal.FromNow(var t) && f.compareTo(t) > 0;
            case Literal.Text _ -> false;
        };
    }

    private @Nullable Expression oneOf(Field field, List<Given> given) {
        List<Literal> values = given.stream()
                .map(g -> literals.read(field, g))
                .filter(Objects::nonNull)
                .toList();
        if (values.size() != given.size()) {
            return null;
        }
        List<Literal> plain =
                values.stream().filter(v -> flag(field, v).isEmpty()).toList();
        List<Expression> parts = new ArrayList<>();
        if (!plain.isEmpty()) {
            parts.add(new Expression.OneOf(field, plain));
        }
        values.stream()
                .flatMap(v -> flag(field, v).stream())
                .distinct()
                .map(Expression.IsTrue::new)
                .forEach(parts::add);
        return parts.size() == 1 ? parts.getFirst() : new Expression.Or(parts);
    }

    private Optional<Field> flag(Field field, Literal value) {
        return value instanceof Literal.Text(var text)
                ? Optional.ofNullable(field.codes().flags().get(text)).flatMap(catalogue::find)
                : Optional.empty();
    }

    private @Nullable Expression matches(Field field, Part part, List<Given> given) {
        Literal.Text text = literals.text(field, given.getFirst());
        return text == null ? null : new Expression.Matches(field, part, text.text());
    }

    private @Nullable Expression has(Field field, Quantifier quantifier, List<Given> given) {
        List<String> members = literals.texts(field, given);
        return members == null ? null : new Expression.Has(field, quantifier, members);
    }

    private @Nullable Field field(Syntax.Name name) {
        Optional<Field> field = catalogue.find(name.text());
        if (field.isEmpty()) {
            Optional<String> near = catalogue.nearest(name.text());
            report(Code.UNKNOWN_FIELD, ErrorTexts.noSuchField(name.text(), near), name.place(), near.orElse(null));
        }
        return field.orElse(null);
    }

    private void report(Code code, Wording detail, Place place, @Nullable String suggestion) {
        errors.add(new ExpressionError(code, detail, place, suggestion));
    }
}
