package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.application.sop.SopViews;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One version of an SOP. A draft may be rewritten; a published one never changes.
///
/// @param id its id
/// @param sop the SOP it belongs to
/// @param number 1, 2, 3 … in its SOP
/// @param definition what it says; see the reference page of definitions
/// @param active whether new customers are put in this version
/// @param publishedAt when it was published; null while it is a draft
/// @param createdAt when it was saved first
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
@Schema(name = "SopVersion")
record SopVersionResource(
        @Schema(example = "sov_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String sop,

        @Schema(example = "1", minimum = "1") int number,

        @Schema(
                type = "object",
                example = "{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[{\"type\":\"WAIT\",\"for\":\"P1D\"}]}")
        Map<String, Object> definition,

        @Schema(example = "true") boolean active,

        @Nullable @Schema(example = "2026-11-23T09:40:00.000Z")
        Instant publishedAt,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {
    static SopVersionResource of(SopViews.OfVersion view) {
        var version = view.version();
        var sop = view.sop().sop();
        return new SopVersionResource(
                IdType.SOP_VERSION.format(version.publicId()),
                IdType.SOP.format(sop.publicId()),
                version.number(),
                view.definition(),
                version.id().equals(sop.activeVersion()),
                version.publishedAt(),
                version.createdAt(),
                version.updatedAt(),
                version.version());
    }

    /// Reads the definition as a tree; what it says is the core's to understand.
    static Object definition(Input in) {
        in.readOnly("sop", "number", "active", "publishedAt");
        return Trees.plain(in.tree("definition", DefinitionShape.SCHEMA).get());
    }
}
