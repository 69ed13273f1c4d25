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
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.application.task.OrderHandWork;
import cn.siyu.application.task.OrderHandWork.IfFull;
import cn.siyu.application.task.OrderHandWork.Kind;
import cn.siyu.application.task.OrderHandWork.Outcome;
import cn.siyu.application.task.ReadTasks;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
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
import org.jspecify.annotations.Nullable;

/// Orders what people do on accounts by hand.
@Controller("/v1/brands/{brand}/channel-accounts/{account}/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tasks")
final class HandWorkController implements Contract.Owner {
    private static final String EXAMPLE = "{\"kind\":\"ADD\",\"customer\":\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\","
            + "\"way\":\"PHONE\",\"value\":\"13812345678\",\"text\":\"您好，我是咖啡店小王\","
            + "\"why\":\"12 个月消费前 2%\",\"expiresAt\":\"2026-12-01T02:00:00Z\"}";

    private final OrderHandWork order;
    private final ReadTasks read;
    private final ViewCustomer customers;

    HandWorkController(OrderHandWork order, ReadTasks read, ViewCustomer customers) {
        this.order = order;
        this.read = read;
        this.customers = customers;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body("orderHandWork", HandWorkController::wish, EXAMPLE)
                .problems("orderHandWork", ProblemCode.STATE_CONFLICT);
    }

    private record Wish(
            Kind kind,
            @Nullable PublicId customer,
            @Nullable String way,
            @Nullable String value,
            @Nullable String text,
            @Nullable String why,
            @Nullable Instant dueAt,
            Instant expiresAt,
            IfFull ifFull,
            @Nullable PublicId other) {}

    @Needs(Scope.TASKS_WRITE)
    @Post
    @Operation(
            operationId = "orderHandWork",
            summary = "Order work on an account by hand · 给账号派单",
            description =
                    "Add a friend (ADD), accept one friend request on two apps (DOUBLE_ADD), answer (REPLY), post to moments (MOMENT),"
                            + " like or comment (LIKE). An ADD over the account's pace falls due on the next day with room,"
                            + " unless it says `ifFull` REFUSE. 422 at `/text` for what the persona of the account never says. 409 if the customer must not be bothered, no day before"
                            + " `expiresAt` has room, the policy lets nobody do so, or nobody works the account.")
    @ApiResponse(responseCode = "201", description = "It is on the holder's worklist", useReturnTypeSchema = true)
    HttpResponse<TaskResource> order(
            Caller caller,
            @PathVariable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String account,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        Wish wish = body.read(HandWorkController::wish);
        var id = IdType.CHANNEL_ACCOUNT.inPath("account", account);
        return write.run(() -> {
            var command = new OrderHandWork.Command(
                    caller,
                    id,
                    wish.kind(),
                    customer(caller, wish),
                    wish.way(),
                    wish.value(),
                    wish.text(),
                    wish.why(),
                    wish.dueAt(),
                    wish.expiresAt(),
                    wish.ifFull(),
                    wish.other());
            return switch (order.handle(command)) {
                case Outcome.Ordered(var task) -> made(caller, task, request);
                case Outcome.Refused(var reason) ->
                    throw Problems.conflict(Text.of("The customer must not be bothered: %s.", "不能打扰该客户：%s。", reason));
                case Outcome.Forbidden(var claims) -> throw Problems.forbiddenClaim("/text", claims);
                case Outcome.Paced(int perDay, var again) ->
                    throw Problems.conflict(Text.of(
                            "The account has its %s of that day; there is room again at %s.",
                            "该账号当天的 %s 次已满，%s 起有余量。", perDay, again));
                case Outcome.Full(int totalCap) ->
                    throw Problems.conflict(Text.of(
                            "The account has the %s friends that it may have, with those whom it has asked. Choose another account.",
                            "该账号好友（含已申请的）已达上限 %s 人，请选择其他账号。", totalCap));
                case Outcome.NotAllowed() ->
                    throw Problems.conflict(Text.of(
                            "The policy ACCOUNT_CARE in force for this account does not let people do double adds (doubleAdd).",
                            "该账号现行的账号养护政策（ACCOUNT_CARE）不允许双加（doubleAdd）。"));
                case Outcome.NoSuchWay(var ways) ->
                    throw Problems.body(List.of(Mistake.at(
                            "/way",
                            ProblemCode.NOT_ONE_OF,
                            Text.of(
                                    "Nobody can be asked that way on this channel; there are: %s.",
                                    "该渠道不支持这种加好友方式，可用：%s。", String.join(", ", ways)))));
                case Outcome.NoOther() ->
                    throw Problems.body(List.of(Mistake.at(
                            "/other",
                            ProblemCode.REFERENCE_UNKNOWN,
                            Text.of(
                                    "There is no such account that the same person works on another channel.",
                                    "没有由同一成员使用、属于另一渠道的此账号。"))));
                case Outcome.NoHands() ->
                    throw Problems.conflict(
                            Text.of("Nobody works this account by hand, or it is out of use.", "该账号不由人工运营，或已停用。"));
                case Outcome.TooLate(var now) ->
                    throw Problems.body(List.of(Mistake.at(
                            "/expiresAt",
                            ProblemCode.OUT_OF_RANGE,
                            Text.of("It would be of no use any more; it is %s.", "已经失效，现在是 %s。", now))));
                case Outcome.Unknown() -> throw Problems.notFound(IdType.CHANNEL_ACCOUNT.label(), account);
            };
        });
    }

    private HttpResponse<TaskResource> made(Caller caller, Task task, HttpRequest<?> request) {
        var view = read.task(caller, task.publicId()).orElseThrow();
        String id = IdType.TASK.format(task.publicId());
        String path = request.getPath();
        String brand = path.substring(0, path.indexOf("/channel-accounts/"));
        return HttpResponse.<TaskResource>created(URI.create(brand + "/tasks/" + id))
                .body(TaskResource.of(view, Masks.of(caller)));
    }

    /// Whoever is lost may be asked back by those who served them last.
    private @Nullable CustomerId customer(Caller caller, Wish wish) {
        var customer = wish.customer();
        return customer == null
                ? null
                : (wish.kind() == Kind.ADD
                                ? customers.findToAskBack(caller.brand(), caller.sees(), customer)
                                : customers.find(caller.brand(), caller.sees(), customer))
                        .orElseThrow(() -> Problems.body(List.of(Mistake.at(
                                "/customer",
                                ProblemCode.REFERENCE_UNKNOWN,
                                Text.of("There is no such customer.", "没有此客户。")))));
    }

    private static Wish wish(Input in) {
        Kind kind = in.oneOf("kind", Kind.class).or(Kind.MOMENT);
        boolean add = kind == Kind.ADD;
        var customer = in.id("customer", IdType.CUSTOMER);
        var way = in.text("way", 30);
        var value = in.text("value", 128);
        return new Wish(
                in.oneOf("kind", Kind.class).get(),
                kind == Kind.MOMENT || kind == Kind.DOUBLE_ADD ? customer.orNull() : customer.get(),
                add ? way.get() : way.orNull(),
                add ? value.get() : value.orNull(),
                in.text("text", 8000).orNull(),
                in.text("why", 500).orNull(),
                in.instant("dueAt").orNull(),
                in.instant("expiresAt").get(),
                in.oneOf("ifFull", IfFull.class).or(IfFull.QUEUE),
                kind == Kind.DOUBLE_ADD
                        ? in.id("other", IdType.CHANNEL_ACCOUNT).get()
                        : in.id("other", IdType.CHANNEL_ACCOUNT).orNull());
    }
}
