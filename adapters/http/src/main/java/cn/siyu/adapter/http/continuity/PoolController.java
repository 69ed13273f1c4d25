package cn.siyu.adapter.http.continuity;

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
import cn.siyu.adapter.http.query.Amounts;
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
import cn.siyu.application.continuity.ClaimFromPool;
import cn.siyu.application.continuity.ClaimFromPool.Outcome;
import cn.siyu.application.continuity.ReadPool;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.domain.continuity.pool.ClaimRules.Refusal;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolReason;
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
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pool of customers whom nobody serves (公海), and claiming them.
@Controller("/v1/brands/{brand}/customer-pool")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customer pool")
final class PoolController implements Contract.Owner {
    private static final String ENTRY = "cpe_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final String BODY = "{\"account\":\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\"}";
    private static final Listing ENTRIES = Listing.inOrderOf("-valueMinor")
            .filter("state", FilterType.oneOf(PoolEntry.State.class))
            .filter("reason", FilterType.oneOf(PoolReason.class))
            .filter("formerDepartment", FilterType.oneId(IdType.DEPARTMENT))
            .filter("customer", FilterType.oneId(IdType.CUSTOMER))
            .filter("valueMinor", FilterType.number())
            .build();

    private final ReadPool read;
    private final ClaimFromPool claim;
    private final Lists lists;

    PoolController(ReadPool read, ClaimFromPool claim, Lists lists) {
        this.read = read;
        this.claim = claim;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listCustomerPool", ENTRIES)
                .body("claimFromPool", PoolController::account, BODY)
                .problems("claimFromPool", ProblemCode.STATE_CONFLICT)
                .body("assignFromPool", PoolController::account, BODY)
                .problems("assignFromPool", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listCustomerPool",
            summary = "List customers whom nobody serves · 列出公海客户",
            description =
                    "The most valuable first. The engine looks at all customers every night. A key that sees a part of the"
                            + " brand sees free customers that its departments served last, or all that are free if the"
                            + " policy opens the pool to the whole brand; and of those that are claimed, or have left the"
                            + " pool, whom it serves.")
    Page<PoolEntryResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(ENTRIES, request);
        @Nullable Place after = query.page().after();
        var wanted = new ReadPool.Wanted(
                Set.copyOf(query.all("state", PoolEntry.State.class)),
                Set.copyOf(query.all("reason", PoolReason.class)),
                query.one("formerDepartment", PublicId.class).orElse(null),
                query.one("customer", PublicId.class).orElse(null),
                Amounts.from(query, "valueMinor"),
                Amounts.to(query, "valueMinor"));
        var rows = read.page(
                caller,
                wanted,
                after == null ? null : new CustomerPool.Place(Long.parseLong(after.key()), after.id()),
                query.page().withOneMore().limit());
        Masks masks = Masks.of(caller);
        return lists.page(
                query,
                rows,
                row -> new Place(Long.toString(row.entry().value()), row.entry().id()),
                row -> PoolEntryResource.of(row, masks));
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get("/{entry}")
    @Operation(
            operationId = "getPoolEntry",
            summary = "Show a customer in the pool · 查看公海客户",
            description = "Why nobody serves the customer, who did last, and who has claimed it.")
    PoolEntryResource show(Caller caller, @PathVariable @Schema(example = ENTRY, maxLength = 30) String entry) {
        return read.one(caller, id(entry))
                .map(view -> PoolEntryResource.of(view, Masks.of(caller)))
                .orElseThrow(() -> unknown(entry));
    }

    private static PublicId account(Input in) {
        return in.id("account", IdType.CHANNEL_ACCOUNT).get();
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post("/{entry}/claims")
    @Operation(
            operationId = "claimFromPool",
            summary = "Claim a customer of the pool · 领取公海客户",
            description =
                    "The customer belongs to the holder of the account, who gets a task to win it back; whoever sees the account"
                            + " sees the customer from then on. The policy CUSTOMER_POOL says who may and how many. Of two who"
                            + " claim at once one gets it. Claimed again over the same account it is the same claim.")
    @ApiResponse(responseCode = "201", description = "The customer is theirs", useReturnTypeSchema = true)
    HttpResponse<PoolClaimResource> take(
            Caller caller,
            @PathVariable @Schema(example = ENTRY, maxLength = 30) String entry,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        return carryOut(caller, entry, body.read(PoolController::account), false, write, request);
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post("/{entry}/assignments")
    @Operation(
            operationId = "assignFromPool",
            summary = "Give a customer of the pool to somebody · 分配公海客户",
            description =
                    "Head office decides: no rule of claiming binds it, and who had claimed the customer loses it. Only a key"
                            + " that sees the whole brand may.")
    @ApiResponse(responseCode = "201", description = "The customer is theirs", useReturnTypeSchema = true)
    HttpResponse<PoolClaimResource> give(
            Caller caller,
            @PathVariable @Schema(example = ENTRY, maxLength = 30) String entry,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        return carryOut(caller, entry, body.read(PoolController::account), true, write, request);
    }

    private HttpResponse<PoolClaimResource> carryOut(
            Caller caller, String entry, PublicId account, boolean assigned, Write write, HttpRequest<?> request) {
        var command = new ClaimFromPool.Command(caller, id(entry), account, assigned);
        return write.run(() -> switch (claim.handle(command)) {
            case Outcome.Claimed(var view) -> made(caller, view, claims(request));
            case Outcome.Taken() ->
                throw Problems.conflict(
                        Text.of("Somebody else has claimed this customer. Choose another.", "该客户已被他人领取，请选择其他客户。"));
            case Outcome.Over() ->
                throw Problems.conflict(Text.of(
                        "This customer is in the pool no more: somebody serves it, or it is on the blacklist.",
                        "该客户已不在公海：已有人服务，或已列入黑名单。"));
            case Outcome.Refused(var refusal) -> throw Problems.conflict(why(refusal));
            case Outcome.NotContactable(var reason) ->
                throw Problems.conflict(Text.of("Nobody may ask this customer: %s.", "该客户不可被联系：%s。", reason));
            case Outcome.Paced() ->
                throw Problems.conflict(Text.of(
                        "The account has no friend request left until the claim would end. Claim over another account.",
                        "该账号在领取有效期内已无加好友余量，请使用其他账号。"));
            case Outcome.NoAccount() ->
                throw Problems.body(
                        "/account",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("There is no such account that is ACTIVE and not blocked.", "没有这样一个可用的账号。"));
            case Outcome.Unknown() -> throw unknown(entry);
        });
    }

    private static HttpResponse<PoolClaimResource> made(Caller caller, PoolClaims.View view, String claims) {
        var resource = PoolClaimResource.of(view, Masks.of(caller));
        return HttpResponse.<PoolClaimResource>created(URI.create(claims + "/" + resource.id()))
                .body(resource);
    }

    private static String claims(HttpRequest<?> request) {
        String path = request.getPath();
        return path.substring(0, path.lastIndexOf("/customer-pool/")) + "/customer-pool-claims";
    }

    private static Text why(Refusal refusal) {
        return switch (refusal.code()) {
            case DEPARTMENT_MAY_NOT ->
                Text.of("Staff of this department may not claim; see the policy CUSTOMER_POOL.", "该部门成员不可领取公海客户。");
            case KEPT_FOR_FORMER_OWNER ->
                Text.of(
                        "Until %s only who served the customer last may claim it.",
                        "在 %s 之前仅原归属人可领取。", String.valueOf(refusal.until()));
            case KEPT_FROM_FORMER_OWNER ->
                Text.of(
                        "Until %s anybody may claim the customer but who served it last.",
                        "在 %s 之前原归属人不可领取。", String.valueOf(refusal.until()));
            case COOLING_DOWN ->
                Text.of(
                        "They let this customer go; they may claim it again from %s on.",
                        "曾释放该客户，%s 之后才可再次领取。", String.valueOf(refusal.until()));
            case HOLDS_ENOUGH ->
                Text.of(
                        "They hold %s claimed customers, which is the limit. Give some back first.",
                        "已持有 %s 个公海客户，达到上限，请先释放部分客户。", String.valueOf(refusal.limit()));
            case CLAIMED_ENOUGH_TODAY ->
                Text.of(
                        "They have claimed %s customers today, which is the limit. Again from %s on.",
                        "今日已领取 %s 个，达到上限；%s 后可再领取。", String.valueOf(refusal.limit()), String.valueOf(refusal.until()));
        };
    }

    private static PublicId id(String entry) {
        return IdType.POOL_ENTRY.inPath("entry", entry);
    }

    private static ProblemException unknown(String entry) {
        return Problems.notFound(IdType.POOL_ENTRY.label(), entry);
    }
}
