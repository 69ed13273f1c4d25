package cn.siyu.adapter.http.task;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Mistake;
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
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.application.intake.ReportOnTask;
import cn.siyu.application.task.ClaimTask;
import cn.siyu.application.task.EndTask;
import cn.siyu.application.task.EndTask.How;
import cn.siyu.application.task.EndTask.Outcome;
import cn.siyu.application.task.ReadTasks;
import cn.siyu.application.task.TaskView;
import cn.siyu.application.task.port.Tasks.Place;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Observation;
import cn.siyu.domain.task.Task.Claim;
import cn.siyu.domain.task.Task.State;
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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people have to do.
@Controller("/v1/brands/{brand}/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tasks")
final class TaskController implements Contract.Owner {
    private static final int LONGEST = 1000;
    private static final Listing TASKS = Listing.inOrderOf("dueAt")
            .filter("state", FilterType.oneOf(TaskState.class))
            .filter("staff", FilterType.oneId(IdType.STAFF))
            .filter("customer", FilterType.oneId(IdType.CUSTOMER))
            .filter("dueAt", FilterType.instant())
            .build();

    private final ReadTasks read;
    private final TaskFilters filters;
    private final EndTask end;
    private final ClaimTask claims;
    private final ReportOnTask report;
    private final ViewCustomer customers;
    private final Lists lists;

    TaskController(
            ReadTasks read,
            TaskFilters filters,
            EndTask end,
            ClaimTask claims,
            ReportOnTask report,
            ViewCustomer customers,
            Lists lists) {
        this.read = read;
        this.filters = filters;
        this.end = end;
        this.claims = claims;
        this.report = report;
        this.customers = customers;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listTasks", TASKS)
                .body("completeTask", TaskController::done, "{\"note\":\"客户很满意\"}")
                .problems("completeTask", ProblemCode.STATE_CONFLICT)
                .body("skipTask", TaskController::skipped, "{\"reason\":\"打不通\"}")
                .problems("skipTask", ProblemCode.STATE_CONFLICT)
                .body("reportOnTask", TaskController::seen, "{\"saw\":[\"REPLIED\"]}")
                .problems("reportOnTask", ProblemCode.STATE_CONFLICT)
                .body("failTask", TaskController::failed, "{\"reason\":\"搜不到此人\"}")
                .problems("failTask", ProblemCode.STATE_CONFLICT)
                .problems("claimTask", ProblemCode.STATE_CONFLICT)
                .problems("releaseTask", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.TASKS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listTasks",
            summary = "List tasks · 列出待办",
            description =
                    "What people have to do, what is due first comes first. A key bound to a staff member sees that member's.")
    Page<TaskResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(TASKS, request);
        PageRequest.@Nullable Place after = query.page().after();
        Masks masks = Masks.of(caller);
        List<TaskView> rows = filters.of(caller, query)
                .map(wanted -> read.tasks(
                        caller,
                        wanted,
                        after == null ? null : new Place(Instant.parse(after.key()), after.id()),
                        query.page().withOneMore().limit()))
                .orElse(List.of());
        return lists.page(query, rows, TaskController::place, row -> TaskResource.of(row, masks));
    }

    private static PageRequest.Place place(TaskView row) {
        return new PageRequest.Place(
                row.task().dueAt().toString(), row.task().id().value());
    }

    @Needs(Scope.TASKS_READ)
    @Get("/{task}")
    @Operation(
            operationId = "getTask",
            summary = "Read one task · 查看一条待办",
            description = "For whom it is, what to do and to say, and how it ended if it has.")
    TaskResource show(
            Caller caller,
            @PathVariable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String task) {
        return read.task(caller, IdType.TASK.inPath("task", task))
                .map(view -> TaskResource.of(view, Masks.of(caller)))
                .orElseThrow(() -> unknown(task));
    }

    @Needs(Scope.TASKS_WRITE)
    @Post("/{task}/completions")
    @Operation(
            operationId = "completeTask",
            summary = "Say that a task is done · 完成待办",
            description =
                    "A task that stands for a message delivers it: from then on an answer of the customer counts. A task ends"
                            + " once; if it has ended, 409 says how and when.")
    @ApiResponse(responseCode = "201", description = "The task is done", useReturnTypeSchema = true)
    HttpResponse<TaskResource> complete(
            Caller caller,
            @PathVariable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String task,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        return end(caller, task, body.read(TaskController::done), write, request);
    }

