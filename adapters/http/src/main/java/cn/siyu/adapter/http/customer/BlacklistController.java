package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.insight.WrittenIdentity;
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
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.KeepBlacklist;
import cn.siyu.application.customer.KeepBlacklist.Lifting;
import cn.siyu.application.customer.KeepBlacklist.Outcome;
import cn.siyu.application.customer.port.Blacklist;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.LocateReports.Mention;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.domain.customer.BlacklistEntry;
import cn.siyu.domain.customer.BlacklistEntry.Subject;
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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whom no account of the brand contacts (黑名单), with the history.
@Controller("/v1/brands/{brand}/blacklist")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Blacklist")
final class BlacklistController implements Contract.Owner {
    private static final String ENTRY = "ble_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final int LONGEST = 500;
    private static final Listing ENTRIES = Listing.inOrderOf("-since")
            .filter("standing", FilterType.flag())
            .filter("reason", FilterType.oneOf(BlacklistEntry.Reason.class))
            .filter("customer", FilterType.oneId(IdType.CUSTOMER))
            .build();

    private final KeepBlacklist keep;
    private final Blacklist blacklist;
    private final ResolveSight sights;
    private final ViewCustomer view;
    private final LocateReports locate;
    private final Lists lists;

    BlacklistController(
            KeepBlacklist keep,
            Blacklist blacklist,
            ResolveSight sights,
            ViewCustomer view,
            LocateReports locate,
            Lists lists) {
        this.keep = keep;
        this.blacklist = blacklist;
        this.sights = sights;
        this.view = view;
        this.locate = locate;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listBlacklist", ENTRIES)
                .body(
                        "putOnBlacklist",
                        Wish::read,
                        "{\"identity\":{\"type\":\"PHONE\",\"value\":\"13812345678\"},\"reason\":\"FRAUD\",\"note\":\"黄牛\","
                                + "\"until\":\"2027-01-01T00:00:00Z\"}")
                .problems("putOnBlacklist", ProblemCode.STATE_CONFLICT)
                .body("liftFromBlacklist", BlacklistController::reason, "{\"reason\":\"已和解\"}")
                .problems("liftFromBlacklist", ProblemCode.STATE_CONFLICT);
    }

    private record Wish(
            @Nullable PublicId customer,
            @Nullable WrittenIdentity identity,
            BlacklistEntry.Reason reason,
            @Nullable String note,
            @Nullable Instant until) {
        static Wish read(Input in) {
            var wish = new Wish(
                    in.id("customer", IdType.CUSTOMER).orNull(),
                    in.object("identity", WrittenIdentity::read).orNull(),
                    in.oneOf("reason", BlacklistEntry.Reason.class).get(),
                    in.text("note", LONGEST).orNull(),
                    in.instant("until").orNull());
            boolean two = in.hasValue("customer") && in.hasValue("identity");
            if (two || !(in.hasValue("customer") || in.hasValue("identity"))) {
                in.complain(
                        two ? "identity" : "customer",
                        two ? ProblemCode.CONTRADICTION : ProblemCode.MISSING,
                        Text.of("Name either a customer or an identity.", "请指明 customer 或 identity 其中之一。"));
            }
            return wish;
        }
    }

