package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.DefineTag;
import cn.siyu.application.customer.DefineTag.Outcome;
import cn.siyu.application.customer.port.Tags;
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

/// The tags (标签) of a brand.
@Controller("/v1/brands/{brand}/tags")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tags")
final class TagController implements Contract.Owner {
    private static final int LONGEST = 30;

    private final Tags tags;
    private final DefineTag define;

    TagController(Tags tags, DefineTag define) {
        this.tags = tags;
        this.define = define;
    }

    private record Wish(String group, String name) {
        static Wish read(Input in) {
            return new Wish(
                    in.text("group", LONGEST).get(), in.text("name", LONGEST).get());
        }
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body("createTag", Wish::read, "{\"group\": \"意向\", \"name\": \"高\"}")
                .problems("createTag", ProblemCode.ALREADY_EXISTS);
    }

    @Needs(Scope.TAGS_READ)
    @Get
    @Operation(
            operationId = "listTags",
            summary = "List tags · 列出标签",
            description = "All tags of the brand, by group and name. They are few and come in one page.")
    Page<TagResource> list(Caller caller) {
        return new Page<>(tags.all(caller.brand()).stream().map(TagResource::of).toList(), null, null, null);
    }

    @Needs(Scope.TAGS_READ)
    @Get("/{tag}")
    @Operation(
            operationId = "getTag",
            summary = "Read one tag · 读取一个标签",
            description = "One tag of the brand with its group.")
    TagResource show(
            Caller caller,
            @PathVariable @Schema(example = "tag_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String tag) {
        return tags.byPublicId(caller.brand(), IdType.TAG.inPath("tag", tag))
                .map(TagResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.TAG.label(), tag));
    }

    @Needs(Scope.TAGS_WRITE)
    @Post
    @Operation(
            operationId = "createTag",
            summary = "Make a tag · 新建标签",
            description =
                    "Makes a tag in a group; the group comes into being with its first tag. The channel learns of it when"
                            + " it is set for the first time.")
    @ApiResponse(responseCode = "201", description = "The tag is there")
    HttpResponse<TagResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        Wish wish = body.read(Wish::read);
        return write.run(() -> switch (define.handle(
                new DefineTag.Command(caller.brand(), wish.group(), wish.name()))) {
            case Outcome.Defined(var tag) ->
                Created.under(request, IdType.TAG.format(tag.publicId()), TagResource.of(tag));
            case Outcome.Taken(var tag) ->
                throw Problems.alreadyExists(
                        "/name",
                        Text.of(
                                "The group has this tag already: %s.",
                                "该组已有此标签：%s。", IdType.TAG.format(tag.publicId())));
        });
    }
}
