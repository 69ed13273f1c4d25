package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ReadLosses;
import cn.siyu.application.insight.ReadReports;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/// Relationships that ended (流失统计).
@Controller("/v1/brands/{brand}/reports/losses")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reports")
final class LossController implements Contract.Owner {
    private static final int MONTH = 30;

    private final ReadLosses losses;
    private final ReadReports reports;

    LossController(ReadLosses losses, ReadReports reports) {
        this.losses = losses;
        this.reports = reports;
    }

    @Override
    public Contract contract() {
        return new Contract();
    }

    @Needs(Scope.REPORTS_READ)
    @Get
    @Operation(
            operationId = "getLossReport",
            summary = "Relationships that ended, by who ended them · 流失统计",
            description =
                    "Per store or department: deleted by the customer, by the staff member, lost with a banned account. The last 30"
                            + " days, if no period is named.")
    LossResource report(
            Caller caller,
            @QueryValue @Schema(description = "First day", example = "2026-02-09", maxLength = 10)
                    Optional<String> fromOn,
            @QueryValue @Schema(description = "Last day", example = "2026-03-10", maxLength = 10)
                    Optional<String> toOn) {
        return LossResource.of(losses.losses(caller, ReportPeriod.of(reports, caller, fromOn, toOn, MONTH)));
    }
}
