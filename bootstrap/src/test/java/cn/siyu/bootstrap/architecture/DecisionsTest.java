package cn.siyu.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A decision (`docs/adr`) is worth what enforces it: rules name decisions that are there,
/// decisions name tests that are there.
final class DecisionsTest {
    private static final Pattern NUMBER = Pattern.compile("ADR (\\d{4})");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|Contract))(?:\\.(\\w+))?`");

    @ParameterizedTest
    @MethodSource("cn.siyu.bootstrap.architecture.RulesCanFailTest#rulesByName")
    void aRuleNamesADecisionThatIsThere(String rule) throws ReflectiveOperationException, IOException {
        var described = (ArchRule) ArchitectureTest.class.getDeclaredField(rule).get(null);
        var number = NUMBER.matcher(described.getDescription());

        assertThat(number.find()).isTrue();
        assertThat(decisions()).anyMatch(page -> page.getFileName().toString().startsWith(number.group(1) + "-"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionHasItsPartsAndFitsOnAPage(Path page) throws IOException {
        String text = Files.readString(page);

        assertThat(text)
                .contains(
                        "\nStatus: ", "\n## Context\n", "\n## Decision\n", "\n## Consequences\n", "\n## Enforced by\n");
        assertThat(text.lines().count()).isLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionEndsWithTestsThatAreThere(Path page) throws IOException {
        String text = Files.readString(page);
        var named = TEST.matcher(text.substring(text.indexOf("## Enforced by")))
                .results()
                .toList();

        assertThat(named).isNotEmpty();
        for (var test : named) {
            var source = Repository.javaFile(test.group(1));
            assertThat(source).as(test.group(1)).isPresent();
            if (test.group(2) != null) {
                assertThat(Files.readString(source.orElseThrow())).contains(test.group(2));
            }
        }
    }

    @Test
    void theListNamesEveryDecisionOnce() throws IOException {
        String list = Files.readString(Repository.root().resolve("docs/adr/README.md"));
        Set<String> linked = Pattern.compile("\\((\\d{4}-[\\w-]+\\.md)\\)")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(linked)
                .containsExactlyInAnyOrderElementsOf(decisions().stream()
                        .map(page -> page.getFileName().toString())
                        .toList());
    }

    static List<Path> decisions() throws IOException {
        try (var pages = Files.list(Repository.root().resolve("docs/adr"))) {
            return pages.filter(page -> page.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }
}
