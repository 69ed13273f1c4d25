package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.answer.Currencies;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ReadReports;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What contacts have achieved, within what the key sees. Days are the brand's, and both ends of a
/// period are included.
@Controller("/v1/brands/{brand}/reports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reports")
final class ReportController implements Contract.Owner {
    private static final int MONTH = 30;
    private static final int YEAR = 365;
    private static final Listing RECORDS = Listing.inOrderOf("-plannedAt")
            .filter("account", FilterType.oneId(IdType.CHANNEL_ACCOUNT))
            .filter("fromOn", FilterType.wholeText(10))
            .filter("toOn", FilterType.wholeText(10))
            .build();

    private final ReadReports reports;
    private final Currencies currencies;
    private final Lists lists;

    ReportController(ReadReports reports, Currencies currencies, Lists lists) {
        this.reports = reports;
        this.currencies = currencies;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listSendRecords", RECORDS);
    }

    @Needs(Scope.REPORTS_READ)
    @Get("/funnel")
    @Operation(
            operationId = "getFunnelReport",
            summary = "Customers by stage and source · 客户漏斗",
            description =
                    "Where the customers stand now who became known in the period, by the source of their first relationship."
                            + " The last 30 days, if no period is named.")
    FunnelResource funnel(
            Caller caller,
            @QueryValue @Schema(description = "First day", example = "2026-02-09", maxLength = 10)
                    Optional<String> fromOn,
            @QueryValue @Schema(description = "Last day", example = "2026-03-10", maxLength = 10)
                    Optional<String> toOn) {
        return FunnelResource.of(reports.funnel(caller, ReportPeriod.of(reports, caller, fromOn, toOn, MONTH)));
    }

    @Needs(Scope.REPORTS_READ)
    @Get("/sops")
    @Operation(
            operationId = "getSopReport",
            summary = "What came of each SOP · SOP 效果",
            description =
                    "Per version: entered, sent, refused by reason, delivered, responded, converted, lost, and the money put"
                            + " down to its messages. The last 30 days, if no period is named.")
    SopReportResource sops(
            Caller caller,
            @QueryValue @Schema(description = "First day", example = "2026-02-09", maxLength = 10)
                    Optional<String> fromOn,
            @QueryValue @Schema(description = "Last day", example = "2026-03-10", maxLength = 10)
                    Optional<String> toOn) {
        String currency = currencies.of(caller.brand());
        return SopReportResource.of(
                reports.sops(caller, ReportPeriod.of(reports, caller, fromOn, toOn, MONTH)), currency);
    }

    @Needs(Scope.REPORTS_READ)
    @Get("/cohorts")
    @Operation(
            operationId = "getCohortReport",
            summary = "Relationships by month, and how many were lost · 留存",
            description =
                    "Relationships that began in the period, by month, and how many were lost within 1, 7, 30, 60 and 90 days:"
                            + " only where the whole month has been followed for so long. The last 365 days, if no period is"
                            + " named.")
    CohortReportResource cohorts(
            Caller caller,
            @QueryValue @Schema(description = "First day", example = "2025-03-11", maxLength = 10)
                    Optional<String> fromOn,
            @QueryValue @Schema(description = "Last day", example = "2026-03-10", maxLength = 10)
                    Optional<String> toOn) {
        return CohortReportResource.of(reports.cohorts(caller, ReportPeriod.of(reports, caller, fromOn, toOn, YEAR)));
    }

    @Needs(Scope.REPORTS_READ)
    @Takes(Takes.LISTING)
    @Get("/send-records")
    @Operation(
            operationId = "listSendRecords",
            summary = "What accounts were asked to send · 触达记录",
            description =
                    "Time, recipients, and whether the staff member confirmed, per account and day within the key's departments,"
                            + " newest first. The last 30 days, if no period is named.")
    Page<SendRecordResource> sendRecords(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(RECORDS, request);
        @Nullable Place after = query.page().after();
        var period = ReportPeriod.of(
                reports, caller, query.one("fromOn", String.class), query.one("toOn", String.class), MONTH);
        var rows = reports.sendRecords(
                caller,
                period,
                query.one("account", PublicId.class).orElse(null),
                after == null ? null : after.id(),
                query.page().withOneMore().limit());
        return lists.page(query, rows, row -> new Place(row.at().toString(), row.number()), SendRecordResource::of);
    }
}
