package cn.siyu.domain.audience;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Random well-typed expressions over the customer fields, with values that random facts can hit.
public final class RandomExpressions {
    private final RandomGenerator random;
    private final List<Field> fields = CustomerField.catalogue().fields();

    public RandomExpressions(RandomGenerator random) {
        this.random = random;
    }

    /// At most `depth` deep.
    public Expression next(int depth) {
        int choice = depth <= 1 ? 9 : random.nextInt(10);
        return switch (choice) {
            case 0, 1 -> new Expression.And(parts(depth - 1));
            case 2, 3 -> new Expression.Or(parts(depth - 1));
            case 4, 5 -> new Expression.Not(next(depth - 1));
            default -> predicate(pick(fields));
        };
    }

    private List<Expression> parts(int depth) {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(_ -> next(depth))
                .toList();
    }

    private Expression predicate(Field field) {
        if (random.nextInt(8) == 0) {
            return new Expression.Knowledge(field, random.nextBoolean());
        }
        return switch (field.type()) {
            case BOOLEAN -> new Expression.IsTrue(field);
            case TEXT -> textual(field);
            case ENUM -> random.nextBoolean() ? equality(field) : oneOf(field);
            case WHOLE_NUMBER -> random.nextInt(4) == 0 ? oneOf(field) : comparison(field, Expression.Order.values());
            case NUMBER, INSTANT ->
                comparison(
                        field,
                        Expression.Order.LESS,
                        Expression.Order.AT_MOST,
                        Expression.Order.GREATER,
                        Expression.Order.AT_LEAST);
            case SET_OF_TEXT ->
                new Expression.Has(
                        field,
                        pick(List.of(Expression.Quantifier.values())),
                        IntStream.range(0, 1 + random.nextInt(3))
                                .mapToObj(_ -> text(field))
                                .toList());
        };
    }

    private Expression textual(Field field) {
        return switch (random.nextInt(3)) {
            case 0 -> equality(field);
            case 1 -> oneOf(field);
            default ->
                new Expression.Matches(field, pick(List.of(Expression.Part.values())), pick(RandomFacts.FRAGMENTS));
        };
    }

    private Expression equality(Field field) {
        return comparison(field, Expression.Order.EQUAL, Expression.Order.NOT_EQUAL);
    }

    private Expression comparison(Field field, Expression.Order... orders) {
        return new Expression.Comparison(field, pick(List.of(orders)), literal(field));
    }

    private Expression oneOf(Field field) {
        return new Expression.OneOf(
                field,
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(_ -> literal(field))
                        .toList());
    }

    private Literal literal(Field field) {
        return switch (field.type()) {
            case WHOLE_NUMBER ->
                random.nextInt(4) == 0
                        ? new Literal.Amount(new BigDecimal("2.5"))
                        : new Literal.Amount(BigDecimal.valueOf(random.nextInt(-2, 8) * 1L));
            case NUMBER -> new Literal.Amount(BigDecimal.valueOf(pick(RandomFacts.REALS)));
            case INSTANT -> time();
            case TEXT, ENUM, SET_OF_TEXT, BOOLEAN -> new Literal.Text(text(field));
        };
    }

    private Literal time() {
        return switch (random.nextInt(3)) {
            case 0 -> new Literal.Moment(pick(RandomFacts.INSTANTS).plusMillis(random.nextInt(-1, 2)));
            case 1 -> new Literal.Day(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60)));
            default -> new Literal.FromNow(Duration.ofSeconds(random.nextInt(-60, 60) * 43_200L + random.nextInt(2)));
        };
    }

    private String text(Field field) {
        return field.takesCodes() ? pick(field.codes().known()) : pick(RandomFacts.TEXTS);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// A time that the instants lie around.
    public static AsOf asOf() {
        return new AsOf(Instant.parse("2026-02-01T01:30:00Z"), java.time.ZoneId.of("Asia/Shanghai"));
    }
}
