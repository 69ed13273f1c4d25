package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.answer.BatchResource;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.id.IdType.Reference;
import cn.siyu.adapter.http.json.Entry;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Moments;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.OrderView;
import cn.siyu.application.insight.RecordOrders;
import cn.siyu.application.insight.ViewFacts;
import cn.siyu.application.insight.port.FactViews.Wanted;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Paid orders, reported by shops.
@Controller("/v1/brands/{brand}/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Orders")
final class OrderController implements Contract.Owner {
    private static final Listing ORDERS = Listing.sortedBy("-paidAt")
            .filter("customer", IdType.CUSTOMER)
            .filter("paidAt", FilterType.instant())
            .build();
    private static final String EXAMPLE = """
            {"externalId": "20260301-0007", "source": "shop", "identity": {"type": "PHONE", "value": "+8613812345678"},
             "paidAt": "2026-03-01T08:00:00Z", "amountMinor": 3200, "currency": "CNY", "storeExternalId": "store-1",
             "salesChannel": "STORE",
             "lines": [{"sku": "latte", "category": "coffee", "quantity": 1, "amountMinor": 3200}]}""";

    private final OrderFeed feed;
    private final ViewFacts view;
    private final Lists lists;

    OrderController(OrderFeed feed, ViewFacts view, Lists lists) {
        this.feed = feed;
        this.view = view;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listOrders", ORDERS)
                .body("recordOrder", ReportedOrder::read, EXAMPLE)
                .problems("recordOrder", ProblemCode.ALREADY_EXISTS)
                .body("recordOrders", OrderController::batch, "{\"items\": [" + EXAMPLE + "]}");
    }

    private static List<ReportedOrder> batch(Input in) {
        return in.list("items", 1, RecordOrders.MOST)
                .objects(ReportedOrder::read)
                .get();
    }

    @Needs(Scope.ORDERS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listOrders",
            summary = "List orders · 列出订单",
            description = "What customers that the key sees have paid, newest first, with lines and refunds.")
    Page<OrderResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(ORDERS, request);
        var wanted = new Wanted(
                query.one("customer", PublicId.class).orElse(null),
                Set.of(),
                Moments.from(query, "paidAt"),
                Moments.until(query, "paidAt"));
        var rows = view.orders(caller, wanted, query.page().withOneMore());
        return lists.page(query, rows, OrderController::place, OrderResource::of);
    }

    private static Place place(OrderView row) {
        return new Place(row.order().paidAt().toString(), row.order().id());
    }

    @Needs(Scope.ORDERS_READ)
    @Get("/{order}")
    @Operation(
            operationId = "getOrder",
            summary = "Read one order · 读取一个订单",
            description = "One order of a customer that the key sees, by id or as ext:{source}:{externalId}.")
    OrderResource show(
            Caller caller, @PathVariable @Schema(example = "ext:shop:20260301-0007", maxLength = 170) String order) {
        Reference reference = IdType.ORDER.referenceInPath("order", order);
        var found = switch (reference) {
            case Reference.ById(var id) -> view.order(caller, id);
            case Reference.ByKey(var key) -> view.order(caller, key);
        };
        return found.map(OrderResource::of).orElseThrow(() -> Problems.notFound(IdType.ORDER.label(), order));
    }

    @Needs(Scope.ORDERS_WRITE)
    @Post
    @Operation(
            operationId = "recordOrder",
            summary = "Report one order · 报告一个订单",
            description =
                    "Records a paid order, late ones too. The same externalId of the same source said again changes"
                            + " nothing and answers 200; said otherwise it is refused.")
    HttpResponse<OrderResource> record(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        ReportedOrder report = body.read(ReportedOrder::read);
        return write.run(() -> Together.alone(
                request,
                IdType.ORDER,
                feed.record(caller.brand(), List.of(new Entry.Good<>(report)), List.of("")),
                id -> shown(caller, id)));
    }

    private OrderResource shown(Caller caller, PublicId id) {
        return OrderResource.of(view.recordedOrder(caller, id));
    }

    @Needs(Scope.ORDERS_WRITE)
    @Post("/batch")
    @Operation(
            operationId = "recordOrders",
            summary = "Report up to 500 orders · 批量报告订单",
            description =
                    "Answers 207 with one status, id or problem per item, in order. Items don't depend on each other"
                            + " unless atomic is true: then one refusal undoes all.")
    HttpResponse<BatchResource> recordBatch(
            Caller caller,
            JsonBody body,
            Write write,
            HttpRequest<?> request,
            @QueryValue @Schema(example = "false") Optional<Boolean> atomic) {
        List<Entry<ReportedOrder>> entries = body.readEach(RecordOrders.MOST, ReportedOrder::read);
        return write.run(() -> BatchResource.answer(
                request,
                IdType.ORDER,
                feed.record(caller.brand(), entries, Together.places(entries.size())),
                atomic.orElse(false)));
    }
}
