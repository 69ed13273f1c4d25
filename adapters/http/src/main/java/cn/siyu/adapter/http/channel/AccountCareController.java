package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.CareForAccount;
import cn.siyu.application.channel.CareForAccount.Outcome;
import cn.siyu.application.channel.CareForAccount.Report;
import cn.siyu.application.channel.port.AccountStandings.Incident;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/// How accounts that people work by hand are doing.
@Controller("/v1/brands/{brand}/channel-accounts/{account}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Channel accounts")
final class AccountCareController implements Contract.Owner {
    private static final String ACCOUNT = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final int LONGEST = 1000;

    private final CareForAccount care;

    AccountCareController(CareForAccount care) {
        this.care = care;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .problems("getAccountCare", ProblemCode.STATE_CONFLICT)
                .body("recordAccountOpening", AccountCareController::opened, "{\"openedOn\":\"2025-06-01\"}")
                .problems("recordAccountOpening", ProblemCode.STATE_CONFLICT)
                .body(
                        "reportAccountIncident",
                        AccountCareController::report,
                        "{\"kind\":\"WARNING\",\"note\":\"操作频繁\"}")
                .problems("reportAccountIncident", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_READ)
    @Get("/care")
    @Operation(
            operationId = "getAccountCare",
            summary = "Show how an account worked by hand is doing · 查看账号养护",
            description =
                    "Its health, its pace of today and what of it is used, how busy its holder is, what the platform did.")
    AccountCareResource show(Caller caller, @PathVariable @Schema(example = ACCOUNT, maxLength = 30) String account) {
        return known(care.show(caller, IdType.CHANNEL_ACCOUNT.inPath("account", account)), account);
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_WRITE)
    @Post("/openings")
    @Operation(
            operationId = "recordAccountOpening",
            summary = "Say since when an account exists · 登记开号日期",
            description =
                    "An older account may ask for more friends a day. Until somebody says so, it counts from when it was"
                            + " taken into use.")
    @ApiResponse(responseCode = "201", description = "It is recorded", useReturnTypeSchema = true)
    HttpResponse<AccountCareResource> opened(
            Caller caller,
            @PathVariable @Schema(example = ACCOUNT, maxLength = 30) String account,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        LocalDate on = body.read(AccountCareController::opened);
        var id = IdType.CHANNEL_ACCOUNT.inPath("account", account);
        return write.run(() -> made(request, known(care.opened(caller, id, on), account, "/openedOn")));
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_WRITE)
    @Post("/incidents")
    @Operation(
            operationId = "reportAccountIncident",
            summary = "Say what the platform did to an account · 登记账号异常",
            description =
                    "A warned account goes slower for a while. A banned one is out of use for good: its relationships end,"
                            + " and its customers are listed under lost-customers.")
    @ApiResponse(responseCode = "201", description = "It is recorded", useReturnTypeSchema = true)
    HttpResponse<AccountCareResource> report(
            Caller caller,
            @PathVariable @Schema(example = ACCOUNT, maxLength = 30) String account,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        Report report = body.read(AccountCareController::report);
        var id = IdType.CHANNEL_ACCOUNT.inPath("account", account);
        return write.run(() -> made(request, known(care.report(caller, id, report), account, "/occurredAt")));
    }

    private static LocalDate opened(Input in) {
        return in.date("openedOn").get();
    }

    private static Report report(Input in) {
        return new Report(
                in.oneOf("kind", Incident.Kind.class).get(),
                in.instant("occurredAt").orNull(),
                in.text("note", LONGEST).orNull());
    }

    private static HttpResponse<AccountCareResource> made(HttpRequest<?> request, AccountCareResource resource) {
        String path = request.getPath();
        return HttpResponse.<AccountCareResource>created(URI.create(path.substring(0, path.lastIndexOf('/')) + "/care"))
                .body(resource);
    }

    private static AccountCareResource known(Outcome outcome, String account) {
        return known(outcome, account, "");
    }

    private static AccountCareResource known(Outcome outcome, String account, String pointer) {
        return switch (outcome) {
            case Outcome.Known(var view) -> AccountCareResource.of(view);
            case Outcome.NotByHand(var channel) ->
                throw Problems.conflict(
                        Text.of("Nobody works accounts of the channel %s by hand.", "渠道 %s 的账号不由人工运营。", channel));
            case Outcome.InTheFuture(var now) ->
                throw Problems.body(List.of(Mistake.at(
                        pointer,
                        ProblemCode.OUT_OF_RANGE,
                        Text.of("This has not come yet; it is %s.", "时间未到，现在是 %s。", now))));
            case Outcome.Unknown() -> throw Problems.notFound(IdType.CHANNEL_ACCOUNT.label(), account);
        };
    }
}
