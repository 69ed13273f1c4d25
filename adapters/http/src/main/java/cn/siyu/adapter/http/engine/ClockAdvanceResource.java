package cn.siyu.adapter.http.engine;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.engine.ClockAdvance;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One advance of a sandbox's clock.
///
/// @param id its id
/// @param state how far it is
/// @param from where the clock stood
/// @param target where the clock shall stand
/// @param problem why the clock stopped before the target; null unless state is FAILED
/// @param createdAt when it was asked for, on the machine's clock
/// @param finishedAt when it ended, on the machine's clock; null while it runs
@Serdeable
record ClockAdvanceResource(
        @Schema(example = "opn_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        ClockAdvance.State state,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant from,
        @Schema(example = "2026-11-30T09:40:00.000Z") Instant target,

        @Nullable @Schema(example = "the simulated far side did not step: UNREACHABLE", maxLength = 1000)
        String problem,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,

        @Nullable @Schema(example = "2026-11-23T09:40:21.000Z")
        Instant finishedAt) {

    static ClockAdvanceResource of(ClockAdvance advance) {
        return new ClockAdvanceResource(
                IdType.OPERATION.format(advance.publicId()),
                advance.state(),
                advance.from(),
                advance.target(),
                advance.problem(),
                advance.createdAt(),
                advance.finishedAt());
    }
}
