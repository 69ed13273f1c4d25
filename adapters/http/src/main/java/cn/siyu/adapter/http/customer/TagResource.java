package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.domain.customer.Tag;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A tag (标签) of the brand.
///
/// @param id what it is called here
/// @param group the name of its group
/// @param name its name, unique in the group
/// @param knownToChannel whether the channel has it already; it learns of it when it is set for the
///     first time
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
/// @param version counts changes
@Serdeable
@Schema(name = "Tag", description = "A tag of the brand (标签)")
record TagResource(
        @Schema(example = "tag_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "意向", maxLength = 30) String group,
        @Schema(example = "高", maxLength = 30) String name,
        @Schema(example = "true") boolean knownToChannel,
        @Schema(example = "2026-02-01T08:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-02-01T08:00:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {
    static TagResource of(Tag tag) {
        return new TagResource(
                IdType.TAG.format(tag.publicId()),
                tag.group(),
                tag.name(),
                tag.channelRef() != null,
                tag.createdAt(),
                tag.updatedAt(),
                tag.version());
    }
}
