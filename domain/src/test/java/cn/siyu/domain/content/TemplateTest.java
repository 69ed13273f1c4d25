package cn.siyu.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.content.ContentError.Code;
import cn.siyu.domain.content.Template.Segment.Slot;
import cn.siyu.domain.content.Template.Segment.Words;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @Test
    void readsWordsAndVariables() {
        assertThat(read("你好 {{ customer.nickname | 朋友 }}，我是{{staff.name}}☕")
                        .template()
                        .segments())
                .containsExactly(
                        new Words("你好 "),
                        new Slot(Variable.CUSTOMER_NICKNAME, "朋友"),
                        new Words("，我是"),
                        new Slot(Variable.STAFF_NAME, null),
                        new Words("☕"));
        assertThat(read("{{store.name|}}").template().segments()).containsExactly(new Slot(Variable.STORE_NAME, ""));
        assertThat(read("{a} \\{{x\\}} \\ }").template().segments()).containsExactly(new Words("{a} {{x}} \\ }"));
        assertThat(read("").template().segments()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                // text; code; what the span covers; suggestion
                "Hi {{customer.nicknam}}!; UNKNOWN_VARIABLE; {{customer.nicknam}}; {{customer.nickname}}",
                "Hi {{客户昵称|朋友}}!; UNKNOWN_VARIABLE; {{客户昵称|朋友}}; {{customer.nickname|朋友}}",
                "Hi {{qqqqqqqq}}!; UNKNOWN_VARIABLE; {{qqqqqqqq}}; -",
                "Hi {{}}!; UNKNOWN_VARIABLE; {{}}; -",
                "Hi {{customer.nickname!; UNPAIRED_BRACES; {{; -",
                "Hi customer.nickname}}!; UNPAIRED_BRACES; }}; -",
                "Hi {{a {{staff.name}}!; UNPAIRED_BRACES; {{; -",
                "Hi {customer.nickname}!; SINGLE_BRACES; {customer.nickname}; {{customer.nickname}}",
                "Hi ${customer.nickname|朋友}!; SINGLE_BRACES; ${customer.nickname|朋友}; {{customer.nickname|朋友}}",
                "Hi {{staff.name|a|b}}!; MALFORMED_FALLBACK; {{staff.name|a|b}}; -",
                "Hi {{staff.name|{x}}}!; MALFORMED_FALLBACK; {{staff.name|{x}}; -",
            })
    void saysWhereAndWhat(String text, Code code, String covered, @Nullable String suggestion) {
        var errors = read(text).errors();
        assertThat(errors).hasSize(1);
        ContentError error = errors.getFirst();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.pointer()).isEqualTo("/text");
        assertThat(error.suggestion()).isEqualTo(suggestion);
        assertThat(error.span()).isEqualTo(new ContentError.Span(text.indexOf(covered), covered.length()));
        assertThat(error.detail().en()).isNotBlank();
        assertThat(error.detail().zh()).isNotBlank();
    }

    @Test
    void tellsAllMistakesAtOnceInTheOrderOfTheText() {
        assertThat(read("{{a}} {{b}} }} {staff.name} \u0007").errors())
                .extracting(ContentError::code)
                .containsExactly(
                        Code.UNKNOWN_VARIABLE,
                        Code.UNKNOWN_VARIABLE,
                        Code.UNPAIRED_BRACES,
                        Code.SINGLE_BRACES,
                        Code.UNSENDABLE_CHARACTER);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void readsBackWhatItWrites(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "{", "}", "\\", "{{", "}}", "\\{{", "\\}}", "{{staff.name}}", "{{customer.nickname|朋友}}", "好", " "
        };
        int whole = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            TemplateReader.Read read = read(text.toString());
            if (read.errors().isEmpty()) {
                whole++;
                TemplateReader.Read again = read(read.template().source());
                assertThat(again.errors()).as(text.toString()).isEmpty();
                assertThat(again.template()).as(text.toString()).isEqualTo(read.template());
            }
        }
        assertThat(whole).isGreaterThan(500);
    }

    @Test
    void knowsOnWhatItsTextDepends() {
        assertThat(read("hello").template().scope()).isEqualTo(Variable.Scope.BRAND);
        assertThat(read("{{store.name}} {{brand.name}}").template().scope()).isEqualTo(Variable.Scope.ACCOUNT);
        assertThat(read("{{store.name}} {{orders.count|0}}").template().scope()).isEqualTo(Variable.Scope.CUSTOMER);
        assertThat(read("{{store.name}} {{orders.count|0}}").template().needed())
                .containsExactly(Variable.STORE_NAME);
    }

    private static TemplateReader.Read read(String text) {
        return TemplateReader.read(text, "/text");
    }
}
