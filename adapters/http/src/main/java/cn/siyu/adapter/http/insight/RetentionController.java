package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.json.Nearest;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ReadReports;
import cn.siyu.application.insight.ReadRetention;
import cn.siyu.application.insight.port.Retentions.By;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.stream.Stream;

/// How long relationships last (留存曲线).
@Controller("/v1/brands/{brand}/reports/retention")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reports")
final class RetentionController {
    private static final int YEAR = 365;

    private final ReadReports reports;
    private final ReadRetention retention;

    RetentionController(ReadReports reports, ReadRetention retention) {
        this.reports = reports;
        this.retention = retention;
    }

    @Needs(Scope.REPORTS_READ)
    @Get
    @Operation(
            operationId = "getRetentionReport",
            summary = "How long relationships last · 留存曲线",
            description =
                    "Of relationships that began in the period: the share still there after 1 to 365 days, with its 95 %"
                            + " interval, by month, staff, source, channel or store. Whoever could not be followed so long counts"
                            + " as long as they could (Kaplan and Meier); a relationship handed over to a colleague or ended by a"
                            + " ban is not lost, only followed no longer. A point needs 10 that could be followed. The last 365"
                            + " days, if no period is named.")
    RetentionResource retention(
            Caller caller,
            @QueryValue
                    @Schema(
                            description = "MONTH, STAFF, SOURCE, CHANNEL or STORE; MONTH if not named",
                            example = "SOURCE",
                            maxLength = 10)
                    Optional<String> by,
            @QueryValue @Schema(description = "First day", example = "2025-03-11", maxLength = 10)
                    Optional<String> fromOn,
            @QueryValue @Schema(description = "Last day", example = "2026-03-10", maxLength = 10)
                    Optional<String> toOn) {
        var group = by.map(RetentionController::by).orElse(By.MONTH);
        return RetentionResource.of(
                retention.answer(caller, ReportPeriod.of(reports, caller, fromOn, toOn, YEAR), group));
    }

    private static By by(String written) {
        return Stream.of(By.values())
                .filter(one -> one.name().equals(written))
                .findFirst()
                .orElseThrow(() -> Problems.parameter(
                        "by",
                        ProblemCode.INVALID_PARAMETER,
                        Nearest.unknown(
                                written, Stream.of(By.values()).map(Enum::name).toList())));
    }
}