    private static String reason(Input in) {
        return in.text("reason", LONGEST).get();
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listBlacklist",
            summary = "List the blacklist · 列出黑名单",
            description =
                    "Entries that stand and those that ended, the newest first. A key that sees a part of the brand sees the"
                            + " entries that cover its customers.")
    Page<BlacklistResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(ENTRIES, request);
        @Nullable Place after = query.page().after();
        var filter = new Blacklist.Filter(
                query.one("standing", Boolean.class).orElse(null),
                Set.copyOf(query.all("reason", BlacklistEntry.Reason.class)),
                query.one("customer", PublicId.class).orElse(null),
                sights.of(caller));
        var rows = blacklist.page(
                caller.brand(),
                filter,
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        Masks masks = Masks.of(caller);
        return lists.page(query, rows, row -> new Place("", row.entry().id()), row -> BlacklistResource.of(row, masks));
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get("/{entry}")
    @Operation(
            operationId = "getBlacklistEntry",
            summary = "Show an entry of the blacklist · 查看黑名单记录",
            description = "Who is meant, who put them there and why, until when, and how it ended.")
    BlacklistResource show(Caller caller, @PathVariable @Schema(example = ENTRY, maxLength = 30) String entry) {
        return blacklist
                .byPublicId(caller.brand(), sights.of(caller), id(entry))
                .map(found -> BlacklistResource.of(found, Masks.of(caller)))
                .orElseThrow(() -> unknown(entry));
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post
    @Operation(
            operationId = "putOnBlacklist",
            summary = "Put somebody on the blacklist · 加入黑名单",
            description =
                    "By customer, or by an identity that nobody may have yet: whoever brings it is on the blacklist at once. No"
                            + " account of any channel contacts them; their programs stop, open tasks are cancelled. An entry"
                            + " with until ends by itself. Only a key that sees the whole brand may name an identity.")
    @ApiResponse(responseCode = "201", description = "It stands", useReturnTypeSchema = true)
    HttpResponse<BlacklistResource> put(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        Wish wish = body.read(Wish::read);
        return write.run(() -> {
            var command =
                    new KeepBlacklist.Put(caller, subject(caller, wish), wish.reason(), wish.note(), wish.until());
            return switch (keep.put(command)) {
                case Outcome.Listed(var made) -> {
                    var resource = BlacklistResource.of(made, Masks.of(caller));
                    yield Created.under(request, resource.id(), resource);
                }
                case Outcome.Already(var entry) ->
                    throw Problems.conflict(Text.of(
                            "They are on the blacklist already, by %s. Lift that entry first to change it.",
                            "已在黑名单中（%s）。如需修改请先移出。", IdType.BLACKLIST_ENTRY.format(entry)));
                case Outcome.TooLate(var now) ->
                    throw Problems.body(
                            "/until",
                            ProblemCode.ALREADY_PAST,
                            Text.of("That moment is over; it is %s.", "该时间已过，现在是 %s。", now));
            };
        });
    }

    private Subject subject(Caller caller, Wish wish) {
        var identity = wish.identity();
        if (identity != null) {
            var idScope = locate.answer(caller.brand(), List.of(Mention.NONE))
                    .getFirst()
                    .idScope();
            return identity.key("", idScope)
                    .map(Subject.Bearer::new)
                    .orElseThrow(() -> Problems.body(
                            "/identity/scope",
                            ProblemCode.MISSING,
                            Text.of("Say the scope of this identity.", "请写明此身份的 scope。")));
        }
        var customer = wish.customer();
        if (customer == null) {
            throw new IllegalStateException("the body names nobody");
        }
        return view.find(caller.brand(), caller.sees(), customer)
                .map(Subject.Person::new)
                .orElseThrow(() -> Problems.body(
                        "/customer",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("There is no such customer here.", "没有这个客户。")));
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post("/{entry}/liftings")
    @Operation(
            operationId = "liftFromBlacklist",
            summary = "Take somebody off the blacklist · 移出黑名单",
            description =
                    "With the reason, which is kept. Whoever another entry covers stays on the blacklist. Lifted again nothing"
                            + " changes.")
    @ApiResponse(responseCode = "201", description = "It stands no more", useReturnTypeSchema = true)
    HttpResponse<BlacklistResource> lift(
            Caller caller,
            @PathVariable @Schema(example = ENTRY, maxLength = 30) String entry,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        var command = new KeepBlacklist.Lift(caller, id(entry), body.read(BlacklistController::reason));
        return write.run(() -> switch (keep.lift(command)) {
            case Lifting.Lifted(var lifted) ->
                HttpResponse.<BlacklistResource>created(parent(request))
                        .body(BlacklistResource.of(lifted, Masks.of(caller)));
            case Lifting.Over() ->
                throw Problems.conflict(Text.of("The time of this entry was over before.", "该记录此前已到期。"));
            case Lifting.Unknown() -> throw unknown(entry);
        });
    }

    private static URI parent(HttpRequest<?> request) {
        String path = request.getPath();
        return URI.create(path.substring(0, path.lastIndexOf('/')));
    }

    private static PublicId id(String entry) {
        return IdType.BLACKLIST_ENTRY.inPath("entry", entry);
    }

    private static ProblemException unknown(String entry) {
        return Problems.notFound(IdType.BLACKLIST_ENTRY.label(), entry);
    }
}
