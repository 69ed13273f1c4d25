package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.ReadSops;
import cn.siyu.application.sop.SaveSopVersion;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopVersion;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The versions of an SOP, by number.
@Controller("/v1/brands/{brand}/sops/{sop}/versions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SOPs")
final class SopVersionController implements Contract.Owner {
    private static final Listing VERSIONS = Listing.inOrderOf("-number").build();
    static final String EXAMPLE = """
            {"definition": {
              "trigger": {"type": "RELATIONSHIP_ADDED", "reenterAfter": "P90D"},
              "audience": "not dormant",
              "holdout": 0.1,
              "steps": [
                {"type": "SEND", "material": "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", "contactClass": "SERVICE"},
                {"type": "WAIT", "until": {"day": 3, "localTime": "10:00"}},
                {"type": "TASK", "kind": "CALL", "title": "回访", "script": "{{customer.nickname|您}}好"}
              ],
              "goal": {"kind": "PURCHASE", "within": "P14D"},
              "exitOn": ["LOSS", "OPT_OUT"]}}""";

    private final ReadSops read;
    private final SaveSopVersion save;
    private final Lists lists;

    SopVersionController(ReadSops read, SaveSopVersion save, Lists lists) {
        this.read = read;
        this.save = save;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listSopVersions", VERSIONS)
                .body("saveSopVersion", SopVersionResource::definition, EXAMPLE)
                .body("rewriteSopVersion", SopVersionResource::definition, EXAMPLE)
                .problems("rewriteSopVersion", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.SOPS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listSopVersions",
            summary = "List the versions of an SOP · 列出 SOP 版本",
            description = "Drafts and published ones with their definitions, the newest first.")
    Page<SopVersionResource> list(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            HttpRequest<?> request) {
        PublicId id = IdType.SOP.inPath("sop", sop);
        ListQuery query = lists.read(VERSIONS, request);
        @Nullable Place after = query.page().after();
        var rows = read.versions(
                        caller,
                        id,
                        after == null ? Integer.MAX_VALUE : Math.toIntExact(after.id()),
                        query.page().withOneMore().limit(),
                        SopIds.FORM)
                .orElseThrow(() -> SopProblems.unknown(sop));
        return lists.page(query, rows, row -> new Place("", row.version().number()), SopVersionResource::of);
    }

    @Needs(Scope.SOPS_READ)
    @Get("/{number}")
    @Operation(
            operationId = "getSopVersion",
            summary = "Show a version of an SOP · 查看 SOP 版本",
            description = "Its definition in full, with every default written out.")
    SopVersionResource show(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number) {
        return read.version(caller, IdType.SOP.inPath("sop", sop), number, SopIds.FORM)
                .map(SopVersionResource::of)
                .orElseThrow(() -> SopProblems.unknownVersion(number));
    }

    @Needs(Scope.SOPS_WRITE)
    @Post
    @Operation(
            operationId = "saveSopVersion",
            summary = "Save a draft · 保存草稿",
            description =
                    "As a new version. Everything is checked: all mistakes come at once, each with its place. Nothing happens"
                            + " to customers until the version is activated.")
    @ApiResponse(responseCode = "201", description = "The draft is saved", useReturnTypeSchema = true)
    HttpResponse<SopVersionResource> create(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        PublicId id = IdType.SOP.inPath("sop", sop);
        Object tree = body.read(SopVersionResource::definition);
        return write.run(() -> {
            int number = saved(caller, id, sop, tree, null).number();
            return Created.under(request, Integer.toString(number), show(caller, sop, number));
        });
    }

    @Needs(Scope.SOPS_WRITE)
    @Put("/{number}")
    @Operation(
            operationId = "rewriteSopVersion",
            summary = "Rewrite a draft · 改写草稿",
            description = "Replaces the whole definition. What is published never changes: save a new version then.")
    HttpResponse<SopVersionResource> rewrite(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number,
            JsonBody body,
            Conditions conditions,
            Write write) {
        SopVersionResource current = show(caller, sop, number);
        if (current.publishedAt() != null) {
            throw SopProblems.published(number);
        }
        conditions.requireVersion(current.version());
        Object tree = body.replace(SopVersionResource::definition);
        PublicId id = IdType.SOP.inPath("sop", sop);
        return write.run(() -> {
            saved(caller, id, sop, tree, new SaveSopVersion.Draft(number, current.version()));
            return HttpResponse.ok(show(caller, sop, number));
        });
    }

    private SopVersion saved(
            Caller caller, PublicId id, String sop, Object tree, SaveSopVersion.@Nullable Draft draft) {
        var command = new SaveSopVersion.Command(caller, id, tree, SopIds.FORM, draft);
        return switch (save.handle(command)) {
            case SaveSopVersion.Outcome.Saved(var version) -> version;
            case SaveSopVersion.Outcome.Refused(var mistakes) -> throw SopProblems.refused(mistakes);
            case SaveSopVersion.Outcome.Unknown() -> throw SopProblems.unknown(sop);
            case SaveSopVersion.Outcome.Published() -> throw SopProblems.published(draft == null ? 0 : draft.number());
            case SaveSopVersion.Outcome.Stale(var version) -> throw SopProblems.stale(version);
        };
    }
}
