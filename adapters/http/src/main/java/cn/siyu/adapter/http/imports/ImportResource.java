package cn.siyu.adapter.http.imports;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.ImportKind;
import cn.siyu.application.insight.ImportRun;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An import of a file (导入) and what became of its rows.
///
/// @param id what it is called here
/// @param kind what the rows are
/// @param source the system the rows came from; their keys and member numbers are unique in it
/// @param encoding how the file's characters were written, as it was found
/// @param state how far it is; SUCCEEDED without any failed row, FAILED if nothing could be applied
/// @param rowsRead rows with content that were read, without the header
/// @param rowsApplied rows that changed something
/// @param rowsRepeated rows that were known already and changed nothing
/// @param rowsFailed rows with at least one mistake; nothing of them was applied
/// @param firstErrors the first rows that failed, at most 20; null in a list. All of them are under
///     `errors`
/// @param createdAt when it began
/// @param finishedAt when it ended; null while it runs. An import whose process ended in the middle
///     is FAILED from the next start on: send the file again, no row is taken twice
@Serdeable
@Schema(name = "Import", description = "An import of a file (导入) and what became of its rows")
record ImportResource(
        @Schema(example = "imp_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "ORDERS") ImportKind kind,

        @Schema(example = "shop", maxLength = 40) String source,

        @Schema(example = "GB18030", maxLength = 20) String encoding,

        @Schema(example = "PARTLY_SUCCEEDED") ImportRun.State state,

        @Schema(example = "1200", minimum = "0") int rowsRead,

        @Schema(example = "1180", minimum = "0") int rowsApplied,

        @Schema(example = "15", minimum = "0") int rowsRepeated,

        @Schema(example = "5", minimum = "0") int rowsFailed,

        @Nullable @ArraySchema(maxItems = 20) List<ImportErrorResource> firstErrors,

        @Schema(example = "2026-03-01T08:00:00.000Z") Instant createdAt,

        @Nullable @Schema(example = "2026-03-01T08:00:01.512Z")
        Instant finishedAt) {
    static ImportResource of(ImportRun run, @Nullable List<ImportErrorResource> firstErrors) {
        return new ImportResource(
                IdType.IMPORT.format(run.publicId()),
                run.kind(),
                run.source(),
                run.encoding(),
                run.state(),
                run.read(),
                run.applied(),
                run.repeated(),
                run.failed(),
                firstErrors,
                run.createdAt(),
                run.finishedAt());
    }
}
