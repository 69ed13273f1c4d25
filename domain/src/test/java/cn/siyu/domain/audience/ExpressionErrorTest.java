package cn.siyu.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.audience.ExpressionError.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionErrorTest {
    private final ExpressionLanguage language = new ExpressionLanguage(CustomerField.catalogue());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                // text; code; what the place covers; suggestion
                "trust.socal >= 40; UNKNOWN_FIELD; trust.socal; trust.social",
                "信任 >= 40; UNKNOWN_FIELD; 信任; trust",
                "Dormant; UNKNOWN_FIELD; Dormant; dormant",
                "qqqqqq = 1; UNKNOWN_FIELD; qqqqqq; -",
                "stage = INTREST; UNKNOWN_CODE; INTREST; INTEREST",
                "stage = interest; UNKNOWN_CODE; interest; INTEREST",
                "stage = 'SOMETHING_ELSE'; UNKNOWN_CODE; 'SOMETHING_ELSE'; -",
                "channel has WECON; UNKNOWN_CODE; WECON; WECOM",
                "trust; OPERATOR_NOT_ALLOWED; trust; -",
                "trust = 40; OPERATOR_NOT_ALLOWED; trust = 40; -",
                "tags = 'vip'; OPERATOR_NOT_ALLOWED; tags = 'vip'; -",
                "stage contains 'INT'; OPERATOR_NOT_ALLOWED; stage contains 'INT'; -",
                "trust >= 'forty'; WRONG_TYPE; 'forty'; -",
                "customer.nickname = vip; WRONG_TYPE; vip; -",
                "lost = 1; WRONG_TYPE; 1; -",
                "addedAt > 40; WRONG_TYPE; 40; -",
                "addedAt > 2026-02-30; OUT_OF_RANGE; 2026-02-30; -",
                "addedAt > now - P1M; OUT_OF_RANGE; now - P1M; -",
                "addedAt > now - P99999D; OUT_OF_RANGE; now - P99999D; -",
                "orders.count > 1000000000000001; OUT_OF_RANGE; 1000000000000001; -",
                "orders.count > 1.1234567; OUT_OF_RANGE; 1.1234567; -",
                "orders.count between 5 and 4; EMPTY_RANGE; orders.count between 5 and 4; -",
                "customer.nickname contains ''; OUT_OF_RANGE; ''; -",
                "tags has 'vip; UNCLOSED_TEXT; 'vip; -",
                "tags has \"; UNREADABLE; \"; '",
                "orders.count == 1; UNREADABLE; ==; =",
                "lost && dormant; UNREADABLE; &&; and",
                "（lost or dormant); UNREADABLE; （; (",
                "orders.count > 1e3; UNREADABLE; 1e3; -",
                "lost dormant; UNEXPECTED; dormant; -",
                "lost and; UNEXPECTED; ``; -",
                "lost and and dormant; UNEXPECTED; and; -",
                "(lost; UNEXPECTED; ``; -",
                "stage in INTEREST; UNEXPECTED; INTEREST; -",
                "stage in (INTEREST PREFERENCE); UNEXPECTED; PREFERENCE; -",
                "stage is good; UNEXPECTED; good; -",
                "stage = ; UNEXPECTED; ``; -",
                "not; UNEXPECTED; ``; -",
            })
    void saysWhereAndWhat(String text, Code code, String covered, @Nullable String suggestion) {
        List<ExpressionError> errors = errors(language.ofText(text));
        assertThat(errors).hasSize(1);
        ExpressionError error = errors.getFirst();
        Place.Span span = (Place.Span) error.place();
        assertThat(error.code()).isEqualTo(code);
        assertThat(text.substring(span.offset(), span.offset() + span.length())).isEqualTo(covered);
        assertThat(error.suggestion()).isEqualTo(suggestion);
    }

    @Test
    void tellsAllMistakesAtOnceInTheOrderOfTheText() {
        List<ExpressionError> errors =
                errors(language.ofText("trst > 1 and (stage = INTREST or not tags = 'x') and orders.count > 'many'"));
        assertThat(errors)
                .extracting(ExpressionError::code)
                .containsExactly(Code.UNKNOWN_FIELD, Code.UNKNOWN_CODE, Code.OPERATOR_NOT_ALLOWED, Code.WRONG_TYPE);
    }

    @Test
    void refusesWhatIsTooLargeWithoutLosingItsWay() {
        assertThat(codes("lost" + " and not lost".repeat(32))).containsExactly(Code.TOO_MANY_NODES);
        assertThat(codes("not ".repeat(8) + "lost")).containsExactly(Code.TOO_DEEP);
        assertThat(language.ofText("not ".repeat(7) + "lost")).isInstanceOf(Reading.Understood.class);
        assertThat(codes("(".repeat(2_000) + "lost" + ")".repeat(1_990))).containsExactly(Code.TOO_DEEP);
        assertThat(codes("lost or " + " ".repeat(4_000) + "dormant")).containsExactly(Code.TOO_LONG);
        assertThat(codes("tags has any ('" + "x".repeat(257) + "')")).containsExactly(Code.OUT_OF_RANGE);
        assertThat(codes("orders.count in (" + "1,".repeat(100) + "1)")).containsExactly(Code.TOO_MANY_VALUES);
        assertThat(codes(" \n ")).containsExactly(Code.EMPTY);
    }

    @Test
    void refusesATreeThatWouldBeTooLongAsText() {
        List<String> values =
                IntStream.range(0, 100).mapToObj(i -> "x".repeat(100) + i).toList();
        var tree = Map.of("op", "hasAny", "field", "tags", "values", values);
        assertThat(errors(language.ofTree(tree)))
                .extracting(ExpressionError::code)
                .containsExactly(Code.TOO_LONG);
    }

    @Test
    void pointsIntoTheTree() {
        Object tree = Map.of(
                "op",
                "and",
                "of",
                List.of(
                        Map.of("op", "=", "field", "stag", "value", "INTEREST"),
                        Map.of("op", "in", "field", "stage", "values", List.of("INTEREST", "INTREST"))));
        assertThat(pointers(tree)).containsExactly("/of/0/field unknown-field", "/of/1/values/1 unknown-code");
    }

    @Test
    void pointsAtMistakesOfTheTreesForm() {
        assertThat(pointers(null)).containsExactly(" unexpected");
        assertThat(pointers(Map.of())).containsExactly("/op missing-property");
        assertThat(pointers(Map.of("op", "nad", "of", List.of()))).containsExactly("/op unexpected");
        assertThat(pointers(Map.of("op", "and", "of", List.of()))).containsExactly("/of unexpected");
        assertThat(pointers(Map.of("op", "=", "field", "lost"))).containsExactly("/value missing-property");
        assertThat(pointers(Map.of("op", "=", "field", "lost", "value", true, "a/b", 1)))
                .containsExactly("/a~1b unknown-property");
        assertThat(pointers(Map.of("op", "=", "field", 7, "value", true))).containsExactly("/field unexpected");
        assertThat(pointers(Map.of("op", ">", "field", "trust", "value", Double.NaN)))
                .containsExactly("/value out-of-range");
        assertThat(pointers(Map.of("op", ">", "field", "trust", "value", new java.math.BigDecimal("1e999999"))))
                .containsExactly("/value out-of-range");
        assertThat(pointers(Map.of("op", ">", "field", "trust", "value", List.of())))
                .containsExactly("/value unexpected");
    }

    @Test
    void endsOnATreeThatIsAllDepth() {
        Object tree = Map.of("op", "=", "field", "lost", "value", true);
        for (int i = 0; i < 100_000; i++) {
            tree = Map.of("op", "not", "of", List.of(tree));
        }
        assertThat(errors(language.ofTree(tree)))
                .extracting(ExpressionError::code)
                .containsExactly(Code.TOO_DEEP);
    }

    @Test
    void saysEveryCodeInKebabCase() {
        assertThat(Arrays.stream(Code.values()).map(Code::slug)).allMatch(s -> s.matches("[a-z]+(-[a-z]+)*"));
    }

    private List<Code> codes(String text) {
        return errors(language.ofText(text)).stream().map(ExpressionError::code).collect(Collectors.toList());
    }

    private List<String> pointers(@Nullable Object tree) {
        return errors(language.ofTree(tree)).stream()
                .map(e -> ((Place.Pointer) e.place()).pointer() + " " + e.code().slug())
                .toList();
    }

    private static List<ExpressionError> errors(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).errors();
    }
}
