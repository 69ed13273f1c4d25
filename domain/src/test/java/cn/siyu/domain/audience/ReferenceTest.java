package cn.siyu.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.content.ContentError;
import cn.siyu.domain.content.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The reference pages hold what the code holds. When one fails, put what it expected into the
/// page.
class ReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    @Test
    void listsEveryField() throws IOException {
        String rows = CustomerField.catalogue().fields().stream()
                .map(f -> "| `%s` | %s | %s | %s | `%s` |\n"
                        .formatted(f.name(), f.type(), f.label().zh(), f.label().en(), f.example()))
                .collect(Collectors.joining());
        assertThat(block("expressions.md", "fields"))
                .isEqualTo("| field | type | 中文 | label | example |\n|---|---|---|---|---|\n" + rows);
    }

    @Test
    void listsEveryVariable() throws IOException {
        String rows = Arrays.stream(Variable.values())
                .map(v -> "| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                                v.path(),
                                v.type(),
                                v.scope(),
                                v.label().zh(),
                                v.label().en()))
                .collect(Collectors.joining());
        assertThat(block("materials.md", "variables"))
                .isEqualTo("| path | type | depends on | 中文 | label |\n|---|---|---|---|---|\n" + rows);
    }

    @Test
    void explainsEveryErrorAndOperator() throws IOException {
        String expressions = Files.readString(REFERENCE.resolve("expressions.md"));
        assertThat(Stream.concat(
                        Arrays.stream(ExpressionError.Code.values()).map(ExpressionError.Code::slug),
                        Arrays.stream(Operator.values()).map(Operator::code)))
                .allSatisfy(word -> assertThat(expressions).contains("`" + word + "`"));
        String materials = Files.readString(REFERENCE.resolve("materials.md"));
        assertThat(Arrays.stream(ContentError.Code.values()).map(ContentError.Code::slug))
                .allSatisfy(word -> assertThat(materials).contains("`" + word + "`"));
    }

    private static String block(String page, String name) throws IOException {
        String text = Files.readString(REFERENCE.resolve(page));
        String start = "<!-- " + name + ": kept by ReferenceTest -->\n";
        return text.substring(text.indexOf(start) + start.length(), text.indexOf("<!-- /" + name + " -->"));
    }
}
