package cn.siyu.adapter.http.content;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialDraft;
import cn.siyu.domain.content.Variable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// A material: a message that can be sent again and again, with variables.
///
/// @param id its id
/// @param name what operators call it
/// @param text what it says, with variables such as {{customer.nickname|朋友}}; may be empty if
///     there are attachments
/// @param attachments what goes along with the text
/// @param variables the variables in the text
/// @param personal whether each customer gets a text of their own
/// @param archived whether it can no longer be used
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
record MaterialResource(
        @Schema(example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "欢迎语", maxLength = 100) String name,

        @Schema(example = "{{customer.nickname|朋友}}，欢迎来到{{brand.name}}！", maxLength = 4000)
        String text,

        @ArraySchema(maxItems = 20) List<AttachmentResource> attachments,

        @ArraySchema(maxItems = 100, schema = @Schema(maxLength = 60, example = "customer.nickname"))
        List<String> variables,

        @Schema(example = "true") boolean personal,
        @Schema(example = "false") boolean archived,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_ATTACHMENTS = 50;

    static MaterialResource of(Material material) {
        var content = material.content();
        return new MaterialResource(
                IdType.MATERIAL.format(material.publicId()),
                material.name(),
                content.text().source(),
                content.attachments().stream().map(AttachmentResource::of).toList(),
                content.text().variables().stream().map(Variable::path).sorted().toList(),
                content.isPersonal(),
                material.archived(),
                material.createdAt(),
                material.updatedAt(),
                material.version());
    }

    /// Reads a material as somebody wrote it.
    static MaterialDraft draft(Input in) {
        in.readOnly("variables", "personal", "archived");
        return content(in.text("name", 1000).get(), in);
    }

    /// Reads what a material says.
    static MaterialDraft content(String name, Input in) {
        return new MaterialDraft(
                name,
                in.textOrEmpty("text", LONGEST_TEXT).or(""),
                in.list("attachments", 0, MOST_ATTACHMENTS)
                        .objects(AttachmentResource::read)
                        .or(List.of()));
    }
}
