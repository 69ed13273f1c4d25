package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.TimelineEntry;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.application.insight.port.CustomerViews.Mark;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened with a customer.
@Controller("/v1/brands/{brand}/customers/{customer}/timeline")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class TimelineController implements Contract.Owner {
    private static final Listing TIMELINE = Listing.inOrderOf("-at").build();

    private final ViewCustomer view;
    private final CustomerFinder finder;
    private final Lists lists;

    TimelineController(ViewCustomer view, CustomerFinder finder, Lists lists) {
        this.view = view;
        this.finder = finder;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listTimeline", TIMELINE);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listTimeline",
            summary = "What happened with a customer · 客户时间线",
            description =
                    "Relationships, contacts with what came of them, interactions, orders, tasks, stages, tags, wishes and"
                            + " stays in the pool,"
                            + " newest first.")
    Page<TimelineResource> list(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer,
            HttpRequest<?> request) {
        ListQuery query = lists.read(TIMELINE, request);
        @Nullable Place after = query.page().after();
        var entries = finder.id(caller, customer)
                .flatMap(id -> view.timeline(
                        caller.brand(),
                        caller.sees(),
                        id,
                        after == null ? null : mark(after),
                        query.page().withOneMore().limit()))
                .orElseThrow(() -> CustomerFinder.unknown(customer));
        return lists.page(query, entries, TimelineController::place, TimelineResource::of);
    }

    private static Place place(TimelineEntry entry) {
        return new Place(entry.at() + " " + entry.kind(), entry.number());
    }

    private static Mark mark(Place place) {
        int split = place.key().indexOf(' ');
        return new Mark(
                Instant.parse(place.key().substring(0, split)),
                TimelineEntry.Kind.valueOf(place.key().substring(split + 1)),
                place.id());
    }
}
