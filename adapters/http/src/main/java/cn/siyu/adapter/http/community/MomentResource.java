package cn.siyu.adapter.http.community;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.community.ReadMoments;
import cn.siyu.domain.community.MomentPost;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A post to moments that is planned for many accounts (朋友圈计划).
///
/// @param id its id
/// @param material what is posted
/// @param visibleTo tags of which a customer must have one to see it; none: all customers
/// @param publishAt when it is posted
/// @param confirmBy until when staff must have posted it
/// @param cancelledAt when it was called off; null if it wasn't
/// @param posts how many posts stand where, of accounts that the key sees
/// @param createdAt when it was planned
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
@Schema(name = "Moment", description = "A post to moments that is planned for many accounts (朋友圈计划)")
record MomentResource(
        @Schema(example = "mom_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String material,

        @ArraySchema(maxItems = 100, schema = @Schema(example = "tag_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30))
        List<String> visibleTo,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant publishAt,
        @Schema(example = "2026-11-25T09:40:00.000Z") Instant confirmBy,

        @Nullable @Schema(example = "2026-11-23T09:30:00.000Z")
        Instant cancelledAt,

        @ArraySchema(maxItems = 10) List<Count> posts,
        @Schema(example = "2026-11-23T09:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:00:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {
    /// How many posts stand somewhere.
    ///
    /// @param state where
    /// @param count how many
    @Serdeable
    @Schema(name = "MomentPostCount", description = "How many posts stand somewhere")
    record Count(
            MomentPost.State state,

            @Schema(description = "How many", example = "120", minimum = "1")
            int count) {}

    static MomentResource of(ReadMoments.OfPlan view) {
        var plan = view.plan();
        return new MomentResource(
                IdType.MOMENT.format(plan.publicId()),
                IdType.MATERIAL.format(view.material()),
                view.visibleTo().stream().map(IdType.TAG::format).toList(),
                plan.publishAt(),
                plan.confirmBy(),
                plan.cancelledAt(),
                view.counts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Count(each.getKey(), each.getValue()))
                        .toList(),
                plan.createdAt(),
                plan.updatedAt(),
                plan.version());
    }
}
