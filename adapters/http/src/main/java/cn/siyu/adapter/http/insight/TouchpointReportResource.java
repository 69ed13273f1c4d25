package cn.siyu.adapter.http.insight;

import cn.siyu.application.insight.ReadReports.Report;
import cn.siyu.application.insight.port.Reports.TouchpointRow;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/// What customers did in a period, by touchpoint and kind (触点统计).
///
/// @param fromOn the first day
/// @param toOn the last day, included
/// @param interactions how many there were in all
/// @param items one row per touchpoint and kind at which something happened
@Serdeable
@Schema(name = "TouchpointReport", description = "What customers did, by touchpoint and kind (触点统计)")
record TouchpointReportResource(
        @Schema(example = "2026-02-09") LocalDate fromOn,
        @Schema(example = "2026-03-10") LocalDate toOn,
        @Schema(example = "5120", minimum = "0") long interactions,

        @ArraySchema(maxItems = 100000) List<Item> items) {
    /// What customers did of one kind at one touchpoint.
    ///
    /// @param touchpoint its code
    /// @param kind the code of the kind
    /// @param interactions how often
    /// @param customers by how many
    @Serdeable
    @Schema(name = "TouchpointItem", description = "What customers did of one kind at one touchpoint")
    record Item(
            @Schema(example = "LIVE", maxLength = 40) String touchpoint,
            @Schema(example = "WATCHED", maxLength = 40) String kind,
            @Schema(example = "412", minimum = "0") long interactions,
            @Schema(example = "305", minimum = "0") long customers) {}

    static TouchpointReportResource of(Report<TouchpointRow> report) {
        return new TouchpointReportResource(
                report.period().first(),
                report.period().last(),
                report.rows().stream().mapToLong(TouchpointRow::interactions).sum(),
                report.rows().stream()
                        .map(row -> new Item(row.touchpoint(), row.kind(), row.interactions(), row.customers()))
                        .toList());
    }
}
