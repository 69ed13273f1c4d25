package cn.siyu.adapter.wecomsimulator.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The tables of `docs/reference/wecom-endpoints.md`.
public final class ReferencePage {
    private static final Path PAGE = Path.of("../../docs/reference/wecom-endpoints.md");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern CODE = Pattern.compile("(?<![\\w.])-?\\d+(?![\\w.])");

    private ReferencePage() {}

    /// A row of a table.
    ///
    /// @param family the heading that it stands under
    /// @param columns endpoint, what it does, errcodes by rule, checked by
    public record Line(String family, List<String> columns) {
        /// The paths of its endpoints.
        public List<String> paths() {
            return NAME.matcher(columns.getFirst())
                    .results()
                    .map(name -> Claims.path(name.group(1)))
                    .toList();
        }

        /// The errcodes that it names.
        public List<Integer> errcodes() {
            return CODE.matcher(columns.get(2))
                    .results()
                    .map(MatchResult::group)
                    .map(Integer::valueOf)
                    .toList();
        }

        @Override
        public String toString() {
            return family + ": " + columns.getFirst();
        }
    }

    /// All rows of all tables, their heads left out.
    public static List<Line> lines() {
        var lines = new ArrayList<Line>();
        var family = "";
        for (var text : text().lines().toList()) {
            if (text.startsWith("## ")) {
                family = text.substring(3);
            } else if (text.startsWith("|") && !text.startsWith("|--") && !text.startsWith("| endpoint |")) {
                var columns = text.substring(1, text.lastIndexOf('|')).split("\\|", -1);
                lines.add(new Line(
                        family, Arrays.stream(columns).map(String::strip).toList()));
            }
        }
        return lines;
    }

    public static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
