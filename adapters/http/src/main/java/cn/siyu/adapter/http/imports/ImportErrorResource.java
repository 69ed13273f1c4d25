package cn.siyu.adapter.http.imports;

import cn.siyu.adapter.http.language.Language;
import cn.siyu.application.insight.RowMistake;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of an import that failed; nothing of it was applied.
///
/// @param row its number as a spreadsheet shows it: the header is row 1
/// @param mistakes all that is wrong with it
/// @param original the row as it stood in the file, to be mended and sent again; null for keys that
///     don't see personal data
@Serdeable
@Schema(name = "ImportError", description = "A row that failed; nothing of it was applied")
record ImportErrorResource(
        @Schema(example = "17", minimum = "1") int row,

        @ArraySchema(maxItems = 30) List<Fault> mistakes,

        @Nullable @Schema(example = "138001380,王先生", maxLength = 8000)
        String original) {
    /// One thing that is wrong.
    ///
    /// @param column the column; null if it is about the row as a whole
    /// @param code what kind of mistake
    /// @param detail what to change
    @Serdeable
    @Schema(name = "ImportMistake", description = "One thing that is wrong with a row")
    record Fault(
            @Nullable @Schema(example = "phone", maxLength = 40)
            String column,

            @Schema(example = "not-a-phone-number", maxLength = 40)
            String code,

            @Schema(example = "Write +8613812345678, or 13812345678 for a number of mainland China.", maxLength = 400)
            String detail) {
        static Fault of(RowMistake mistake, Language language) {
            var column = mistake.column();
            return new Fault(
                    column == null ? null : column.code(),
                    mistake.fault().code(),
                    Faults.text(mistake.fault()).in(language));
        }
    }

    /// Rows with their mistakes, in the order of rows.
    ///
    /// @param clear whether originals are shown
    static List<ImportErrorResource> of(List<RowMistake> mistakes, Language language, boolean clear) {
        var rows = new LinkedHashMap<Integer, List<RowMistake>>();
        mistakes.forEach(
                one -> rows.computeIfAbsent(one.row(), _ -> new ArrayList<>()).add(one));
        return rows.values().stream()
                .map(theirs -> new ImportErrorResource(
                        theirs.getFirst().row(),
                        theirs.stream().map(one -> Fault.of(one, language)).toList(),
                        clear ? theirs.getFirst().original() : null))
                .toList();
    }
}
