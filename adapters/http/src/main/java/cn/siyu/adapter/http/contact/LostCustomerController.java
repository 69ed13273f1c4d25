package cn.siyu.adapter.http.contact;

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
import cn.siyu.application.contact.LostCustomers;
import cn.siyu.application.content.port.Materials;
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

/// The customers of accounts that the platform closed.
@Controller("/v1/brands/{brand}/channel-accounts/{account}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Channel accounts")
final class LostCustomerController implements Contract.Owner {
    private static final String ACCOUNT = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final Listing LOST = Numbered.listing().build();

    private final LostCustomers lost;
    private final Materials materials;
    private final Lists lists;

    LostCustomerController(LostCustomers lost, Materials materials, Lists lists) {
        this.lost = lost;
        this.materials = materials;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listLostCustomers", LOST)
                .body(
                        "reinviteLostCustomers",
                        LostCustomerController::wish,
                        "{\"material\":\"mat_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"deadline\":\"2026-12-01T02:00:00Z\"}");
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get("/lost-customers")
    @Operation(
            operationId = "listLostCustomers",
            summary = "List the customers of a banned account · 列出封号客户",
            description =
                    "With the other account over which each can be reached; without one nobody can reach them. A key that sees a part of the brand is told of accounts that it sees, and no name of a customer whom only others serve.")
    Page<LostCustomerResource> list(
            Caller caller,
            @PathVariable @Schema(example = ACCOUNT, maxLength = 30) String account,
            HttpRequest<?> request) {
        ListQuery query = lists.read(LOST, request);
        Place after = query.page().after();
        var id = IdType.CHANNEL_ACCOUNT.inPath("account", account);
        var rows = lost.page(
                        caller,
                        id,
                        after == null ? 0 : after.id(),
                        query.page().withOneMore().limit())
                .orElseThrow(() -> unknown(account));
        Masks masks = Masks.of(caller);
        return lists.page(
                query,
                rows,
                row -> new Place("", row.relationship().id().value()),
                row -> LostCustomerResource.of(row, masks));
    }

    private record Wish(PublicId material, Instant deadline) {}

    @Needs(Scope.TASKS_WRITE)
    @Post("/reinvitations")
    @Operation(
            operationId = "reinviteLostCustomers",
            summary = "Invite the customers of a banned account again · 重新邀请封号客户",
            description =
                    "Sends the material to everybody who can be reached over another account; on one that people work it"
                            + " becomes a task. Governor and pace bind each. Needs an Idempotency-Key.")
    @ApiResponse(responseCode = "201", description = "What came of it, in customers", useReturnTypeSchema = true)
    HttpResponse<ReinvitationResource> invite(
            Caller caller,
            @PathVariable @Schema(example = ACCOUNT, maxLength = 30) String account,
            JsonBody body,
            Write write) {
        Wish wish = body.read(LostCustomerController::wish);
        var id = IdType.CHANNEL_ACCOUNT.inPath("account", account);
        return write.runOnce(() -> {
            long material = materials
                    .byPublicId(caller.brand(), wish.material())
                    .filter(one -> !one.archived())
                    .orElseThrow(() -> Problems.body(List.of(Mistake.at(
                            "/material",
                            ProblemCode.REFERENCE_UNKNOWN,
                            Text.of("There is no such material in use.", "没有此素材，或已归档。")))))
                    .id()
                    .value();
            return lost.invite(new LostCustomers.Invitation(caller, id, material, wish.deadline()))
                    .map(ReinvitationResource::of)
                    .map(HttpResponse::created)
                    .orElseThrow(() -> unknown(account));
        });
    }

    private static Wish wish(Input in) {
        return new Wish(
                in.id("material", IdType.MATERIAL).get(), in.instant("deadline").get());
    }

    private static ProblemException unknown(String account) {
        return Problems.notFound(IdType.CHANNEL_ACCOUNT.label(), account);
    }
}
