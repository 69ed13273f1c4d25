package cn.siyu.adapter.http.intake;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.intake.CancelSynchronization;
import cn.siyu.application.intake.ReadSynchronizations;
import cn.siyu.application.intake.StartSynchronization;
import cn.siyu.application.intake.Synchronization;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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

/// Comparisons of all contacts of a connection with what is known here (同步).
@Controller("/v1/brands/{brand}/synchronizations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Synchronisations")
final class SynchronizationController implements Contract.Owner {
    private static final Listing RUNS = Listing.inOrderOf("-startedAt").build();
    private static final Listing ACCOUNTS = Listing.inOrderOf("account").build();
    private static final int FIRST_PROBLEMS = 20;
    private static final int NAME = 60;

    private final StartSynchronization start;
    private final CancelSynchronization cancel;
    private final ReadSynchronizations read;
    private final Lists lists;

    SynchronizationController(
            StartSynchronization start, CancelSynchronization cancel, ReadSynchronizations read, Lists lists) {
        this.start = start;
        this.cancel = cancel;
        this.read = read;
        this.lists = lists;
    }

    private record Wish(String connection, Synchronization.Kind kind) {
        static Wish read(Input in) {
            return new Wish(
                    in.text("connection", NAME).get(),
                    in.oneOf("kind", Synchronization.Kind.class).get());
        }
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listSynchronizations", RUNS)
                .list("listSynchronizationAccounts", ACCOUNTS)
                .body("startSynchronization", Wish::read, "{\"connection\":\"main\",\"kind\":\"INITIAL\"}")
                .problems("startSynchronization", ProblemCode.STATE_CONFLICT)
                .problems("cancelSynchronization", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.SYNCHRONIZATIONS_WRITE)
    @Post
    @Operation(
            operationId = "startSynchronization",
            summary = "Compare all contacts with the channel's · 开始同步",
            description =
                    "Begins and answers at once; read the synchronisation until it is no longer RUNNING. INITIAL takes"
                            + " over a corp that exists and enrols nobody; RECONCILIATION finds what callbacks missed and enrols"
                            + " who became a contact after the first success. Neither greets anybody. One runs per connection.")
    @ApiResponse(responseCode = "202", description = "It runs", useReturnTypeSchema = true)
    HttpResponse<SynchronizationResource> begin(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        return write.run(() -> {
            var run = begun(caller, body.read(Wish::read));
            var resource = shown(caller, run.publicId());
            return HttpResponse.<SynchronizationResource>status(HttpStatus.ACCEPTED)
                    .header(HttpHeaders.LOCATION, request.getPath() + "/" + resource.id())
                    .header(HttpHeaders.RETRY_AFTER, "2")
                    .body(resource);
        });
    }

    private Synchronization begun(Caller caller, Wish wish) {
        var command = new StartSynchronization.Command(caller, wish.connection(), wish.kind());
        return switch (start.handle(command)) {
            case StartSynchronization.Outcome.Started(var run) -> run;
            case StartSynchronization.Outcome.ConnectionUnknown() ->
                throw Problems.body(
                        "/connection",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("The brand has no connection of this name.", "该品牌没有此名称的连接。"));
            case StartSynchronization.Outcome.NotAble() ->
                throw Problems.body(
                        "/connection",
                        ProblemCode.NOT_ALLOWED,
                        Text.of("This channel does not tell who its contacts are.", "该渠道无法提供联系人列表。"));
            case StartSynchronization.Outcome.NoAccounts() ->
                throw Problems.conflict(Text.of(
                        "No channel account that is in use is reached by this connection; add the accounts first.",
                        "没有使用此连接的渠道账号，请先添加账号。"));
            case StartSynchronization.Outcome.StillRunning(var other) ->
                throw Problems.conflict(Text.of(
                        "Another synchronisation of this connection (%s) has not ended yet.",
                        "该连接的另一次同步（%s）尚未结束。", IdType.SYNCHRONIZATION.format(other.publicId())));
        };
    }

    @Needs(Scope.SYNCHRONIZATIONS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listSynchronizations",
            summary = "List synchronisations · 列出同步",
            description = "The newest comes first. Only a key that sees the whole brand sees them.")
    Page<SynchronizationResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(RUNS, request);
        Place after = query.page().after();
        var views = read.newest(
                caller,
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        return lists.page(
                query, views, view -> new Place("", view.run().id()), view -> SynchronizationResource.of(view, null));
    }

    @Needs(Scope.SYNCHRONIZATIONS_READ)
    @Get("/{synchronization}")
    @Operation(
            operationId = "getSynchronization",
            summary = "How far a synchronisation is · 查询同步进度",
            description = "With the first accounts that could not be read and why. Ask again while state is RUNNING.")
    SynchronizationResource show(
            Caller caller,
            @PathVariable("synchronization") @Schema(example = "syn_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
                    String id) {
        return shown(caller, IdType.SYNCHRONIZATION.inPath("synchronization", id));
    }

    private SynchronizationResource shown(Caller caller, PublicId id) {
        var view = read.one(caller, id).orElseThrow(() -> unknown(IdType.SYNCHRONIZATION.format(id)));
        var problems = read.parts(caller, view.run(), 0, true, FIRST_PROBLEMS).stream()
                .map(SynchronizationAccountResource::of)
                .toList();
        return SynchronizationResource.of(view, problems);
    }

    @Needs(Scope.SYNCHRONIZATIONS_READ)
    @Takes(Takes.LISTING)
    @Get("/{synchronization}/accounts")
    @Operation(
            operationId = "listSynchronizationAccounts",
            summary = "How far each account is · 列出各账号的同步情况",
            description =
                    "One entry for each channel account of the connection, with what was found and what went wrong.")
    Page<SynchronizationAccountResource> accounts(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable("synchronization") @Schema(example = "syn_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
                    String id) {
        var view = read.one(caller, IdType.SYNCHRONIZATION.inPath("synchronization", id))
                .orElseThrow(() -> unknown(id));
        ListQuery query = lists.read(ACCOUNTS, request);
        Place after = query.page().after();
        var parts = read.parts(
                caller,
                view.run(),
                after == null ? 0 : after.id(),
                false,
                query.page().withOneMore().limit());
        return lists.page(
                query, parts, one -> new Place("", one.part().account().value()), SynchronizationAccountResource::of);
    }

    @Needs(Scope.SYNCHRONIZATIONS_WRITE)
    @Post("/{synchronization}/cancellations")
    @Operation(
            operationId = "cancelSynchronization",
            summary = "Stop a synchronisation · 取消同步",
            description = "It goes on no more; what was taken over stays.")
    HttpResponse<SynchronizationResource> stop(
            Caller caller,
            @PathVariable("synchronization") @Schema(example = "syn_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
                    String id,
            Write write) {
        PublicId wanted = IdType.SYNCHRONIZATION.inPath("synchronization", id);
        return write.run(() -> switch (cancel.handle(new CancelSynchronization.Command(caller, wanted))) {
            case CancelSynchronization.Outcome.Cancelled _ -> HttpResponse.ok(shown(caller, wanted));
            case CancelSynchronization.Outcome.Unknown() -> throw unknown(id);
            case CancelSynchronization.Outcome.Ended _ ->
                throw Problems.conflict(Text.of("It has ended already.", "同步已经结束。"));
        });
    }

    private static RuntimeException unknown(String id) {
        return Problems.notFound(new Text("synchronisation", "同步"), id);
    }
}
