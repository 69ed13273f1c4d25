package cn.siyu.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    private final ExpressionLanguage language = new ExpressionLanguage(CustomerField.catalogue());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsBackWhatItPrintsInBothForms(long seed) {
        RandomExpressions expressions = new RandomExpressions(new Random(seed));
        for (int i = 0; i < 1_000; i++) {
            Expression expression = expressions.next(4);
            if (Sizes.check(expression, new Place.Pointer("")).isEmpty()) {
                String text = ExpressionLanguage.text(expression);
                assertThat(language.ofText(text)).as(text).isEqualTo(new Reading.Understood(expression));
                assertThat(language.ofTree(ExpressionLanguage.tree(expression)))
                        .as(text)
                        .isEqualTo(new Reading.Understood(expression));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsAnExampleOfEachFieldThatCanBeUsedAsItStands(CustomerField field) {
        String example = field.field().example();
        assertThat(language.ofText(example)).isInstanceOf(Reading.Understood.class);
        assertThat(example).contains(field.field().name());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void answersAnyTextWithAnExpressionOrErrorsInsideTheText(long seed) {
        Random random = new Random(seed);
        RandomExpressions expressions = new RandomExpressions(random);
        String noise = "()'\"=<>!&|,.-+ 0123456789ATZP:andornotin\u0000\n（，高🐼\ud83d\\";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(ExpressionLanguage.text(expressions.next(3)));
            for (int edits = random.nextInt(4); edits >= 0; edits--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean() && text.length() > 1) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, noise.charAt(random.nextInt(noise.length())));
                }
            }
            switch (language.ofText(text.toString())) {
                case Reading.Understood(var expression) ->
                    assertThat(language.ofText(ExpressionLanguage.text(expression)))
                            .isEqualTo(new Reading.Understood(expression));
                case Reading.Refused(var errors) ->
                    assertThat(errors).isNotEmpty().allSatisfy(e -> {
                        Place.Span span = (Place.Span) e.place();
                        assertThat(span.offset()).isBetween(0, text.length());
                        assertThat(span.offset() + span.length()).isBetween(0, text.length());
                        assertThat(e.detail().en()).isNotBlank();
                        assertThat(e.detail().zh()).isNotBlank();
                    });
            }
        }
    }
}
