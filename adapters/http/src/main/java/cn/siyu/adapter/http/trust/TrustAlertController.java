package cn.siyu.adapter.http.trust;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
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
import cn.siyu.application.task.LookAfterRelationship;
import cn.siyu.application.trust.AnswerTrustAlert;
import cn.siyu.application.trust.AnswerTrustAlert.Outcome;
import cn.siyu.application.trust.ReadTrustAlerts;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.alert.AlertKind;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import cn.siyu.domain.trust.alert.RelationshipAlert.Reason;
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
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Relationships that lose their trust (信任预警).
@Controller("/v1/brands/{brand}/trust-alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Trust")
final class TrustAlertController implements Contract.Owner {
    private static final String ALERT = "tal_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final Listing ALERTS = Listing.inOrderOf("-raisedAt")
            .filter("state", FilterType.oneOf(RelationshipAlert.State.class))
            .filter("kind", FilterType.oneOf(AlertKind.class))
            .filter("staff", FilterType.oneId(IdType.STAFF))
            .filter("department", FilterType.oneId(IdType.DEPARTMENT))
            .filter("customer", FilterType.oneId(IdType.CUSTOMER))
            .build();

    private final ReadTrustAlerts read;
    private final AnswerTrustAlert answer;
    private final LookAfterRelationship lookAfter;
    private final Lists lists;

