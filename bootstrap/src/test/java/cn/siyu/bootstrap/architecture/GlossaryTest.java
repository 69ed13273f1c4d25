package cn.siyu.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The glossary says where each term is in the code; what it names is there.
final class GlossaryTest {
    private static final Pattern TYPE = Pattern.compile("\\| `(\\w+)` \\|$", Pattern.MULTILINE);

    @Test
    void everyTypeItNamesIsThere() throws IOException {
        String glossary = Files.readString(Repository.root().resolve("docs/glossary.md"));
        Set<String> named = TYPE.matcher(glossary)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(50).isSubsetOf(types());
    }

    private static List<String> types() throws IOException {
        return Repository.files(".java").stream()
                .map(Path::getFileName)
                .map(name -> name.toString().replace(".java", ""))
                .toList();
    }
}
