package cn.siyu.adapter.wecomsimulator.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What the files under `src/test/resources` declare of the tests. Lines have columns between bars;
/// a line that begins with `#` is a remark.
public final class Claims {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Claims() {}

    /// A rule that produces an errcode.
    ///
    /// @param endpoints the paths, as in `docs/reference/wecom-endpoints.md`
    /// @param test class and method that produce it there, with `#` between
    public record Rule(int errcode, List<String> endpoints, String condition, String test) {}

    /// A method of WxJava and the test in which it comes back with an answer, or `-` and the reason
    /// why none calls it.
    public record Called(String method, String test, String reason) {}

    /// The rules, from `errcodes-by-rule/*.csv`: one file per family.
    public static List<Rule> rules() {
        return folder("errcodes-by-rule")
                .map(column -> new Rule(
                        Integer.parseInt(column[0]),
                        Arrays.stream(column[1].split(",", -1))
                                .map(String::strip)
                                .toList(),
                        column[2],
                        column[3]))
                .toList();
    }

    /// The methods of WxJava, from `wxjava-methods.csv`.
    public static List<Called> calls() {
        return lines(RESOURCES.resolve("wxjava-methods.csv"))
                .map(column -> new Called(column[0], column[1], column.length > 2 ? column[2] : ""))
                .toList();
    }

    /// The path that a name of the reference page stands for.
    public static String path(String name) {
        return name.startsWith("/") ? name : "/cgi-bin/externalcontact/" + name;
    }

    private static Stream<String[]> folder(String name) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(name))) {
            return files.sorted().toList().stream().flatMap(Claims::lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of a file, in columns.
    public static Stream<String[]> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
