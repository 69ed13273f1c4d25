package cn.siyu.domain.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A checked condition over the fields of a catalogue (人群表达式). Only [ExpressionLanguage] makes
/// one out of what people write; it holds what the checks promise: each operator and value fits its
/// field, depth and size are bounded.
public sealed interface Expression {
    /// The fields it asks about.
    default Set<Field> fields() {
        return switch (this) {
            case And(var of) ->
                of.stream().flatMap(each -> each.fields().stream()).collect(Collectors.toSet());
            case Or(var of) ->
                of.stream().flatMap(each -> each.fields().stream()).collect(Collectors.toSet());
            case Not(var of) -> of.fields();
            case Predicate predicate -> Set.of(predicate.field());
        };
    }

    /// All of them; nested conjunctions are one. At least two parts.
    record And(List<Expression> of) implements Expression {
        public And {
            of = flat(of, e -> e instanceof And(var parts) ? parts : List.of(e));
        }
    }

    /// At least one of them; nested disjunctions are one. At least two parts.
    record Or(List<Expression> of) implements Expression {
        public Or {
            of = flat(of, e -> e instanceof Or(var parts) ? parts : List.of(e));
        }
    }

    /// The opposite; the opposite of unknown is unknown.
    record Not(Expression of) implements Expression {}

    /// One question about one field.
    sealed interface Predicate extends Expression {
        Field field();
    }

    /// `orders.count >= 2`, `stage != INTEREST`, `addedAt > now - P30D`.
    record Comparison(Field field, Order order, Literal value) implements Predicate {}

    /// `stage in (INTEREST, PREFERENCE)`.
    record OneOf(Field field, List<Literal> values) implements Predicate {
        public OneOf {
            values = values.stream().distinct().toList();
        }
    }

    /// `tags has any ('vip', 'gold')`; of one member, ANY and ALL are the same, and ANY stands for
    /// it.
    record Has(Field field, Quantifier quantifier, List<String> members) implements Predicate {
        public Has {
            members = members.stream().distinct().toList();
            quantifier = members.size() == 1 ? Quantifier.ANY : quantifier;
        }
    }

    /// `customer.nickname contains 'coffee'`.
    record Matches(Field field, Part part, String text) implements Predicate {}

    /// `orders.lastPaidAt is known` (or, with `known` false, `is unknown`); never itself unknown.
    record Knowledge(Field field, boolean known) implements Predicate {}

    /// A BOOLEAN field by itself: `dormant`.
    record IsTrue(Field field) implements Predicate {}

    /// How two values compare.
    enum Order {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String symbol;

        Order(String symbol) {
            this.symbol = symbol;
        }

        /// As it is written in text, in JSON and, but for `!=`, in SQL.
        public String symbol() {
            return symbol;
        }

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case LESS -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case GREATER -> comparison > 0;
                case AT_LEAST -> comparison >= 0;
            };
        }
    }

    /// How many of the members a set must have.
    enum Quantifier {
        ANY,
        ALL
    }

    /// Which part of a text is looked at.
    enum Part {
        ANYWHERE,
        START
    }

    private static List<Expression> flat(List<Expression> of, Function<Expression, List<Expression>> parts) {
        List<Expression> all = new ArrayList<>();
        of.forEach(e -> all.addAll(parts.apply(e)));
        if (all.size() < 2) {
            throw new IllegalArgumentException("and/or join at least two conditions");
        }
        return List.copyOf(all);
    }
}
