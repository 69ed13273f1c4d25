package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.answer.Changes;
import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.ChangeContactWay;
import cn.siyu.application.channel.ContactWayView;
import cn.siyu.application.channel.ContactWayWish;
import cn.siyu.application.channel.CreateContactWay;
import cn.siyu.application.channel.ReadContactWays;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The contact ways (联系我) of a brand. A key that sees a part of the brand sees those that any of
/// its accounts serves.
@Controller("/v1/brands/{brand}/contact-ways")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact ways")
final class ContactWayController implements Contract.Owner {
    private static final Listing WAYS =
            Numbered.listing().filter("archived", FilterType.flag()).build();
    private static final String EXAMPLE = "{\"name\":\"人民路店门口海报\",\"hook\":\"第二杯半价\","
            + "\"accounts\":[{\"account\":\"acc_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"weight\":2}]}";

    private final ReadContactWays read;
    private final CreateContactWay create;
    private final ChangeContactWay change;
    private final PermanentLinks links;
    private final Lists lists;

    ContactWayController(
            ReadContactWays read, CreateContactWay create, ChangeContactWay change, PermanentLinks links, Lists lists) {
        this.read = read;
        this.create = create;
        this.change = change;
        this.links = links;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listContactWays", WAYS)
                .body("createContactWay", ContactWayResource::wish, EXAMPLE)
                .body("changeContactWay", ContactWayResource::wish, EXAMPLE)
                .problems("changeContactWay", ProblemCode.ARCHIVED)
                .problems("archiveContactWay", ProblemCode.ARCHIVED);
    }

    @Needs(Scope.CONTACT_WAYS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listContactWays",
            summary = "List contact ways · 列出渠道活码",
            description =
                    "Those in use, or with archived=true those that are archived, in the order in which they were made.")
    Page<ContactWayResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                WAYS,
                request,
                (query, after, atMost) ->
                        read.page(caller, query.one("archived", Boolean.class).orElse(false), after, atMost),
                view -> view.way().id().value(),
                view -> resource(request, view));
    }

    @Needs(Scope.CONTACT_WAYS_READ)
    @Get("/{way}")
    @Operation(
            operationId = "getContactWay",
            summary = "Show a contact way · 查看渠道活码",
            description = "With its permanent link and who serves it.")
    ContactWayResource show(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String way) {
        return read.one(caller, IdType.CONTACT_WAY.inPath("way", way))
                .map(view -> resource(request, view))
                .orElseThrow(() -> Problems.notFound(IdType.CONTACT_WAY.label(), way));
    }

    @Needs(Scope.CONTACT_WAYS_WRITE)
    @Post
    @Operation(
            operationId = "createContactWay",
            summary = "Make a contact way · 新建渠道活码",
            description =
                    "Makes a permanent link. Codes of the accounts on the channel are fetched right after; until then the "
                            + "link asks visitors to come back.")
    @ApiResponse(responseCode = "201", description = "The contact way is there", useReturnTypeSchema = true)
    HttpResponse<ContactWayResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        return write.run(() -> {
            var command = new CreateContactWay.Command(caller, body.read(ContactWayResource::wish));
            var resource = resource(request, Changes.made(create.handle(command), IdType.CONTACT_WAY));
            return Created.under(request, resource.id(), resource);
        });
    }

    @Needs(Scope.CONTACT_WAYS_WRITE)
    @Patch(
            value = "/{way}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "changeContactWay",
            summary = "Change a contact way · 修改渠道活码",
            description =
                    "Who serves it can change at any time; the link stays. A list of accounts replaces the list there is.")
    HttpResponse<ContactWayResource> change(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String way,
            JsonBody body,
            Conditions conditions,
            Write write) {
        ContactWayResource current = show(caller, request, way);
        conditions.requireVersion(current.version());
        ContactWayWish wish = body.patch(current, ContactWayResource::wish);
        var command =
                new ChangeContactWay.Command(caller, IdType.CONTACT_WAY.inPath("way", way), current.version(), wish);
        return write.run(() ->
                HttpResponse.ok(resource(request, Changes.changed(change.handle(command), IdType.CONTACT_WAY, way))));
    }

    @Needs(Scope.CONTACT_WAYS_WRITE)
    @Delete("/{way}")
    @Operation(
            operationId = "archiveContactWay",
            summary = "Archive a contact way · 归档渠道活码",
            description = "Its link answers 410 from now on, and it takes no more changes. It can still be read.")
    HttpResponse<ContactWayResource> archive(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String way,
            Conditions conditions,
            Write write) {
        ContactWayResource current = show(caller, request, way);
        conditions.requireVersion(current.version());
        PublicId id = IdType.CONTACT_WAY.inPath("way", way);
        return write.run(() -> HttpResponse.ok(resource(
                request, Changes.changed(change.archive(caller, id, current.version()), IdType.CONTACT_WAY, way))));
    }

    private ContactWayResource resource(HttpRequest<?> request, ContactWayView view) {
        return ContactWayResource.of(view, links.to(view.way().code(), request));
    }
}
