package cn.siyu.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A page that points nowhere is worse than none: every relative link of every page leads to a
/// file, and every page below `docs` can be reached from the map.
final class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Path page) throws IOException {
        assertThat(targets(page)).allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void everyPageCanBeReachedFromTheMap() throws IOException {
        Path docs = Repository.root().resolve("docs");

        assertThat(reachable(docs.resolve("README.md")))
                .containsAll(
                        pages().stream().filter(page -> page.startsWith(docs)).toList());
    }

    private static Set<Path> reachable(Path start) throws IOException {
        Set<Path> seen = new HashSet<>(Set.of(start));
        Deque<Path> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Path target : targets(open.remove())) {
                if (target.toString().endsWith(".md") && Files.exists(target) && seen.add(target)) {
                    open.add(target);
                }
            }
        }
        return seen;
    }

    static List<Path> pages() throws IOException {
        return Repository.files(".md");
    }

    private static List<Path> targets(Path page) throws IOException {
        return LINK.matcher(withoutCode(Files.readString(page)))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.startsWith("#") && URI.create(link).getScheme() == null)
                .map(link -> page.resolveSibling(link.replaceFirst("#.*", "")).normalize())
                .toList();
    }

    private static String withoutCode(String text) {
        return text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\\n]*`", "");
    }
}
