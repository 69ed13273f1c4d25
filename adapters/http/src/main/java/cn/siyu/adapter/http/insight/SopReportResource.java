package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.answer.Money;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.ReadReports.Report;
import cn.siyu.application.insight.port.Reports.SopRow;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of each version of each SOP, of what was enrolled, planned and paid in the period.
///
/// @param fromOn the first day
/// @param toOn the last day, included
/// @param items one row per version with anything to tell, by name and number
@Serdeable
@Schema(name = "SopReport", description = "What came of each SOP (SOP 效果)")
record SopReportResource(
        @Schema(example = "2026-02-09") LocalDate fromOn,
        @Schema(example = "2026-03-10") LocalDate toOn,

        @ArraySchema(maxItems = 10000) List<Item> items) {
    /// What came of one version.
    ///
    /// @param sop the SOP
    /// @param name its name
    /// @param sopVersion the version
    /// @param number the version's number
    /// @param entered enrolments
    /// @param sent messages that the platform has, or that somebody sent by hand
    /// @param refused messages that the governor refused, by reason, the most frequent first
    /// @param delivered messages that customers have
    /// @param responded delivered messages that were answered
    /// @param converted enrolments that reached the goal
    /// @param lost enrolments whose customer deleted somebody of the brand afterwards
    /// @param responseRate responded of delivered; null if nothing was delivered
    /// @param conversionRate converted of entered; null if nobody entered
    /// @param lossRate lost of entered; null if nobody entered
    /// @param lastTouch what orders are put down to its messages as the last contact
    /// @param equalShares the same, with all contacts sharing alike
    @Serdeable
    @Schema(name = "SopReportItem", description = "What came of one version of an SOP")
    record Item(
            @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String sop,

            @Schema(example = "欢迎新客", maxLength = 100) String name,

            @Schema(example = "sov_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String sopVersion,

            @Schema(example = "1", minimum = "1") int number,
            @Schema(example = "4980", minimum = "0") long entered,
            @Schema(example = "9120", minimum = "0") long sent,

            @ArraySchema(maxItems = 100) List<Refused> refused,

            @Schema(example = "8994", minimum = "0") long delivered,
            @Schema(example = "1310", minimum = "0") long responded,
            @Schema(example = "402", minimum = "0") long converted,
            @Schema(example = "77", minimum = "0") long lost,

            @Nullable @Schema(example = "0.145653", minimum = "0", maximum = "1")
            Double responseRate,

            @Nullable @Schema(example = "0.080723", minimum = "0", maximum = "1")
            Double conversionRate,

            @Nullable @Schema(example = "0.015462", minimum = "0", maximum = "1")
            Double lossRate,

            Money lastTouch,
            Money equalShares) {}

    /// How many were refused for one reason.
    ///
    /// @param reason the reason; words are in the vocabulary under sendReason
    /// @param count how many
    @Serdeable
    @Schema(name = "RefusedCount", description = "How many were refused for one reason")
    record Refused(
            @Schema(example = "GAP", maxLength = 40) String reason,
            @Schema(example = "310", minimum = "0") long count) {}

    static SopReportResource of(Report<SopRow> report, String currency) {
        return new SopReportResource(
                report.period().first(),
                report.period().last(),
                report.rows().stream().map(row -> item(row, currency)).toList());
    }

    private static Item item(SopRow row, String currency) {
        return new Item(
                IdType.SOP.format(row.sop()),
                row.name(),
                IdType.SOP_VERSION.format(row.version()),
                row.number(),
                row.entered(),
                row.sent(),
                row.refused().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(each -> new Refused(each.getKey(), each.getValue()))
                        .toList(),
                row.delivered(),
                row.responded(),
                row.converted(),
                row.lost(),
                Ratios.of(row.responded(), row.delivered()),
                Ratios.of(row.converted(), row.entered()),
                Ratios.of(row.lost(), row.entered()),
                new Money(row.lastTouchMinor(), currency),
                new Money(row.equalSharesMinor(), currency));
    }
}