    TrustAlertController(ReadTrustAlerts read, AnswerTrustAlert answer, LookAfterRelationship lookAfter, Lists lists) {
        this.read = read;
        this.answer = answer;
        this.lookAfter = lookAfter;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listTrustAlerts", ALERTS)
                .optionalBody("acknowledgeTrustAlert", TrustAlertController::note, "{\"note\":\"今天下午给她打电话\"}")
                .problems("acknowledgeTrustAlert", ProblemCode.STATE_CONFLICT)
                .body("closeTrustAlert", TrustAlertController::closing, "{\"reason\":\"HANDLED\",\"note\":\"已换货并致歉\"}")
                .problems("closeTrustAlert", ProblemCode.STATE_CONFLICT)
                .body(
                        "orderTrustCare",
                        TrustAlertController::order,
                        "{\"text\":\"您好，上次的事给您添麻烦了\",\"expiresAt\":\"2026-12-01T02:00:00Z\"}")
                .problems("orderTrustCare", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listTrustAlerts",
            summary = "List relationships that lose their trust · 列出信任预警",
            description =
                    "Who, how much, by which evidence, since when, and what to do. The engine looks at all relationships"
                            + " once a day; a relationship has at most one alert of a kind as long as what raised it holds. The"
                            + " newest comes first.")
    Page<TrustAlertResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(ALERTS, request);
        @Nullable Place after = query.page().after();
        var wanted = new ReadTrustAlerts.Wanted(
                Set.copyOf(query.all("state", RelationshipAlert.State.class)),
                Set.copyOf(query.all("kind", AlertKind.class)),
                query.one("staff", PublicId.class).orElse(null),
                query.one("department", PublicId.class).orElse(null),
                query.one("customer", PublicId.class).orElse(null));
        var rows = read.page(
                caller,
                wanted,
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        Masks masks = Masks.of(caller);
        return lists.page(
                query, rows, row -> new Place("", row.alert().id()), row -> TrustAlertResource.of(row, masks));
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get("/{alert}")
    @Operation(
            operationId = "getTrustAlert",
            summary = "Read one alert · 查看信任预警",
            description = "What each kind of evidence changed within the window, and what was done about it.")
    TrustAlertResource show(Caller caller, @PathVariable @Schema(example = ALERT, maxLength = 30) String alert) {
        return read.one(caller, id(alert))
                .map(view -> TrustAlertResource.of(view, Masks.of(caller)))
                .orElseThrow(() -> unknown(alert));
    }

    private record Note(@Nullable String note) {}

    private static Note note(Input in) {
        return new Note(in.text("note", RelationshipAlert.LONGEST_NOTE).orNull());
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post("/{alert}/acknowledgements")
    @Operation(
            operationId = "acknowledgeTrustAlert",
            summary = "Take care of an alert · 确认信任预警",
            description = "Says that somebody looks after the relationship. Saying it again changes nothing.")
    @ApiResponse(responseCode = "201", description = "It is written down", useReturnTypeSchema = true)
    HttpResponse<TrustAlertResource> acknowledge(
            Caller caller,
            @PathVariable @Schema(example = ALERT, maxLength = 30) String alert,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        var command = new AnswerTrustAlert.Command(
                caller,
                id(alert),
                null,
                body.readIfAny(TrustAlertController::note).note());
        return write.run(() -> answered(caller, alert, command, request));
    }

    private record Closing(Reason reason, @Nullable String note) {}

    private static Closing closing(Input in) {
        return new Closing(
                in.oneOf("reason", Reason.class)
                        .where(
                                Reason::given,
                                ProblemCode.NOT_ALLOWED,
                                Text.of("Only the product gives this reason.", "此原因只由系统给出。"))
                        .get(),
                in.text("note", RelationshipAlert.LONGEST_NOTE).orNull());
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post("/{alert}/closings")
    @Operation(
            operationId = "closeTrustAlert",
            summary = "Close an alert · 关闭信任预警",
            description =
                    "HANDLED or NOT_NEEDED. It isn't raised again while what raised it holds, but is when it happens anew.")
    @ApiResponse(responseCode = "201", description = "It is closed", useReturnTypeSchema = true)
    HttpResponse<TrustAlertResource> close(
            Caller caller,
            @PathVariable @Schema(example = ALERT, maxLength = 30) String alert,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        Closing closing = body.read(TrustAlertController::closing);
        var command = new AnswerTrustAlert.Command(caller, id(alert), closing.reason(), closing.note());
        return write.run(() -> answered(caller, alert, command, request));
    }

    private HttpResponse<TrustAlertResource> answered(
            Caller caller, String alert, AnswerTrustAlert.Command command, HttpRequest<?> request) {
        return switch (answer.handle(command)) {
            case Outcome.Answered(var view) ->
                HttpResponse.<TrustAlertResource>created(parent(request))
                        .body(TrustAlertResource.of(view, Masks.of(caller)));
            case Outcome.Closed(var closed) ->
                throw Problems.conflict(
                        Text.of("This alert was closed before: %s.", "此预警此前已关闭：%s。", String.valueOf(closed.reason())));
            case Outcome.Unknown() -> throw unknown(alert);
        };
    }

    private record Order(@Nullable String text, @Nullable Instant dueAt, Instant expiresAt) {}

    private static Order order(Input in) {
        return new Order(
                in.text("text", 4000).orNull(),
                in.instant("dueAt").orNull(),
                in.instant("expiresAt").get());
    }

    @Needs(Scope.TASKS_WRITE)
    @Post("/{alert}/tasks")
    @Operation(
            operationId = "orderTrustCare",
            summary = "Make a task of an alert · 预警转待办",
            description =
                    "Puts it on the worklist of whoever holds the account. An alert has one task at most: asked again it is"
                            + " the same.")
    @ApiResponse(responseCode = "201", description = "The alert with its task", useReturnTypeSchema = true)
    HttpResponse<TrustAlertResource> care(
            Caller caller,
            @PathVariable @Schema(example = ALERT, maxLength = 30) String alert,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        Order order = body.read(TrustAlertController::order);
        var command =
                new LookAfterRelationship.Command(caller, id(alert), order.text(), order.dueAt(), order.expiresAt());
        return write.run(() -> switch (lookAfter.handle(command)) {
            case LookAfterRelationship.Outcome.Ordered _ ->
                HttpResponse.<TrustAlertResource>created(parent(request)).body(show(caller, alert));
            case LookAfterRelationship.Outcome.Closed() ->
                throw Problems.conflict(Text.of("This alert is closed.", "此预警已关闭。"));
            case LookAfterRelationship.Outcome.Stopped(var reason) ->
                throw Problems.conflict(Text.of("The customer must not be bothered: %s.", "不能打扰该客户：%s。", reason));
            case LookAfterRelationship.Outcome.Forbidden(var claims) -> throw Problems.forbiddenClaim("/text", claims);
            case LookAfterRelationship.Outcome.TooLate(var now) ->
                throw Problems.body(
                        "/expiresAt",
                        ProblemCode.OUT_OF_RANGE,
                        Text.of("It would be of no use any more; it is %s.", "已经失效，现在是 %s。", now));
            case LookAfterRelationship.Outcome.Unknown() -> throw unknown(alert);
        });
    }

    private static URI parent(HttpRequest<?> request) {
        String path = request.getPath();
        return URI.create(path.substring(0, path.lastIndexOf('/')));
    }

    private static PublicId id(String alert) {
        return IdType.TRUST_ALERT.inPath("alert", alert);
    }

    private static ProblemException unknown(String alert) {
        return Problems.notFound(IdType.TRUST_ALERT.label(), alert);
    }
}