    @Needs(Scope.TASKS_WRITE)
    @Post("/{task}/skips")
    @Operation(
            operationId = "skipTask",
            summary = "Say that a task won't be done · 跳过待办",
            description =
                    "With the reason. A task that stands for a message takes it back, and what it had used of the brand's cap.")
    @ApiResponse(responseCode = "201", description = "The task is skipped", useReturnTypeSchema = true)
    HttpResponse<TaskResource> skip(
            Caller caller,
            @PathVariable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String task,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        return end(caller, task, body.read(TaskController::skipped), write, request);
    }

    @Needs(Scope.TASKS_WRITE)
    @Post("/{task}/failures")
    @Operation(
            operationId = "failTask",
            summary = "Say that a task could not be done · 待办失败",
            description =
                    "It was tried: for the pace of its account it counts. A task that stands for a message takes it back.")
    @ApiResponse(responseCode = "201", description = "The task has failed", useReturnTypeSchema = true)
    HttpResponse<TaskResource> fail(
            Caller caller,
            @PathVariable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String task,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        return end(caller, task, body.read(TaskController::failed), write, request);
    }

    @Needs(Scope.TASKS_WRITE)
    @Post("/{task}/observations")
    @Operation(
            operationId = "reportOnTask",
            summary = "Say what was seen while working a task · 回报所见",
            description =
                    "Whether the customer accepted, answered, liked, wants no more moments, deleted the account, or the platform warned: it becomes a"
                            + " relationship, interactions, evidence, health. Also after the task ended. Said twice it"
                            + " changes nothing more.")
    @ApiResponse(responseCode = "201", description = "It is taken in", useReturnTypeSchema = true)
    HttpResponse<TaskResource> report(
            Caller caller,
            @PathVariable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String task,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        Saw saw = body.read(TaskController::seen);
        var id = IdType.TASK.inPath("task", task);
        return write.run(() -> switch (report.handle(new ReportOnTask.Command(
                caller, id, saw.all(), saw.friend(), saw.at(), customer(caller, saw.sameAs())))) {
            case ReportOnTask.Outcome.Taken() ->
                HttpResponse.<TaskResource>created(parent(request)).body(show(caller, task));
            case ReportOnTask.Outcome.Senseless(var observation) ->
                throw Problems.conflict(Text.of("%s can't have been seen on this task.", "此待办不可能看到 %s。", observation));
            case ReportOnTask.Outcome.InTheFuture(var now) ->
                throw Problems.body(List.of(Mistake.at(
                        "/occurredAt",
                        ProblemCode.OUT_OF_RANGE,
                        Text.of("This has not come yet; it is %s.", "时间未到，现在是 %s。", now))));
            case ReportOnTask.Outcome.NotTwice() ->
                throw Problems.body(List.of(Mistake.at(
                        "/sameAs",
                        ProblemCode.NOT_ALLOWED,
                        Text.of(
                                "It goes with ACCEPTED of a task of kind DOUBLE_ADD; leave it out.",
                                "仅用于 DOUBLE_ADD 待办的 ACCEPTED 回报；请去掉。"))));
            case ReportOnTask.Outcome.NotThere() ->
                throw Problems.body(List.of(Mistake.at(
                        "/sameAs",
                        ProblemCode.NOT_ALLOWED,
                        Text.of(
                                "This customer is on no other account of whoever works this one. Name whom the other app shows as new.",
                                "该客户不在同一成员的其他渠道账号上。请写另一个应用里新出现的客户。"))));
            case ReportOnTask.Outcome.Unknown() -> throw unknown(task);
        });
    }

    private @Nullable CustomerId customer(Caller caller, @Nullable PublicId customer) {
        return customer == null
                ? null
                : customers
                        .find(caller.brand(), caller.sees(), customer)
                        .orElseThrow(() -> Problems.body(List.of(Mistake.at(
                                "/sameAs",
                                ProblemCode.REFERENCE_UNKNOWN,
                                Text.of("There is no such customer.", "没有此客户。")))));
    }

    /// What was seen.
    private record Saw(
            Set<Observation> all,
            @Nullable String friend,
            @Nullable Instant at,
            @Nullable PublicId sameAs) {}

    private static Saw seen(Input in) {
        return new Saw(
                Set.copyOf(in.list("saw", 1, 8).oneOf(Observation.class).or(List.of())),
                in.text("friend", 100).orNull(),
                in.instant("occurredAt").orNull(),
                in.id("sameAs", IdType.CUSTOMER).orNull());
    }

    @Needs(Scope.TASKS_WRITE)
    @Post("/{task}/claims")
    @Operation(
            operationId = "claimTask",
            summary = "Take a task in hand · 领取待办",
            description =
                    "Nobody else can end it until the claim is over or released; claiming again makes it longer. 409 says who"
                            + " has it, that its account has done enough for today or is closed, or that its persona forbids what it says.")
    @ApiResponse(responseCode = "201", description = "The task is in hand", useReturnTypeSchema = true)
    HttpResponse<TaskResource> claim(
            Caller caller,
            @PathVariable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String task,
            Write write,
            HttpRequest<?> request) {
        var command = new ClaimTask.Command(caller, IdType.TASK.inPath("task", task));
        return write.run(() -> claimed(caller, task, claims.handle(command), request));
    }

