package cn.siyu.adapter.http.insight;

import cn.siyu.application.insight.ReadReports.Report;
import cn.siyu.application.insight.port.Reports.FunnelRow;
import cn.siyu.domain.customer.lifecycle.Stage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Customers by stage and source (漏斗), of those who became known in the period.
///
/// @param fromOn the first day
/// @param toOn the last day, included
/// @param customers how many there are in all
/// @param items one row per source, contact way and stage in which there is somebody
@Serdeable
@Schema(name = "FunnelReport", description = "Customers by stage and source (漏斗)")
record FunnelResource(
        @Schema(example = "2026-02-09") LocalDate fromOn,
        @Schema(example = "2026-03-10") LocalDate toOn,
        @Schema(example = "4980", minimum = "0") long customers,

        @ArraySchema(maxItems = 100000) List<Item> items) {
    /// One cell of the funnel.
    ///
    /// @param source the source mark of the first relationship; null if none
    /// @param contactWay the name of the contact way it stands for; null if none
    /// @param stage where the customers stand now
    /// @param customers how many
    /// @param dormant how many of them are dormant
    /// @param lost how many of them have no live relationship left
    @Serdeable
    @Schema(name = "FunnelItem", description = "One cell of the funnel")
    record Item(
            @Nullable @Schema(example = "store-1-counter", maxLength = 200)
            String source,

            @Nullable @Schema(example = "一店收银台", maxLength = 100)
            String contactWay,

            Stage stage,
            @Schema(example = "412", minimum = "0") long customers,
            @Schema(example = "35", minimum = "0") long dormant,
            @Schema(example = "12", minimum = "0") long lost) {}

    static FunnelResource of(Report<FunnelRow> report) {
        return new FunnelResource(
                report.period().first(),
                report.period().last(),
                report.rows().stream().mapToLong(FunnelRow::customers).sum(),
                report.rows().stream()
                        .map(row -> new Item(
                                row.source(),
                                row.contactWay(),
                                row.stage(),
                                row.customers(),
                                row.dormant(),
                                row.lost()))
                        .toList());
    }
}
