package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Nearest;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ReadExecution;
import cn.siyu.application.insight.ReadReports;
import cn.siyu.application.insight.port.ExecutionRates.By;
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

/// How much of what they were asked to do people did (执行率).
@Controller("/v1/brands/{brand}/reports/execution")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reports")
final class ExecutionController implements Contract.Owner {
    private static final int MONTH = 30;

    private final ReadExecution execution;
    private final ReadReports reports;

    ExecutionController(ReadExecution execution, ReadReports reports) {
        this.execution = execution;
        this.reports = reports;
    }

    @Override
    public Contract contract() {
        return new Contract().problems("getExecutionReport", ProblemCode.MALFORMED_ID, ProblemCode.WRONG_ID_TYPE);
    }

    @Needs(Scope.REPORTS_READ)
    @Get
    @Operation(
            operationId = "getExecutionReport",
            summary = "What stores, departments or staff did of what they were asked · 执行率",
            description =
                    "Tasks that fell due and mass messages that staff were asked to send in the period, and how many were done,"
                            + " in time. A department counts all below it. The last 30 days, if no period is named.")
    ExecutionResource report(
            Caller caller,
            @QueryValue
                    @Schema(
                            description = "STORE, DEPARTMENT or STAFF; STORE if not named",
                            example = "STORE",
                            maxLength = 12)
                    Optional<String> by,
            @QueryValue
                    @Schema(description = "One SOP only", example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
                    Optional<String> sop,
            @QueryValue @Schema(description = "First day", example = "2026-02-09", maxLength = 10)
                    Optional<String> fromOn,
            @QueryValue @Schema(description = "Last day", example = "2026-03-10", maxLength = 10)
                    Optional<String> toOn) {
        By grouping = by.map(ExecutionController::by).orElse(By.STORE);
        var id = sop.map(written -> IdType.SOP.inPath("sop", written)).orElse(null);
        var period = ReportPeriod.of(reports, caller, fromOn, toOn, MONTH);
        return ExecutionResource.of(execution.rates(caller, grouping, period, id), grouping);
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
