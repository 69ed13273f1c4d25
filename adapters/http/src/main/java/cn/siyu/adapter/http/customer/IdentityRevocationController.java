package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.ReadIdentityGraph;
import cn.siyu.application.customer.RevokeIdentityLinks;
import cn.siyu.application.customer.RevokeIdentityLinks.Outcome;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.ViewCustomer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Stream;

/// Links between identities that were wrong, taken back (撤回身份关联).
@Controller("/v1/brands/{brand}/identity-revocations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class IdentityRevocationController implements Contract.Owner {
    private static final Listing ALL = Numbered.listing().build();
    private static final String EXAMPLE = "{\"identities\": [{\"type\": \"MEMBER_ID\", \"scope\": \"crm\","
            + " \"value\": \"M-1001\"}, {\"type\": \"PHONE\", \"value\": \"+8613812345678\"}],"
            + " \"reason\": \"the list of March had shifted columns\", \"rehearsal\": true}";

    private final RevokeIdentityLinks revoke;
    private final ReadIdentityGraph read;
    private final ViewCustomer view;
    private final LocateReports locate;
    private final Lists lists;

    IdentityRevocationController(
            RevokeIdentityLinks revoke, ReadIdentityGraph read, ViewCustomer view, LocateReports locate, Lists lists) {
        this.revoke = revoke;
        this.read = read;
        this.view = view;
        this.locate = locate;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listIdentityRevocations", ALL)
                .body("revokeIdentityLinks", IdentityRevocationWish::read, EXAMPLE)
                .problems("revokeIdentityLinks", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listIdentityRevocations",
            summary = "List identity links taken back · 列出撤回的身份关联",
            description = "Which links were taken back, by whom, when and why, in that order. Of customers that the key"
                    + " sees, both of them.")
    Page<IdentityRevocationResource> list(Caller caller, HttpRequest<?> request) {
        var masks = Masks.of(caller);
        return Numbered.page(
                lists,
                ALL,
                request,
                (_, after, atMost) -> read.revocations(caller, after, atMost),
                one -> one.entry().id(),
                one -> IdentityRevocationResource.of(one, masks));
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post
    @Operation(
            operationId = "revokeIdentityLinks",
            summary = "Take identity links back · 撤回身份关联",
            description =
                    "What sources said so far of two identities, or of two customers by the ids they had, counts no"
                            + " more, and everybody is again who the rest says: exactly, with the facts that were theirs. Another"
                            + " source can say so later; to forbid it, decide CANNOT_LINK. With rehearsal it answers 200 with"
                            + " what would follow, and changes nothing.")
    @ApiResponse(responseCode = "201", description = "It is taken back", useReturnTypeSchema = true)
    HttpResponse<RevokedResource> revoke(Caller caller, JsonBody body, Write write) {
        IdentityRevocationWish wish = body.read(IdentityRevocationWish::read);
        return write.run(() -> {
            var between = wish.two().between(caller, locate);
            var concerned = revoke.concerned(caller.brand(), between);
            if (!view.seen(caller.brand(), caller.sees(), concerned).containsAll(concerned)) {
                throw wish.two().unknown();
            }
            var outcome = revoke.revoke(new RevokeIdentityLinks.Command(
                    caller.brand(), between, wish.reason(), caller.key(), wish.rehearsal()));
            return switch (outcome) {
                case Outcome.Revoked revoked -> answer(caller, revoked);
                case Outcome.Unknown _ -> throw wish.two().unknown();
                case Outcome.Same() -> throw wish.two().same();
                case Outcome.NoLink() ->
                    throw Problems.conflict(Text.of(
                            "No source says that these two are one person's, or that was taken back before. To keep them"
                                    + " apart whatever else is said, decide CANNOT_LINK.",
                            "没有来源说这两者属于同一人，或该关联此前已撤回。如需始终分开，请裁定 CANNOT_LINK。"));
            };
        });
    }

    private HttpResponse<RevokedResource> answer(Caller caller, Outcome.Revoked revoked) {
        var masks = Masks.of(caller);
        var first = revoked.parts().stream().limit(DecidedResource.SHOWN).toList();
        var seen = view.seen(
                caller.brand(),
                caller.sees(),
                first.stream()
                        .flatMap(part -> Stream.concat(part.id().stream(), part.was().stream()))
                        .distinct()
                        .toList());
        var revocations = read.revoked(caller.brand(), revoked.entries()).stream()
                .map(one -> IdentityRevocationResource.of(one, masks))
                .toList();
        var resource = new RevokedResource(
                revocations,
                revoked.links().stream()
                        .map(link -> RevokedResource.Link.of(link, masks))
                        .toList(),
                first.stream()
                        .filter(part -> part.id().map(seen::contains).orElse(true))
                        .map(part -> RevokedResource.Part.of(part, seen, masks))
                        .toList(),
                revoked.parts().size() - first.size(),
                revoked.conflicts());
        return revocations.isEmpty() ? HttpResponse.ok(resource) : HttpResponse.created(resource);
    }
}
