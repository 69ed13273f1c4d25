package cn.siyu.application.insight;

import java.util.Map;

/// One row of an import as it was read: its columns by their English names, without those that are empty.
///
/// @param number the row's number in the file, 1 for the first after the header
/// @param values by column
/// @param original the row as it stood in the file, so that it can be mended and sent again
public record ImportRow(int number, Map<String, String> values, String original) {
    public ImportRow {
        values = Map.copyOf(values);
    }
}
