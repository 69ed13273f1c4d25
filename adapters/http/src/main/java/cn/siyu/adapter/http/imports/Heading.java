package cn.siyu.adapter.http.imports;

import cn.siyu.adapter.http.csv.CsvLine;
import cn.siyu.adapter.http.json.Characters;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.insight.ImportColumn;
import cn.siyu.application.insight.ImportKind;
import cn.siyu.application.insight.ImportRow;
import cn.siyu.application.insight.RowFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The header of a file: which cell of a row is which column.
final class Heading {
    private static final String PLACE = "/header";
    private static final Pattern FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_SHOWN = 10;

    private final List<Optional<ImportColumn>> columns;

    private Heading(List<Optional<ImportColumn>> columns) {
        this.columns = columns;
    }

    /// Reads a header, or refuses it with all that is wrong with it.
    static Heading read(ImportKind kind, List<String> cells) {
        var columns = new ArrayList<Optional<ImportColumn>>();
        var unknown = new ArrayList<String>();
        var twice = new ArrayList<String>();
        for (String cell : cells) {
            var column = ImportColumn.of(kind, cell);
            if (column.isEmpty() && !cell.isBlank()) {
                unknown.add(cell);
            }
            if (column.isPresent() && columns.contains(column)) {
                twice.add(cell);
            }
            columns.add(column);
        }
        var mistakes = mistakes(kind, columns, unknown, twice);
        if (!mistakes.isEmpty()) {
            throw Problems.body(mistakes);
        }
        return new Heading(columns);
    }

    private static List<Mistake> mistakes(
            ImportKind kind, List<Optional<ImportColumn>> columns, List<String> unknown, List<String> twice) {
        var mistakes = new ArrayList<Mistake>();
        if (!unknown.isEmpty()) {
            mistakes.add(Mistake.at(
                    PLACE,
                    ProblemCode.UNKNOWN_PROPERTY,
                    Text.of("Columns that are not known: %s.", "未知的列：%s。", shown(unknown))
                            .and(known(kind))));
        }
        if (!twice.isEmpty()) {
            mistakes.add(Mistake.at(
                    PLACE,
                    ProblemCode.DUPLICATE_PROPERTY,
                    Text.of("Columns that stand there twice: %s.", "重复的列：%s。", shown(twice))));
        }
        var missing = kind.required().stream()
                .filter(column -> !columns.contains(Optional.of(column)))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            mistakes.add(Mistake.at(
                    PLACE,
                    ProblemCode.MISSING,
                    new Text("Columns that are missing: " + english(missing) + ".", "缺少的列：" + chinese(missing) + "。")
                            .and(unknown.isEmpty() ? known(kind) : Text.same(""))));
        }
        if (ImportKind.identities().stream().noneMatch(column -> columns.contains(Optional.of(column)))) {
            mistakes.add(Mistake.at(
                    PLACE,
                    ProblemCode.MISSING,
                    new Text(
                            "No column says who the customer is: one of " + english(ImportKind.identities()) + ".",
                            "没有能识别客户的列，至少需要其一：" + chinese(ImportKind.identities()) + "。")));
        }
        return mistakes;
    }

    private static Text known(ImportKind kind) {
        return new Text("Known here: " + english(kind.columns()) + ".", "可用的列：" + chinese(kind.columns()) + "。");
    }

    private static String english(List<ImportColumn> columns) {
        return columns.stream()
                .map(column -> column.code() + " (" + column.chinese().getFirst() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String chinese(List<ImportColumn> columns) {
        return columns.stream()
                .map(column -> column.chinese().getFirst() + "（" + column.code() + "）")
                .collect(Collectors.joining("、"));
    }

    private static String shown(List<String> headings) {
        return headings.stream()
                .limit(MOST_SHOWN)
                .map(heading -> heading.length() > LONGEST_SHOWN ? heading.substring(0, LONGEST_SHOWN) + "…" : heading)
                .collect(Collectors.joining(", "));
    }

    /// A row under this header.
    ImportRow row(CsvLine line) {
        if (!line.readable()) {
            return new ImportRow(line.number(), new EnumMap<>(ImportColumn.class), "", List.of(RowFault.UNREADABLE));
        }
        var values = new EnumMap<ImportColumn, String>(ImportColumn.class);
        var faults = new ArrayList<RowFault>();
        for (int i = 0; i < line.cells().size(); i++) {
            String value = bare(line.cells().get(i));
            if (!value.isEmpty()) {
                put(values, i, value).ifPresent(faults::add);
            }
        }
        return new ImportRow(
                line.number(),
                values,
                storable(line.text()),
                faults.stream().distinct().toList());
    }

    private Optional<RowFault> put(EnumMap<ImportColumn, String> values, int place, String value) {
        @Nullable
        ImportColumn column = place < columns.size() ? columns.get(place).orElse(null) : null;
        if (column == null) {
            return Optional.of(RowFault.TOO_MANY_CELLS);
        }
        if (!Characters.storable(value)) {
            return Optional.of(RowFault.BAD_CHARACTER);
        }
        values.put(column, value);
        return Optional.empty();
    }

    /// A cell without the blanks around it and without the formula by which spreadsheets are kept
    /// from rounding.
    private static String bare(String cell) {
        String value = cell.replace('\u00a0', ' ').strip();
        var formula = FORMULA.matcher(value);
        return formula.matches() ? formula.group(1).strip() : value;
    }

    private static String storable(String text) {
        return Characters.storable(text)
                ? text
                : text.codePoints()
                        .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '?' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
