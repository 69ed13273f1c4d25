package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
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
import cn.siyu.application.customer.DecideIdentities;
import cn.siyu.application.customer.DecideIdentities.Outcome;
import cn.siyu.application.customer.DecideIdentities.Person;
import cn.siyu.application.customer.DecideIdentities.Undone;
import cn.siyu.application.customer.ReadIdentityGraph;
import cn.siyu.application.customer.port.IdentityGraph.DecisionEntry;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is one person: conflicts to look at, and decisions (身份冲突与裁定).
@Controller("/v1/brands/{brand}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class IdentityController implements Contract.Owner {
    private static final Listing ALL = Numbered.listing().build();
    private static final String EXAMPLE =
            "{\"verdict\": \"CANNOT_LINK\", \"conflict\": \"icf_01kaj4v5x8e6rtz3m0w9q2c4hd\","
                    + " \"note\": \"two sisters, one phone\"}";

    private final DecideIdentities decide;
    private final ReadIdentityGraph read;
    private final ViewCustomer view;
    private final LocateReports locate;
    private final Lists lists;

    IdentityController(
            DecideIdentities decide, ReadIdentityGraph read, ViewCustomer view, LocateReports locate, Lists lists) {
        this.decide = decide;
        this.read = read;
        this.view = view;
        this.locate = locate;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listIdentityConflicts", ALL)
                .list("listIdentityDecisions", ALL)
                .body("decideIdentities", IdentityDecisionWish::read, EXAMPLE)
                .problems("decideIdentities", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get("/identity-conflicts")
    @Operation(
            operationId = "listIdentityConflicts",
            summary = "List identity conflicts · 列出身份冲突",
            description = "Two identities that were said to be one person's and can't be, until somebody decides or the"
                    + " contradiction is gone. Of customers that the key sees, both of them.")
    Page<IdentityConflictResource> conflicts(Caller caller, HttpRequest<?> request) {
        var masks = Masks.of(caller);
        return Numbered.page(
                lists,
                ALL,
                request,
                (_, after, atMost) -> read.conflicts(caller, after, atMost),
                one -> one.conflict().id(),
                one -> IdentityConflictResource.of(one, masks));
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get("/identity-decisions")
    @Operation(
            operationId = "listIdentityDecisions",
            summary = "List decisions about identities · 列出身份裁定",
            description = "What people decided, in the order in which they did; those that were taken back too.")
    Page<IdentityDecisionResource> decisions(Caller caller, HttpRequest<?> request) {
        var masks = Masks.of(caller);
        return Numbered.page(
                lists,
                ALL,
                request,
                (_, after, atMost) -> read.decisions(caller, after, atMost),
                one -> one.entry().id(),
                one -> IdentityDecisionResource.of(one, masks));
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post("/identity-decisions")
    @Operation(
            operationId = "decideIdentities",
            summary = "Decide who is one person · 裁定身份",
            description =
                    "MUST_LINK makes two customers one, CANNOT_LINK keeps them apart or separates them again; nothing that is"
                            + " known is lost by either. The two are named by a conflict, by two customers (one that was merged by"
                            + " the id it had), or by two identities. With rehearsal it answers 200 with what would follow, and"
                            + " changes nothing.")
    @ApiResponse(responseCode = "201", description = "It is decided", useReturnTypeSchema = true)
    HttpResponse<DecidedResource> decide(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        IdentityDecisionWish wish = body.read(IdentityDecisionWish::read);
        return write.run(() -> {
            var between = wish.two().between(caller, locate);
            var concerned = decide.concerned(caller.brand(), between);
            if (!seesAll(caller, concerned)) {
                throw wish.two().unknown();
            }
            var outcome = decide.decide(new DecideIdentities.Command(
                    caller.brand(), between, wish.verdict(), wish.note(), caller.key(), wish.rehearsal()));
            return switch (outcome) {
                case Outcome.Decided(var entry, var persons, int conflicts) ->
                    answer(caller, request, entry, persons, conflicts);
                case Outcome.Unknown _ -> throw wish.two().unknown();
                case Outcome.Same() -> throw wish.two().same();
                case Outcome.Impossible(var reason) -> throw Problems.conflict(why(reason));
            };
        });
    }

    private static Text why(IdentityConflict.Reason reason) {
        return switch (reason) {
            case KEPT_APART ->
                Text.of(
                        "It was decided that two identities of these customers are not one person's. Take that decision back first.",
                        "已裁定这两位客户的身份不是同一人。请先撤回该裁定。");
            case TOO_MANY, BELONGS_TO_ANOTHER ->
                Text.of(
                        "One person can't have all identities of both: the brand's policy IDENTITY limits how many of a type"
                                + " (as shipped one union id, one member id of a source, one external user id of a corp,"
                                + " three phone numbers). Separate the wrong identity first.",
                        "一个人不能同时拥有双方的全部身份：品牌的身份政策（IDENTITY）限定了每类身份的数量（出厂值：unionid、同一来源的会员号、"
                                + "同一企业的 external_userid 各至多一个，手机号至多三个）。请先拆出错误的身份。");
            case BLOCKED ->
                Text.of(
                        "By the brand's policy IDENTITY one of these values is nobody's: zeros, a test number, a store's phone. It joins nobody.",
                        "按品牌的身份政策（IDENTITY），其中一个值不属于任何人：全零、测试号码或门店电话，不能用于合并。");
        };
    }

    private HttpResponse<DecidedResource> answer(
            Caller caller, HttpRequest<?> request, @Nullable DecisionEntry entry, List<Person> persons, int conflicts) {
        var masks = Masks.of(caller);
        var decided = entry == null ? null : shown(caller, entry, masks);
        var resource = new DecidedResource(decided, persons(caller, persons, masks), more(persons), conflicts);
        return decided == null ? HttpResponse.ok(resource) : Created.under(request, decided.id(), resource);
    }

    private IdentityDecisionResource shown(Caller caller, DecisionEntry entry, Masks masks) {
        return IdentityDecisionResource.of(
                read.shown(caller.brand(), List.of(entry)).getFirst(), masks);
    }

    /// The first of them, those that the key sees: one question for all.
    private List<DecidedResource.Person> persons(Caller caller, List<Person> persons, Masks masks) {
        var first = persons.stream().limit(DecidedResource.SHOWN).toList();
        var seen = view.seen(
                caller.brand(),
                caller.sees(),
                first.stream().flatMap(person -> person.id().stream()).toList());
        return first.stream()
                .filter(person -> person.id().map(seen::contains).orElse(true))
                .map(person -> new DecidedResource.Person(
                        person.id().map(IdType.CUSTOMER::format).orElse(null),
                        person.identities().stream()
                                .map(key -> DecidedResource.OwnIdentity.of(key, masks))
                                .toList()))
                .toList();
    }

    private static int more(List<Person> persons) {
        return Math.max(0, persons.size() - DecidedResource.SHOWN);
    }

    private boolean seesAll(Caller caller, Collection<PublicId> customers) {
        return view.seen(caller.brand(), caller.sees(), customers).containsAll(customers);
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Delete("/identity-decisions/{decision}")
    @Operation(
            operationId = "takeBackIdentityDecision",
            summary = "Take a decision about identities back · 撤回身份裁定",
            description =
                    "It counts no more, and everybody is again who the rest says. Taken back before, nothing changes.")
    HttpResponse<DecidedResource> takeBack(
            Caller caller,
            @PathVariable @Schema(example = "idd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String decision,
            Write write) {
        var id = IdType.IDENTITY_DECISION.inPath("decision", decision);
        return write.run(() -> {
            if (!seesAll(caller, decide.concerned(caller.brand(), id))) {
                throw Problems.notFound(IdType.IDENTITY_DECISION.label(), decision);
            }
            return switch (decide.takeBack(caller.brand(), id)) {
                case Undone.Unknown() -> throw Problems.notFound(IdType.IDENTITY_DECISION.label(), decision);
                case Undone.Taken(var entry, var persons) -> {
                    var masks = Masks.of(caller);
                    yield HttpResponse.ok(new DecidedResource(
                            shown(caller, entry, masks), persons(caller, persons, masks), more(persons), 0));
                }
            };
        });
    }
}
