package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
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
import cn.siyu.application.continuity.CancelInheritance;
import cn.siyu.application.continuity.ReadInheritances;
import cn.siyu.application.continuity.StartInheritance;
import cn.siyu.application.continuity.port.TransferBook.Filter;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Transfer;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one staff member serves goes to colleagues (继承).
@Controller("/v1/brands/{brand}/inheritances")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Inheritances")
final class InheritanceController implements Contract.Owner {
    private static final Listing ORDERS = Listing.inOrderOf("-startedAt").build();
    private static final Listing TRANSFERS = Numbered.listing()
            .filter("state", FilterType.oneOf(Transfer.State.class))
            .filter("kind", FilterType.oneOf(TransferKind.class))
            .filter("to", FilterType.oneId(IdType.CHANNEL_ACCOUNT))
            .build();

    private final StartInheritance start;
    private final CancelInheritance cancel;
    private final ReadInheritances read;
    private final Lists lists;

    InheritanceController(StartInheritance start, CancelInheritance cancel, ReadInheritances read, Lists lists) {
        this.start = start;
        this.cancel = cancel;
        this.read = read;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listInheritances", ORDERS)
                .list("listTransfers", TRANSFERS)
                .body("startInheritance", InheritanceWish::read, InheritanceWish.EXAMPLE)
                .problems("cancelInheritance", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.INHERITANCES_WRITE)
    @Post
    @Operation(
            operationId = "startInheritance",
            summary = "Give what somebody serves to colleagues · 发起继承",
            description =
                    "All customers and groups, or those that are named, go to the accounts that take over, by weight or to who"
                            + " has most room, the same store first. Begins and answers at once; read it until its state is"
                            + " COMPLETED. Leave customers or groups out for all, send [] for none. A key gives away only"
                            + " what it sees, to accounts that it sees.")
    @ApiResponse(responseCode = "202", description = "It runs", useReturnTypeSchema = true)
    HttpResponse<InheritanceResource> begin(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        InheritanceWish wish = body.read(InheritanceWish::read);
        return write.run(() -> {
            var order = begun(start.start(wish.by(caller)));
            var resource = shown(caller, order.publicId());
            return HttpResponse.<InheritanceResource>status(HttpStatus.ACCEPTED)
                    .header(HttpHeaders.LOCATION, request.getPath() + "/" + resource.id())
                    .body(resource);
        });
    }

    private static Inheritance begun(StartInheritance.Outcome outcome) {
        return switch (outcome) {
            case StartInheritance.Outcome.Started(var order) -> order;
            case StartInheritance.Outcome.Wrong(var mistakes) -> throw InheritanceWish.wrong(mistakes);
            case StartInheritance.Outcome.Previewed _ -> throw new IllegalStateException("nobody asked for a preview");
        };
    }

    @Needs(Scope.INHERITANCES_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listInheritances",
            summary = "List inheritances · 列出继承",
            description =
                    "The newest comes first. A key that sees a part of the brand sees those of staff members whom it sees.")
    Page<InheritanceResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(ORDERS, request);
        Place after = query.page().after();
        var views = read.newest(
                caller,
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        return lists.page(query, views, view -> new Place("", view.order().id().value()), InheritanceResource::of);
    }

    @Needs(Scope.INHERITANCES_READ)
    @Get("/{inheritance}")
    @Operation(
            operationId = "getInheritance",
            summary = "How far an inheritance is · 查询继承进度",
            description = "With counts of its customers and groups by how far they are.")
    InheritanceResource show(
            Caller caller,
            @PathVariable("inheritance") @Schema(example = "inh_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
                    String id) {
        return shown(caller, IdType.INHERITANCE.inPath("inheritance", id));
    }

    private InheritanceResource shown(Caller caller, PublicId id) {
        return InheritanceResource.of(read.one(caller, id).orElseThrow(() -> unknown(IdType.INHERITANCE.format(id))));
    }

    @Needs(Scope.INHERITANCES_READ)
    @Takes(Takes.LISTING)
    @Get("/{inheritance}/transfers")
    @Operation(
            operationId = "listTransfers",
            summary = "What became of each customer and group · 列出继承明细",
            description =
                    "One entry for each, with who takes over, how far it is, and why it waits or how it ended. Customers whom"
                            + " the key doesn't see, or no longer, are left out; counts count them.")
    Page<TransferResource> transfers(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable("inheritance") @Schema(example = "inh_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
                    String id) {
        var view =
                read.one(caller, IdType.INHERITANCE.inPath("inheritance", id)).orElseThrow(() -> unknown(id));
        return Numbered.page(
                lists,
                TRANSFERS,
                request,
                (query, after, atMost) -> filter(caller, query)
                        .map(filter -> read.transfers(caller, view.order(), filter, after, atMost))
                        .orElse(List.of()),
                row -> row.transfer().id(),
                TransferResource::of);
    }

    /// Empty if the filter names an account that isn't there.
    private Optional<Filter> filter(Caller caller, ListQuery query) {
        var kinds = query.all("kind", TransferKind.class);
        Boolean ofCustomers = kinds.size() == 1 ? kinds.getFirst() == TransferKind.CUSTOMER : null;
        var states = Set.copyOf(query.all("state", Transfer.State.class));
        var to = query.one("to", PublicId.class);
        if (to.isEmpty()) {
            return Optional.of(new Filter(states, ofCustomers, null));
        }
        return read.account(caller, to.get())
                .map(ChannelAccount::id)
                .map(account -> new Filter(states, ofCustomers, account));
    }

    @Needs(Scope.INHERITANCES_WRITE)
    @Post("/{inheritance}/cancellations")
    @Operation(
            operationId = "cancelInheritance",
            summary = "Stop an inheritance · 取消继承",
            description =
                    "Nothing more is asked for, and what was not asked for stays where it is. What was asked for already is"
                            + " followed to its end.")
    HttpResponse<InheritanceResource> stop(
            Caller caller,
            @PathVariable("inheritance") @Schema(example = "inh_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String id,
            Write write) {
        PublicId wanted = IdType.INHERITANCE.inPath("inheritance", id);
        return write.run(() -> switch (cancel.handle(new CancelInheritance.Command(caller, wanted))) {
            case CancelInheritance.Outcome.Cancelled() -> HttpResponse.ok(shown(caller, wanted));
            case CancelInheritance.Outcome.Unknown() -> throw unknown(id);
            case CancelInheritance.Outcome.Beyond() ->
                throw Problems.of(
                        ProblemCode.SCOPE_MISSING,
                        Text.of(
                                "Accounts outside of what this key sees take over too. Use a key that sees them all.",
                                "接替账号中有该密钥看不到的账号。请使用可见全部接替账号的密钥。"));
            case CancelInheritance.Outcome.Over() ->
                throw Problems.conflict(Text.of("It has ended already, or was stopped.", "继承已经结束或已取消。"));
        });
    }

    private static RuntimeException unknown(String id) {
        return Problems.notFound(IdType.INHERITANCE.label(), id);
    }
}
