package cn.siyu.adapter.http.engine;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.engine.Trouble;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something between the brand and a channel that waits for a person (待处理故障).
///
/// @param id what it is called here
/// @param kind on which way it got stuck
/// @param connection the connection an event came from; null for a command
/// @param command what the channel was to be told; null for an event
/// @param account the account in whose name; null for an event
/// @param reason why it was given up
/// @param attempts how often it was tried again before
/// @param createdAt when the event came in or the command was queued
/// @param age how long ago that is on the brand's clock
@Serdeable
@Schema(name = "Trouble", description = "Something between the brand and a channel that waits for a person (待处理故障)")
record TroubleResource(
        @Schema(example = "trb_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        Trouble.Kind kind,

        @Nullable @Schema(example = "main", maxLength = 60) String connection,

        Trouble.@Nullable Command command,

        @Nullable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Schema(
                example = "no channel account has the address 'ada'; add it, then the event can be read",
                maxLength = 1000)
        String reason,

        @Schema(example = "0", minimum = "0") int attempts,
        @Schema(example = "2026-03-10T02:00:00.000Z") Instant createdAt,

        @Schema(example = "PT3H20M", maxLength = 40) String age) {
    static TroubleResource of(Trouble trouble, Instant now) {
        return new TroubleResource(
                IdType.TROUBLE.format(trouble.publicId()),
                trouble.kind(),
                trouble.connection(),
                trouble.command(),
                Optional.ofNullable(trouble.account())
                        .map(TroubleResource::account)
                        .orElse(null),
                trouble.reason(),
                trouble.attempts(),
                trouble.createdAt(),
                age(trouble.createdAt(), now).toString());
    }

    private static String account(PublicId id) {
        return IdType.CHANNEL_ACCOUNT.format(id);
    }

    private static Duration age(Instant createdAt, Instant now) {
        return now.isBefore(createdAt)
                ? Duration.ZERO
                : Duration.between(createdAt, now).truncatedTo(ChronoUnit.SECONDS);
    }
}