    @Needs(Scope.TASKS_WRITE)
    @Post("/{task}/releases")
    @Operation(
            operationId = "releaseTask",
            summary = "Let a task go · 放回待办",
            description = "It is free for everybody again. A task that nobody has in hand stays as it is.")
    @ApiResponse(responseCode = "201", description = "The task is free", useReturnTypeSchema = true)
    HttpResponse<TaskResource> release(
            Caller caller,
            @PathVariable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String task,
            Write write,
            HttpRequest<?> request) {
        var command = new ClaimTask.Command(caller, IdType.TASK.inPath("task", task));
        return write.run(() -> claimed(caller, task, claims.release(command), request));
    }

    private HttpResponse<TaskResource> claimed(
            Caller caller, String task, ClaimTask.Outcome outcome, HttpRequest<?> request) {
        return switch (outcome) {
            case ClaimTask.Outcome.Claimed _, ClaimTask.Outcome.Released _ ->
                HttpResponse.<TaskResource>created(parent(request)).body(show(caller, task));
            case ClaimTask.Outcome.Held(var claim) -> throw Problems.conflict(held(claim));
            case ClaimTask.Outcome.Over(var state) -> throw Problems.conflict(ended(state));
            case ClaimTask.Outcome.Paced(int perDay, var again) ->
                throw Problems.conflict(Text.of(
                        "The account has done its %s of today; there is room again at %s.",
                        "该账号今天的 %s 次已满，%s 起可继续。", perDay, again));
            case ClaimTask.Outcome.Unsaid(var claims) ->
                throw Problems.conflict(Text.of(
                        "The persona of the account has come to forbid %s since this task was made. Skip it, or change the"
                                + " persona.",
                        "此待办生成后，账号人设已禁用：%s。请跳过，或修改人设。", String.join("、", claims)));
            case ClaimTask.Outcome.AccountGone() ->
                throw Problems.conflict(
                        Text.of("The platform closed the account of this task. Skip it.", "此待办的账号已被封号。请跳过。"));
            case ClaimTask.Outcome.Unknown() -> throw unknown(task);
        };
    }

    private static Text held(Claim claim) {
        return Text.of("Somebody else has this task in hand until %s.", "此待办已被他人领取，到 %s 为止。", claim.until());
    }

    private static How.Failed failed(Input in) {
        return new How.Failed(in.text("reason", LONGEST).get());
    }

    private static How.Done done(Input in) {
        return new How.Done(in.text("note", LONGEST).orNull());
    }

    private static How.Skipped skipped(Input in) {
        return new How.Skipped(in.text("reason", LONGEST).get());
    }

    private HttpResponse<TaskResource> end(Caller caller, String task, How how, Write write, HttpRequest<?> request) {
        PublicId id = IdType.TASK.inPath("task", task);
        return write.run(() -> switch (end.handle(new EndTask.Command(caller, id, how))) {
            case Outcome.Ended _ ->
                HttpResponse.<TaskResource>created(parent(request)).body(show(caller, task));
            case Outcome.Before(var state) -> throw Problems.conflict(ended(state));
            case Outcome.Held(var claim) -> throw Problems.conflict(held(claim));
            case Outcome.Unknown() -> throw unknown(task);
        });
    }

    private static URI parent(HttpRequest<?> request) {
        String path = request.getPath();
        return URI.create(path.substring(0, path.lastIndexOf('/')));
    }

    private static Text ended(State state) {
        return switch (state) {
            case State.Open _ -> throw new IllegalStateException("an open task can be ended");
            case State.Done(var _, var _, var at) -> Text.of("This task was done at %s.", "此待办已于 %s 完成。", at);
            case State.Skipped(var _, var _, var at) -> Text.of("This task was skipped at %s.", "此待办已于 %s 跳过。", at);
            case State.Failed(var _, var _, var at) -> Text.of("This task failed at %s.", "此待办已于 %s 失败。", at);
            case State.Expired(var at) -> Text.of("This task expired at %s.", "此待办已于 %s 过期。", at);
            case State.Cancelled(var reason, var at) ->
                Text.of("This task was cancelled at %s: %s.", "此待办已于 %s 取消：%s。", at, reason);
        };
    }

    private static ProblemException unknown(String task) {
        return Problems.notFound(IdType.TASK.label(), task);
    }
}
