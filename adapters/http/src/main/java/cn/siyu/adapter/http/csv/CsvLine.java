package cn.siyu.adapter.http.csv;

import java.util.List;
import java.util.stream.Collectors;

/// One row of a file.
///
/// @param number as a spreadsheet shows it: the header is row 1, blank rows count
/// @param cells in their order; none if the row can't be read
/// @param readable false if a quotation mark is opened and not closed properly; it is then the last
///     row
public record CsvLine(int number, List<String> cells, boolean readable) {
    public CsvLine {
        cells = List.copyOf(cells);
    }

    /// Whether nothing stands in it.
    boolean blank() {
        return readable && cells.stream().allMatch(String::isBlank);
    }

    /// The row as CSV text, with commas, without a line end.
    public String text() {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
