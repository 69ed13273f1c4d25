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
import cn.siyu.application.continuity.ReadPool;
import cn.siyu.application.continuity.ReleaseClaims;
import cn.siyu.application.continuity.ReleaseClaims.Outcome;
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
import org.jspecify.annotations.Nullable;

/// Who has claimed customers of the pool (公海领取).
@Controller("/v1/brands/{brand}/customer-pool-claims")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customer pool")
final class PoolClaimController implements Contract.Owner {
    private static final String CLAIM = "cpc_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final int LONGEST_REASON = 500;
    private static final Listing CLAIMS = Listing.inOrderOf("-claimedAt")
            .filter("standing", FilterType.flag())
            .filter("staff", FilterType.oneId(IdType.STAFF))
            .build();

    private final ReadPool read;
    private final ReleaseClaims release;
    private final Lists lists;

    PoolClaimController(ReadPool read, ReleaseClaims release, Lists lists) {
        this.read = read;
        this.release = release;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listPoolClaims", CLAIMS)
                .body("releasePoolClaim", PoolClaimController::reason, "{\"reason\":\"不在本地\"}")
                .problems("releasePoolClaim", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listPoolClaims",
            summary = "List claims · 列出公海领取",
            description = "Those over accounts that the key sees, the newest first, with how each ended.")
    Page<PoolClaimResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(CLAIMS, request);
        @Nullable Place after = query.page().after();
        var rows = read.claims(
                caller,
                query.one("standing", Boolean.class).orElse(null),
                query.one("staff", PublicId.class).orElse(null),
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        Masks masks = Masks.of(caller);
        return lists.page(query, rows, row -> new Place("", row.claim().id()), row -> PoolClaimResource.of(row, masks));
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get("/{claim}")
    @Operation(
            operationId = "getPoolClaim",
            summary = "Show a claim · 查看公海领取",
            description = "Who has the customer, by when something must be done, and how it ended.")
    PoolClaimResource show(Caller caller, @PathVariable @Schema(example = CLAIM, maxLength = 30) String claim) {
        return read.claim(caller, id(claim))
                .map(view -> PoolClaimResource.of(view, Masks.of(caller)))
                .orElseThrow(() -> unknown(claim));
    }

    private static String reason(Input in) {
        return in.text("reason", LONGEST_REASON).get();
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post("/{claim}/releases")
    @Operation(
            operationId = "releasePoolClaim",
            summary = "Give a customer back to the pool · 释放公海客户",
            description =
                    "Anybody else may claim it at once; who had it may after the policy's cool-down. The task to win the"
                            + " customer back is cancelled. Released again nothing changes.")
    @ApiResponse(responseCode = "201", description = "It is given back", useReturnTypeSchema = true)
    HttpResponse<PoolClaimResource> release(
            Caller caller,
            @PathVariable @Schema(example = CLAIM, maxLength = 30) String claim,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        var command = new ReleaseClaims.Command(caller, id(claim), body.read(PoolClaimController::reason));
        return write.run(() -> switch (release.handle(command)) {
            case Outcome.Released(var view) ->
                HttpResponse.<PoolClaimResource>created(parent(request))
                        .body(PoolClaimResource.of(view, Masks.of(caller)));
            case Outcome.Over(var how) ->
                throw Problems.conflict(Text.of("This claim has ended before: %s.", "该领取此前已结束：%s。", how));
            case Outcome.Unknown() -> throw unknown(claim);
        });
    }

    private static URI parent(HttpRequest<?> request) {
        String path = request.getPath();
        return URI.create(path.substring(0, path.lastIndexOf('/')));
    }

    private static PublicId id(String claim) {
        return IdType.POOL_CLAIM.inPath("claim", claim);
    }

    private static ProblemException unknown(String claim) {
        return Problems.notFound(IdType.POOL_CLAIM.label(), claim);
    }
}
