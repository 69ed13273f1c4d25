package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.answer.BatchResource;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
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
import cn.siyu.application.insight.InteractionView;
import cn.siyu.application.insight.RecordInteractions;
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

/// What customers did at touchpoints, reported by archives, mini programs and shops.
@Controller("/v1/brands/{brand}/interactions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Interactions")
final class InteractionController implements Contract.Owner {
    private static final Listing INTERACTIONS = Listing.sortedBy("-occurredAt")
            .filter("customer", IdType.CUSTOMER)
            .filter("kind", FilterType.text(40))
            .filter("occurredAt", FilterType.instant())
            .build();
    private static final String EXAMPLE = """
            {"externalId": "msg-20260301-7", "source": "archive", "kind": "REPLY", "touchpoint": "PRIVATE_CHAT",
             "identity": {"type": "EXTERNAL_USERID", "value": "wmqfasd1e1927831123109rBAAAA"},
             "account": {"staffUserId": "ada"}, "occurredAt": "2026-03-01T08:00:00Z"}""";

    private final InteractionFeed feed;
    private final ViewFacts view;
    private final Lists lists;

    InteractionController(InteractionFeed feed, ViewFacts view, Lists lists) {
        this.feed = feed;
        this.view = view;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listInteractions", INTERACTIONS)
                .body("recordInteraction", ReportedInteraction::read, EXAMPLE)
                .problems("recordInteraction", ProblemCode.ALREADY_EXISTS)
                .body("recordInteractions", InteractionController::batch, "{\"items\": [" + EXAMPLE + "]}");
    }

    private static List<ReportedInteraction> batch(Input in) {
        return in.list("items", 1, RecordInteractions.MOST)
                .objects(ReportedInteraction::read)
                .get();
    }

    @Needs(Scope.INTERACTIONS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listInteractions",
            summary = "List interactions · 列出互动",
            description = "What customers that the key sees did at touchpoints, newest first.")
    Page<InteractionResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(INTERACTIONS, request);
        var rows = view.interactions(caller, wanted(query), query.page().withOneMore());
        return lists.page(query, rows, InteractionController::place, InteractionResource::of);
    }

    private static Wanted wanted(ListQuery query) {
        return new Wanted(
                query.one("customer", PublicId.class).orElse(null),
                Set.copyOf(query.all("kind", String.class)),
                Moments.from(query, "occurredAt"),
                Moments.until(query, "occurredAt"));
    }

    private static Place place(InteractionView row) {
        return new Place(
                row.interaction().occurredAt().toString(), row.interaction().id());
    }

    @Needs(Scope.INTERACTIONS_READ)
    @Get("/{interaction}")
    @Operation(
            operationId = "getInteraction",
            summary = "Read one interaction · 读取一次互动",
            description = "One interaction of a customer that the key sees.")
    InteractionResource show(
            Caller caller,
            @PathVariable @Schema(example = "int_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String interaction) {
        PublicId id = IdType.INTERACTION.inPath("interaction", interaction);
        return view.interaction(caller, id)
                .map(InteractionResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.INTERACTION.label(), interaction));
    }

    @Needs(Scope.INTERACTIONS_WRITE)
    @Post
    @Operation(
            operationId = "recordInteraction",
            summary = "Report one interaction · 报告一次互动",
            description =
                    "Records what a customer did. The same externalId of the same source said again changes nothing and"
                            + " answers 200; said otherwise it is refused. The identity's scope may be left out where it can be known. A system that knows several identities"
                            + " of the customer names them together, and says by identifiedBy how it knows that they are one"
                            + " person's: they are joined before the interaction is recorded, and what can't be one person's is"
                            + " shown as a conflict.")
    HttpResponse<InteractionResource> record(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        ReportedInteraction report = body.read(ReportedInteraction::read);
        return write.run(() -> Together.alone(
                request,
                IdType.INTERACTION,
                feed.record(caller, List.of(new Entry.Good<>(report)), List.of("")),
                id -> shown(caller, id)));
    }

    private InteractionResource shown(Caller caller, PublicId id) {
        return InteractionResource.of(view.recordedInteraction(caller, id));
    }

    @Needs(Scope.INTERACTIONS_WRITE)
    @Post("/batch")
    @Operation(
            operationId = "recordInteractions",
            summary = "Report up to 500 interactions · 批量报告互动",
            description =
                    "Answers 207 with one status, id or problem per item, in order. Items don't depend on each other"
                            + " unless atomic is true: then one refusal undoes all.")
    HttpResponse<BatchResource> recordBatch(
            Caller caller,
            JsonBody body,
            Write write,
            HttpRequest<?> request,
            @QueryValue @Schema(example = "false") Optional<Boolean> atomic) {
        List<Entry<ReportedInteraction>> entries = body.readEach(RecordInteractions.MOST, ReportedInteraction::read);
        return write.run(() -> BatchResource.answer(
                request,
                IdType.INTERACTION,
                feed.record(caller, entries, Together.places(entries.size())),
                atomic.orElse(false)));
    }
}
