package cn.siyu.adapter.http.community;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.community.ReadMoments;
import cn.siyu.application.community.ReportReactions;
import cn.siyu.application.community.ReportReactions.Kind;
import cn.siyu.application.community.ReportReactions.Reaction;
import cn.siyu.application.community.SettleMomentPost;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The posts of a moments plan, one per account.
@Controller("/v1/brands/{brand}/moments/{moment}/posts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Moments")
final class MomentPostController implements Contract.Owner {
    private static final String MOMENT = "mom_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final String POST = "mop_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final Listing POSTS = Numbered.listing().build();

    private final ReadMoments read;
    private final SettleMomentPost settle;
    private final ReportReactions report;
    private final Lists lists;

    MomentPostController(ReadMoments read, SettleMomentPost settle, ReportReactions report, Lists lists) {
        this.read = read;
        this.settle = settle;
        this.report = report;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listMomentPosts", POSTS)
                .body("settleMomentPost", in -> in.flag("published").get(), "{\"published\":true}")
                .problems("settleMomentPost", ProblemCode.STATE_CONFLICT)
                .body(
                        "reportMomentReactions",
                        MomentPostController::reactions,
                        "{\"reactions\":[{\"relationship\":\"rel_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"kind\":\"LIKED\"}]}")
                .problems("reportMomentReactions", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.SENDS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listMomentPosts",
            summary = "List the posts of a moments plan · 列出各账号的发表",
            description =
                    "Of accounts that the key sees: where each stands and why, for whom it is, likes and comments.")
    Page<MomentPostResource> list(
            Caller caller,
            @PathVariable @Schema(example = MOMENT, maxLength = 30) String moment,
            HttpRequest<?> request) {
        PublicId id = IdType.MOMENT.inPath("moment", moment);
        ListQuery query = lists.read(POSTS, request);
        @Nullable Place after = query.page().after();
        var rows = read.posts(
                        caller,
                        id,
                        after == null ? 0 : after.id(),
                        query.page().withOneMore().limit())
                .orElseThrow(() -> MomentController.unknown(moment));
        return lists.page(query, rows, row -> new Place("", row.post().id().value()), MomentPostResource::of);
    }

    @Needs(Scope.SENDS_READ)
    @Get("/{post}")
    @Operation(
            operationId = "getMomentPost",
            summary = "Show an account's post · 查看账号的发表",
            description = "Where it stands and why, for whom it is, likes and comments.")
    MomentPostResource show(
            Caller caller,
            @PathVariable @Schema(example = MOMENT, maxLength = 30) String moment,
            @PathVariable @Schema(example = POST, maxLength = 30) String post) {
        return read.post(caller, IdType.MOMENT.inPath("moment", moment), IdType.MOMENT_POST.inPath("post", post))
                .map(MomentPostResource::of)
                .orElseThrow(() -> unknown(post));
    }

    @Needs(Scope.SENDS_WRITE)
    @Post("/{post}/settlements")
    @Operation(
            operationId = "settleMomentPost",
            summary = "Say what became of an unknown post · 核实未知的发表",
            description =
                    "Of a post in the state UNKNOWN: somebody looked whether it is posted. The product never tries it again by"
                            + " itself.")
    HttpResponse<MomentPostResource> settle(
            Caller caller,
            @PathVariable @Schema(example = MOMENT, maxLength = 30) String moment,
            @PathVariable @Schema(example = POST, maxLength = 30) String post,
            JsonBody body,
            Write write) {
        boolean published = body.read(in -> in.flag("published").get());
        var command = new SettleMomentPost.Command(
                caller, IdType.MOMENT.inPath("moment", moment), IdType.MOMENT_POST.inPath("post", post), published);
        return write.run(() -> switch (settle.handle(command)) {
            case SettleMomentPost.Outcome.Settled _ -> HttpResponse.ok(show(caller, moment, post));
            case SettleMomentPost.Outcome.Known(var state) ->
                throw Problems.conflict(Text.of("It is known what became of it: %s.", "其结果已知：%s。", state));
            case SettleMomentPost.Outcome.Unknown() -> throw unknown(post);
        });
    }

    @Needs(Scope.INTERACTIONS_WRITE)
    @Post("/{post}/reactions")
    @Operation(
            operationId = "reportMomentReactions",
            summary = "Report how customers took a post · 回报点赞评论",
            description =
                    "What an operator saw under a published post: likes, comments, \"not interested\". They become interactions,"
                            + " with all that follows for trust, stage and silence; said again they change nothing.")
    HttpResponse<MomentPostResource> report(
            Caller caller,
            @PathVariable @Schema(example = MOMENT, maxLength = 30) String moment,
            @PathVariable @Schema(example = POST, maxLength = 30) String post,
            JsonBody body,
            Write write) {
        var command = new ReportReactions.Command(
                caller,
                IdType.MOMENT.inPath("moment", moment),
                IdType.MOMENT_POST.inPath("post", post),
                body.read(MomentPostController::reactions));
        return write.run(() -> switch (report.handle(command)) {
            case ReportReactions.Outcome.Taken _ -> HttpResponse.ok(show(caller, moment, post));
            case ReportReactions.Outcome.UnknownRelationship(int index) ->
                throw Problems.body(
                        "/reactions/" + index + "/relationship",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("The account that posted has no such relationship.", "发表该内容的账号没有此客户关系。"));
            case ReportReactions.Outcome.InTheFuture(int index, var now) ->
                throw Problems.body(
                        "/reactions/" + index + "/at",
                        ProblemCode.OUT_OF_RANGE,
                        Text.of("This has not come yet; it is %s.", "此时间尚未到来，现在是 %s。", now));
            case ReportReactions.Outcome.NotPosted(var state) ->
                throw Problems.conflict(Text.of("It is not published but %s.", "尚未发表，状态为 %s。", state));
            case ReportReactions.Outcome.Unknown() -> throw unknown(post);
        });
    }

    private static List<Reaction> reactions(Input in) {
        return in.list("reactions", 1, ReportReactions.MOST)
                .objects(one -> new Reaction(
                        one.id("relationship", IdType.RELATIONSHIP).get(),
                        one.oneOf("kind", Kind.class).get(),
                        one.instant("at").orNull()))
                .get();
    }

    private static ProblemException unknown(String post) {
        return Problems.notFound(IdType.MOMENT_POST.label(), post);
    }
}
