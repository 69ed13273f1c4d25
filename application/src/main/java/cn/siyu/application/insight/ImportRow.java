package cn.siyu.application.insight;

import java.util.List;
import java.util.Map;

/// One row of an import as it was read.
///
/// @param number the row's number as a spreadsheet shows it: the header is row 1
/// @param values by column, without blank ones
/// @param original the row as it stood in the file, so that it can be mended and sent again
/// @param faults what made it unreadable; empty if it could be read
public record ImportRow(int number, Map<ImportColumn, String> values, String original, List<RowFault> faults) {
    public ImportRow {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }
}
