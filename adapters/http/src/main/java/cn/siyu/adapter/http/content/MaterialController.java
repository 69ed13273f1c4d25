package cn.siyu.adapter.http.content;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.language.Text;
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
import cn.siyu.application.content.AddMaterial;
import cn.siyu.application.content.ChangeMaterial;
import cn.siyu.application.content.PreviewMaterial;
import cn.siyu.application.content.ReadMaterials;
import cn.siyu.domain.content.MaterialDraft;
import cn.siyu.domain.content.Variable;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The materials (素材) of a brand. They are the brand's: every key that may read them sees all of
/// them.
@Controller("/v1/brands/{brand}/materials")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Materials")
final class MaterialController implements Contract.Owner {
    private static final Listing MATERIALS =
            Numbered.listing().filter("archived", FilterType.flag()).build();
    private static final String EXAMPLE = "{\"name\":\"欢迎语\",\"text\":\"{{customer.nickname|朋友}}，欢迎来到{{brand.name}}！\","
            + "\"attachments\":[{\"kind\":\"LINK\",\"title\":\"第二杯半价\",\"url\":\"https://example.com/coupon\"}]}";
    private static final String VARIABLES =
            Stream.of(Variable.values()).map(Variable::path).collect(Collectors.joining(", "));

    private final ReadMaterials read;
    private final AddMaterial add;
    private final ChangeMaterial change;
    private final PreviewMaterial preview;
    private final Lists lists;

    MaterialController(
            ReadMaterials read, AddMaterial add, ChangeMaterial change, PreviewMaterial preview, Lists lists) {
        this.read = read;
        this.add = add;
        this.change = change;
        this.preview = preview;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listMaterials", MATERIALS)
                .body("createMaterial", MaterialResource::draft, EXAMPLE)
                .body("changeMaterial", MaterialResource::draft, EXAMPLE)
                .problems("changeMaterial", ProblemCode.ARCHIVED)
                .problems("archiveMaterial", ProblemCode.ARCHIVED)
                .body(
                        "previewMaterial",
                        Trial::read,
                        "{\"text\":\"{{customer.nickname|朋友}}，欢迎！\",\"without\":[\"customer.nickname\"]}");
    }

    @Needs(Scope.MATERIALS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listMaterials",
            summary = "List materials · 列出素材",
            description =
                    "Those in use, or with archived=true those that are archived, in the order in which they were made.")
    Page<MaterialResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                MATERIALS,
                request,
                (query, after, atMost) ->
                        read.page(caller, query.one("archived", Boolean.class).orElse(false), after, atMost),
                material -> material.id().value(),
                MaterialResource::of);
    }

    @Needs(Scope.MATERIALS_READ)
    @Get("/{material}")
    @Operation(
            operationId = "getMaterial",
            summary = "Show a material · 查看素材",
            description = "As it was written, with the variables in it.")
    MaterialResource show(
            Caller caller,
            @PathVariable @Schema(example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String material) {
        return read.one(caller, IdType.MATERIAL.inPath("material", material))
                .map(MaterialResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.MATERIAL.label(), material));
    }

    @Needs(Scope.MATERIALS_WRITE)
    @Post
    @Operation(
            operationId = "createMaterial",
            summary = "Save a material · 新建素材",
            description =
                    "It is checked first: unknown variables, braces, lengths as channels count them, addresses. All mistakes "
                            + "come at once.")
    @ApiResponse(responseCode = "201", description = "The material is saved", useReturnTypeSchema = true)
    HttpResponse<MaterialResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        return write.run(() -> {
            var command = new AddMaterial.Command(caller, body.read(MaterialResource::draft));
            var resource = MaterialResource.of(MaterialProblems.saved(add.handle(command), ""));
            return Created.under(request, resource.id(), resource);
        });
    }

    @Needs(Scope.MATERIALS_WRITE)
    @Patch(
            value = "/{material}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "changeMaterial",
            summary = "Change a material · 修改素材",
            description =
                    "Messages that were planned before keep their words. A list of attachments replaces the list there is.")
    HttpResponse<MaterialResource> change(
            Caller caller,
            @PathVariable @Schema(example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String material,
            JsonBody body,
            Conditions conditions,
            Write write) {
        MaterialResource current = show(caller, material);
        conditions.requireVersion(current.version());
        MaterialDraft draft = body.patch(current, MaterialResource::draft);
        PublicId id = IdType.MATERIAL.inPath("material", material);
        return write.run(() -> HttpResponse.ok(MaterialResource.of(MaterialProblems.saved(
                change.handle(new ChangeMaterial.Command(caller, id, current.version(), draft)), material))));
    }

    @Needs(Scope.MATERIALS_WRITE)
    @Delete("/{material}")
    @Operation(
            operationId = "archiveMaterial",
            summary = "Archive a material · 归档素材",
            description = "It can't be used or changed any more, but still be read.")
    HttpResponse<MaterialResource> archive(
            Caller caller,
            @PathVariable @Schema(example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String material,
            Conditions conditions,
            Write write) {
        MaterialResource current = show(caller, material);
        conditions.requireVersion(current.version());
        PublicId id = IdType.MATERIAL.inPath("material", material);
        return write.run(() -> HttpResponse.ok(
                MaterialResource.of(MaterialProblems.saved(change.archive(caller, id, current.version()), material))));
    }

    @Needs(Scope.MATERIALS_READ)
    @Post("/previews")
    @Operation(
            operationId = "previewMaterial",
            summary = "See how a draft would read · 预览素材",
            description =
                    "With example values for all variables but those named in without, so that their fallbacks show. Nothing "
                            + "is saved.")
    MaterialPreviewResource preview(Caller caller, JsonBody body, HttpRequest<?> request) {
        Trial trial = body.read(Trial::read);
        return switch (preview.answer(new PreviewMaterial.Query(caller, trial.draft(), trial.without()))) {
            case PreviewMaterial.Outcome.Shown(var rendering) ->
                MaterialPreviewResource.of(rendering, Language.of(request));
            case PreviewMaterial.Outcome.Refused(var errors) -> throw MaterialProblems.refused(errors);
        };
    }

    /// A draft to be tried.
    private record Trial(MaterialDraft draft, Set<Variable> without) {
        static Trial read(Input in) {
            return new Trial(
                    MaterialResource.content(in.text("name", 1000).or("preview"), in),
                    in.list("without", 0, 100)
                            .texts(60)
                            .as(
                                    Trial::variables,
                                    ProblemCode.UNKNOWN_VARIABLE,
                                    Text.of("Possible: %s.", "可用：%s。", VARIABLES))
                            .or(Set.of()));
        }

        private static Optional<Set<Variable>> variables(List<String> paths) {
            return paths.stream().allMatch(path -> Variable.of(path).isPresent())
                    ? Optional.of(paths.stream()
                            .flatMap(path -> Variable.of(path).stream())
                            .collect(Collectors.toSet()))
                    : Optional.empty();
        }
    }
}
