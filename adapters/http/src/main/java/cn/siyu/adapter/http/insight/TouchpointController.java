package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ReadJourney;
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

/// Touchpoints, what happens at them, and which step of a purchase that serves.
@Controller("/v1/brands/{brand}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reports")
final class TouchpointController {
    private static final int MONTH = 30;

    private final ReadReports reports;
    private final ReadJourney journey;

    TouchpointController(ReadReports reports, ReadJourney journey) {
        this.reports = reports;
        this.journey = journey;
    }

    @Needs(Scope.INTERACTIONS_READ)
    @Get("/touchpoints")
    @Operation(
            operationId = "getTouchpoints",
            summary = "Which touchpoints and kinds of interaction there are · 触点与互动类型",
            description =
                    "What a feed may report, and which steps of a purchase each serves. One more is an entry of the brand's"
                            + " JOURNEY policy.")
    TouchpointsResource touchpoints(Caller caller) {
        return TouchpointsResource.of(journey.policy(caller.brand()));
    }

    @Needs(Scope.REPORTS_READ)
    @Get("/reports/touchpoints")
    @Operation(
            operationId = "getTouchpointReport",
            summary = "What customers did by touchpoint · 触点统计",
            description =
                    "Interactions and how many customers they were of, by touchpoint and kind. The last 30 days, if no period"
                            + " is named.")
    TouchpointReportResource happened(
            Caller caller,
            @QueryValue @Schema(description = "First day", example = "2026-02-09", maxLength = 10)
                    Optional<String> fromOn,
            @QueryValue @Schema(description = "Last day", example = "2026-03-10", maxLength = 10)
                    Optional<String> toOn) {
        var period = ReportPeriod.of(reports, caller, fromOn, toOn, MONTH);
        return TouchpointReportResource.of(reports.touchpoints(caller, period));
    }

    @Needs(Scope.REPORTS_READ)
    @Get("/reports/journey")
    @Operation(
            operationId = "getJourneyReport",
            summary = "The decision journey as a map · 决策旅程图",
            description =
                    "Steps of a purchase × touchpoints, with how often each was served, and the steps that nothing served with"
                            + " what usually does. Paid orders count as purchases where they came through. The last 30"
                            + " days, if no period is named.")
    JourneyReportResource journey(
            Caller caller,
            @QueryValue @Schema(description = "First day", example = "2026-02-09", maxLength = 10)
                    Optional<String> fromOn,
            @QueryValue @Schema(description = "Last day", example = "2026-03-10", maxLength = 10)
                    Optional<String> toOn) {
        var period = ReportPeriod.of(reports, caller, fromOn, toOn, MONTH);
        return JourneyReportResource.of(period, journey.happened(caller, period));
    }
}
