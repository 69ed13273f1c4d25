package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.ReadReports.Report;
import cn.siyu.application.insight.port.Losses.Row;
import cn.siyu.domain.customer.Relationship;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/// Relationships that ended, by store and by who ended them.
///
/// @param fromOn the first day
/// @param toOn the last day, included
/// @param items one row per store or department and way in which relationships ended
@Serdeable
@Schema(name = "LossReport", description = "Relationships that ended, by who ended them (流失统计)")
record LossResource(
        @Schema(example = "2026-02-09") LocalDate fromOn,
        @Schema(example = "2026-03-10") LocalDate toOn,
        @ArraySchema(maxItems = 100000) List<Item> items) {
    /// Those of one store that ended in one way.
    ///
    /// @param department the store or department of the account
    /// @param name what it is called
    /// @param endedBy who ended them
    /// @param relationships how many
    /// @param customersLost of how many the customer has no live relationship left today
    @Serdeable
    @Schema(name = "LossItem", description = "Relationships of one store that ended in one way")
    record Item(
            @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String department,

            @Schema(example = "人民路店", maxLength = 100) String name,
            Relationship.By endedBy,
            @Schema(example = "31", minimum = "0") long relationships,
            @Schema(example = "28", minimum = "0") long customersLost) {}

    static LossResource of(Report<Row> report) {
        return new LossResource(
                report.period().first(),
                report.period().last(),
                report.rows().stream()
                        .map(row -> new Item(
                                IdType.DEPARTMENT.format(row.department()),
                                row.name(),
                                row.by(),
                                row.relationships(),
                                row.customersLost()))
                        .toList());
    }
}
