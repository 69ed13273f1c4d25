package cn.siyu.adapter.http.insight;

import cn.siyu.application.insight.ReadReports.Report;
import cn.siyu.application.insight.port.Reports.CohortRow;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Relationships that began in the period, by month, and how many were lost how soon (留存).
///
/// @param fromOn the first day
/// @param toOn the last day, included
/// @param items one row per month, the earliest first
@Serdeable
@Schema(name = "CohortReport", description = "Relationships by month, and how many were lost how soon (留存)")
record CohortReportResource(
        @Schema(example = "2025-03-11") LocalDate fromOn,
        @Schema(example = "2026-03-10") LocalDate toOn,

        @ArraySchema(maxItems = 30) List<Item> items) {
    /// Relationships that began in one month.
    ///
    /// @param month the month, of the brand's calendar
    /// @param added how many began
    /// @param live how many still live
    /// @param liveRate live of added
    /// @param lostWithin how many were lost how soon; only what all of the month has been followed
    ///     for
    @Serdeable
    @Schema(name = "CohortItem", description = "Relationships that began in one month")
    record Item(
            @Schema(example = "2026-02", maxLength = 7) String month,
            @Schema(example = "2210", minimum = "0") long added,
            @Schema(example = "2127", minimum = "0") long live,

            @Nullable @Schema(example = "0.962443", minimum = "0", maximum = "1")
            Double liveRate,

            @ArraySchema(maxItems = 10) List<Lost> lostWithin) {}

    /// How many were lost within some days.
    ///
    /// @param days within how many days
    /// @param count how many
    /// @param rate of all that began in the month
    @Serdeable
    @Schema(name = "LostWithin", description = "How many were lost within some days")
    record Lost(
            @Schema(example = "7", minimum = "1") int days,
            @Schema(example = "31", minimum = "0") long count,

            @Nullable @Schema(example = "0.014027", minimum = "0", maximum = "1")
            Double rate) {}

    static CohortReportResource of(Report<CohortRow> report) {
        return new CohortReportResource(
                report.period().first(),
                report.period().last(),
                report.rows().stream().map(CohortReportResource::item).toList());
    }

    private static Item item(CohortRow row) {
        return new Item(
                row.month().toString(),
                row.added(),
                row.live(),
                Ratios.of(row.live(), row.added()),
                row.lostWithin().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Lost(each.getKey(), each.getValue(), Ratios.of(each.getValue(), row.added())))
                        .toList());
    }
}
