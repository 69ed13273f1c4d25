package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.ReadReports.Report;
import cn.siyu.application.insight.port.ExecutionRates.By;
import cn.siyu.application.insight.port.ExecutionRates.Row;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of what they were asked to do people did (执行率).
///
/// @param fromOn the first day
/// @param toOn the last day, included
/// @param by whose work is counted together
/// @param items one row per store, department or member with work, by name
@Serdeable
@Schema(name = "ExecutionReport", description = "How much of what they were asked to do people did (执行率)")
record ExecutionResource(
        @Schema(example = "2026-02-09") LocalDate fromOn,
        @Schema(example = "2026-03-10") LocalDate toOn,
        By by,
        @ArraySchema(maxItems = 100000) List<Item> items) {
    /// One store, department or member.
    ///
    /// @param id the department or member
    /// @param name what it is called
    /// @param tasks tasks that fell due, without those that were cancelled
    /// @param done of them, were done
    /// @param doneInTime of them, were done before they were due
    /// @param skipped of them, were skipped
    /// @param failed of them, could not be done
    /// @param expired of them, were left until they were of no use
    /// @param messages mass messages that staff were asked to send
    /// @param confirmed of them, were sent
    /// @param confirmedInTime of them, were sent before their deadline
    /// @param rate what was done and sent in time, of all that was asked; null if nothing was
    @Serdeable
    @Schema(name = "ExecutionItem", description = "What one store, department or member was asked to do, and did")
    record Item(
            @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String id,

            @Schema(example = "人民路店", maxLength = 100) String name,
            @Schema(example = "120", minimum = "0") long tasks,
            @Schema(example = "101", minimum = "0") long done,
            @Schema(example = "93", minimum = "0") long doneInTime,
            @Schema(example = "8", minimum = "0") long skipped,
            @Schema(example = "2", minimum = "0") long failed,
            @Schema(example = "9", minimum = "0") long expired,
            @Schema(example = "14", minimum = "0") long messages,
            @Schema(example = "12", minimum = "0") long confirmed,
            @Schema(example = "12", minimum = "0") long confirmedInTime,

            @Nullable @Schema(example = "0.783582", minimum = "0", maximum = "1")
            Double rate) {
        static Item of(Row row, IdType type) {
            return new Item(
                    type.format(row.id()),
                    row.name(),
                    row.tasks(),
                    row.done(),
                    row.inTime(),
                    row.skipped(),
                    row.failed(),
                    row.expired(),
                    row.messages(),
                    row.confirmed(),
                    row.confirmedInTime(),
                    Ratios.of(row.inTime() + row.confirmedInTime(), row.tasks() + row.messages()));
        }
    }

    static ExecutionResource of(Report<Row> report, By by) {
        IdType type = by == By.STAFF ? IdType.STAFF : IdType.DEPARTMENT;
        return new ExecutionResource(
                report.period().first(),
                report.period().last(),
                by,
                report.rows().stream().map(row -> Item.of(row, type)).toList());
    }
}
