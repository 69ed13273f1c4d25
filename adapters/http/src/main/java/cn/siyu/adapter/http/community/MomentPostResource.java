package cn.siyu.adapter.http.community;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.community.ReadMoments;
import cn.siyu.domain.community.MomentPost;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One account's post of a plan (朋友圈发表), with what came of it.
///
/// @param id its id
/// @param account by which account
/// @param state where it stands
/// @param reason why; null if there is nothing to say
/// @param publishAt when it is posted
/// @param publishedAt when it was posted; null if it wasn't
/// @param byHand whether a person has a task to post it
/// @param audience for how many customers it is
/// @param silenced how many were left out since they said "not interested"
/// @param optedOut how many were left out since they opted out or are banned
/// @param likes how many likes are known
/// @param comments how many comments are known
/// @param createdAt when it was planned
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
@Schema(name = "MomentPost", description = "One account's post of a plan (朋友圈发表), with what came of it")
record MomentPostResource(
        @Schema(example = "mop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        MomentPost.State state,

        @Nullable @Schema(example = "MOMENTS_PER_ACCOUNT", maxLength = 40)
        String reason,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant publishAt,

        @Nullable @Schema(example = "2026-11-23T09:52:00.000Z")
        Instant publishedAt,

        @Schema(example = "false") boolean byHand,
        @Schema(example = "412", minimum = "0") int audience,
        @Schema(example = "7", minimum = "0") int silenced,
        @Schema(example = "3", minimum = "0") int optedOut,
        @Schema(example = "25", minimum = "0") int likes,
        @Schema(example = "4", minimum = "0") int comments,
        @Schema(example = "2026-11-23T09:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:00:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {
    static MomentPostResource of(ReadMoments.OfPost view) {
        var post = view.post();
        var by = post.progress();
        return new MomentPostResource(
                IdType.MOMENT_POST.format(post.publicId()),
                IdType.CHANNEL_ACCOUNT.format(view.account().publicId()),
                post.state(),
                post.reason(),
                post.publishAt(),
                by.publishedAt(),
                by.task() != null,
                post.audience().chosen(),
                post.audience().silenced(),
                post.audience().optedOut(),
                by.likes(),
                by.comments(),
                post.createdAt(),
                post.updatedAt(),
                post.version());
    }
}
