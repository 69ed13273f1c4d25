package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.DefineSop;
import cn.siyu.application.sop.ReadSops;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
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
import org.jspecify.annotations.Nullable;

/// The SOPs of a brand: what stays the same over their versions.
@Controller("/v1/brands/{brand}/sops")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SOPs")
final class SopController implements Contract.Owner {
    private static final Listing SOPS = Numbered.listing().build();
    private static final String EXAMPLE = "{\"name\":\"新客欢迎\"}";

    private final ReadSops read;
    private final DefineSop define;
    private final Lists lists;

    SopController(ReadSops read, DefineSop define, Lists lists) {
        this.read = read;
        this.define = define;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listSops", SOPS)
                .body("createSop", SopResource::name, EXAMPLE)
                .body("changeSop", SopResource::name, EXAMPLE);
    }

    @Needs(Scope.SOPS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listSops",
            summary = "List SOPs · 列出 SOP",
            description = "All SOPs of the brand, in the order in which they were made.")
    Page<SopResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                SOPS,
                request,
                (_, after, atMost) -> read.sops(caller, after, atMost),
                view -> view.sop().id().value(),
                SopResource::of);
    }

    @Needs(Scope.SOPS_READ)
    @Get("/{sop}")
    @Operation(
            operationId = "getSop",
            summary = "Show an SOP · 查看 SOP",
            description = "Its name, whether it takes customers in, and into which version.")
    SopResource show(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop) {
        return read.sop(caller, IdType.SOP.inPath("sop", sop))
                .map(SopResource::of)
                .orElseThrow(() -> SopProblems.unknown(sop));
    }

    @Needs(Scope.SOPS_WRITE)
    @Post
    @Operation(
            operationId = "createSop",
            summary = "Make an SOP · 新建 SOP",
            description = "It has a name and no version yet: save one, and activate it. Until then it takes nobody in.")
    @ApiResponse(responseCode = "201", description = "The SOP is there", useReturnTypeSchema = true)
    HttpResponse<SopResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        String name = body.read(SopResource::name);
        return write.run(() -> {
            String id = IdType.SOP.format(defined(caller, name, null, 0, "").publicId());
            return Created.under(request, id, show(caller, id));
        });
    }

    @Needs(Scope.SOPS_WRITE)
    @Patch(
            value = "/{sop}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "changeSop",
            summary = "Rename an SOP · 重命名 SOP",
            description =
                    "Only the name changes this way; the state by activations, pauses, resumptions, deactivations.")
    HttpResponse<SopResource> change(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            JsonBody body,
            Conditions conditions,
            Write write) {
        SopResource current = show(caller, sop);
        conditions.requireVersion(current.version());
        String name = body.patch(current, SopResource::name);
        PublicId id = IdType.SOP.inPath("sop", sop);
        return write.run(() -> {
            defined(caller, name, id, current.version(), sop);
            return HttpResponse.ok(show(caller, sop));
        });
    }

    private Sop defined(Caller caller, String name, @Nullable PublicId id, int expected, String sop) {
        return switch (define.handle(new DefineSop.Command(caller, name, id, expected))) {
            case DefineSop.Outcome.Defined(var defined) -> defined;
            case DefineSop.Outcome.Unknown() -> throw SopProblems.unknown(sop);
            case DefineSop.Outcome.Stale(var version) -> throw SopProblems.stale(version);
        };
    }
}
