package cn.siyu.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.content.Wording;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private final ExpressionLanguage language = new ExpressionLanguage(CustomerField.catalogue());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void agreesWithANaiveEvaluator(long seed) {
        Random random = new Random(seed);
        RandomExpressions expressions = new RandomExpressions(random);
        RandomFacts facts = new RandomFacts(random);
        int[] seen = new int[3];
        for (int i = 0; i < 4_000; i++) {
            Expression expression = expressions.next(4);
            CustomerFacts customer = facts.next();
            Truth truth = Evaluation.truth(expression, customer, RandomExpressions.asOf());
            Boolean naive = NaiveEvaluator.evaluate(expression, customer, RandomExpressions.asOf());
            assertThat(truth)
                    .as(ExpressionLanguage.text(expression))
                    .isEqualTo(naive == null ? Truth.UNKNOWN : naive ? Truth.TRUE : Truth.FALSE);
            assertThat(Evaluation.explain(expression, customer, RandomExpressions.asOf())
                            .truth())
                    .isEqualTo(truth);
            seen[truth == Truth.TRUE ? 0 : truth == Truth.FALSE ? 1 : 2]++;
        }
        assertThat(Arrays.stream(seen)).as("all three values come up").allMatch(n -> n > 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "stage = INTEREST; UNKNOWN",
                "not stage = INTEREST; UNKNOWN",
                "stage != INTEREST; UNKNOWN",
                "stage is unknown; TRUE",
                "stage = INTEREST or stage is unknown; TRUE",
                "stage = INTEREST and lost; FALSE",
                "trust >= 0; UNKNOWN",
                "tags has 'vip'; FALSE",
                "tags is known; FALSE",
                "not tags has 'vip'; TRUE",
                "addedAt < 2100-01-01; UNKNOWN",
                "orders.count = 0; TRUE",
                "orders.count < 0.5; TRUE",
                "orders.count between 0 and 3; TRUE",
                "orders.count not in (1, 2); TRUE",
                "not dormant and not lost; TRUE",
            })
    void takesWhatIsNotKnownAsSqlDoes(String text, Truth truth) {
        assertThat(Evaluation.truth(read(text), nobody(), RandomExpressions.asOf()))
                .isEqualTo(truth);
    }

    @Test
    void beginsADayInTheBrandsZone() {
        Expression expression = read("addedAt >= 2026-02-01");
        assertThat(Evaluation.matches(expression, added("2026-01-31T16:00:00Z"), RandomExpressions.asOf()))
                .isTrue();
        assertThat(Evaluation.matches(expression, added("2026-01-31T15:59:59.999Z"), RandomExpressions.asOf()))
                .isFalse();
    }

    @Test
    void saysWhichClauseFailed() {
        Verdict verdict =
                Evaluation.explain(read("orders.count = 0 and tags has 'vip'"), nobody(), RandomExpressions.asOf());
        assertThat(verdict.truth()).isEqualTo(Truth.FALSE);
        assertThat(verdict.parts()).extracting(Verdict::truth).containsExactly(Truth.TRUE, Truth.FALSE);
        assertThat(ExpressionLanguage.text(verdict.parts().get(1).clause())).isEqualTo("tags has 'vip'");
    }

    @Test
    void doesNotKnowAFieldOfAnotherCatalogue() {
        Field other =
                new Field("send.state", FieldType.TEXT, Codes.NONE, new Wording("State", "状态"), "send.state = 'x'");
        Expression expression = new Expression.Matches(other, Expression.Part.START, "x");
        assertThat(Evaluation.truth(expression, nobody(), RandomExpressions.asOf()))
                .isEqualTo(Truth.UNKNOWN);
    }

    private Expression read(String text) {
        return ((Reading.Understood) language.ofText(text)).expression();
    }

    private static CustomerFacts added(String at) {
        CustomerFacts nobody = nobody();
        CustomerFacts.Relations r = nobody.relations();
        return new CustomerFacts(
                nobody.person(),
                nobody.standing(),
                nobody.trust(),
                new CustomerFacts.Relations(
                        r.sources(),
                        r.contactWays(),
                        r.channels(),
                        r.addWays(),
                        r.accounts(),
                        r.stores(),
                        r.departments(),
                        java.time.Instant.parse(at)),
                nobody.activity());
    }

    private static CustomerFacts nobody() {
        var none = java.util.Set.<String>of();
        return new CustomerFacts(
                new CustomerFacts.Person(null, null, none),
                new CustomerFacts.Standing(null, false, false, false, none),
                new CustomerFacts.Trust(null, null, null, null),
                new CustomerFacts.Relations(none, none, none, none, none, none, none, null),
                new CustomerFacts.Activity(0, 0, null, null, 0, null, 0));
    }
}
