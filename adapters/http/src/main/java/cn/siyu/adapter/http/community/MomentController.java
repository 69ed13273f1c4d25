package cn.siyu.adapter.http.community;

import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.community.CancelMoment;
import cn.siyu.application.community.PlanMoment;
import cn.siyu.application.community.PlanMoment.Outcome;
import cn.siyu.application.community.ReadMoments;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.domain.id.PublicId;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Posts to moments (朋友圈), independent of any SOP.
@Controller("/v1/brands/{brand}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Moments")
final class MomentController implements Contract.Owner {
    private static final String MOMENT = "mom_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final Listing MOMENTS = Numbered.listing().build();
    private static final Listing SILENCES = Numbered.listing()
            .filter("account", FilterType.oneId(IdType.CHANNEL_ACCOUNT))
            .build();
    private static final int MOST_TAGS = 100;

    private final PlanMoment plan;
    private final CancelMoment cancel;
    private final ReadMoments read;
    private final Lists lists;

    MomentController(PlanMoment plan, CancelMoment cancel, ReadMoments read, Lists lists) {
        this.plan = plan;
        this.cancel = cancel;
        this.read = read;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listMoments", MOMENTS)
                .list("listMomentSilences", SILENCES)
                .body(
                        "planMoment",
                        Wish::read,
                        "{\"material\":\"mat_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"accounts\":[\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"],"
                                + "\"visibleTo\":[],\"publishAt\":\"2026-12-01T02:00:00Z\"}")
                .problems("cancelMoment", ProblemCode.STATE_CONFLICT);
    }

    /// What is to be posted.
    private record Wish(
            PublicId material,
            List<PublicId> accounts,
            List<PublicId> visibleTo,
            @Nullable Instant publishAt,
            @Nullable Instant confirmBy) {
        static Wish read(Input in) {
            return new Wish(
                    in.id("material", IdType.MATERIAL).get(),
                    in.list("accounts", 1, PlanMoment.MOST_ACCOUNTS)
                            .ids(IdType.CHANNEL_ACCOUNT)
                            .get(),
                    in.list("visibleTo", 0, MOST_TAGS).ids(IdType.TAG).or(List.of()),
                    in.instant("publishAt").orNull(),
                    in.instant("confirmBy").orNull());
        }
    }

    @Needs(Scope.SENDS_READ)
    @Takes(Takes.LISTING)
    @Get("/moments")
    @Operation(
            operationId = "listMoments",
            summary = "List moments plans · 列出朋友圈计划",
            description =
                    "In the order in which they were made, with how many posts of accounts that the key sees stand where.")
    Page<MomentResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                MOMENTS,
                request,
                (_, after, atMost) -> read.plans(caller, after, atMost),
                view -> view.plan().id().value(),
                MomentResource::of);
    }

    @Needs(Scope.SENDS_READ)
    @Get("/moments/{moment}")
    @Operation(
            operationId = "getMoment",
            summary = "Show a moments plan · 查看朋友圈计划",
            description = "With how many posts of accounts that the key sees stand where.")
    MomentResource show(Caller caller, @PathVariable @Schema(example = MOMENT, maxLength = 30) String moment) {
        return read.plan(caller, IdType.MOMENT.inPath("moment", moment))
                .map(MomentResource::of)
                .orElseThrow(() -> unknown(moment));
    }

    @Needs(Scope.SENDS_WRITE)
    @Post("/moments")
    @Operation(
            operationId = "planMoment",
            summary = "Plan a post to moments · 计划发表朋友圈",
            description =
                    "By the platform's means where the channel has them (staff confirm), else as a task for whoever works the"
                            + " account. An account that has its posts of the day, or that nobody would see, is REFUSED"
                            + " with its reason; the others post. Without publishAt: now.")
    @ApiResponse(responseCode = "201", description = "It is planned", useReturnTypeSchema = true)
    HttpResponse<MomentResource> plan(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        Wish wish = body.read(Wish::read);
        return write.run(() -> {
            var command = new PlanMoment.Command(
                    caller, wish.material(), wish.accounts(), wish.visibleTo(), wish.publishAt(), wish.confirmBy());
            return switch (plan.handle(command)) {
                case Outcome.Planned(var made) -> {
                    String id = IdType.MOMENT.format(made.publicId());
                    yield Created.under(request, id, show(caller, id));
                }
                case Outcome.Unknown(var what, int index) -> throw MomentProblems.unknown(what, index);
                case Outcome.Personal(var variables) -> throw MomentProblems.personal(variables);
                case Outcome.Unfit(var rendering) -> throw MomentProblems.unfit(rendering);
                case Outcome.Forbidden(var claims) -> throw MomentProblems.forbidden(claims);
                case Outcome.TooLate(var what, var now) -> throw MomentProblems.tooLate(what, now);
            };
        });
    }

    @Needs(Scope.SENDS_WRITE)
    @Post("/moments/{moment}/cancellations")
    @Operation(
            operationId = "cancelMoment",
            summary = "Call a moments plan off · 取消朋友圈计划",
            description =
                    "Before the first post has been handed to the platform or to a person; later 409. Saying it again changes"
                            + " nothing.")
    HttpResponse<MomentResource> cancel(
            Caller caller, @PathVariable @Schema(example = MOMENT, maxLength = 30) String moment, Write write) {
        PublicId id = IdType.MOMENT.inPath("moment", moment);
        return write.run(() -> switch (cancel.handle(caller, id)) {
            case CancelMoment.Outcome.Cancelled _ -> HttpResponse.ok(show(caller, moment));
            case CancelMoment.Outcome.UnderWay() ->
                throw Problems.conflict(Text.of(
                        "Posts have been handed out already: people and the platform have them in hand.",
                        "已有发表任务下发，平台与成员正在处理，无法取消。"));
            case CancelMoment.Outcome.Unknown() -> throw unknown(moment);
        });
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get("/moment-silences")
    @Operation(
            operationId = "listMomentSilences",
            summary = "From whom moments are hidden · 列出不感兴趣静默",
            description =
                    "Customers who said \"not interested\" to an account that the key sees, and until when: 7 days, then 30, then a"
                            + " year, in the platform's zone.")
    Page<MomentSilenceResource> silences(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                SILENCES,
                request,
                (query, after, atMost) -> read.silenced(
                        caller, query.one("account", PublicId.class).orElse(null), after, atMost),
                MomentAudiences.Silenced::number,
                MomentSilenceResource::of);
    }

    static ProblemException unknown(String moment) {
        return Problems.notFound(IdType.MOMENT.label(), moment);
    }
}
