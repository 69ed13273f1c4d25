package cn.siyu.adapter.http.engine;

import cn.siyu.domain.brand.BrandMode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What time it is for a brand.
///
/// @param mode LIVE: the world's time; SANDBOX: a clock that only moves when it is advanced
/// @param now what the clock shows
/// @param running the advance that is on its way; null if the clock stands still
@Serdeable
record ClockResource(
        BrandMode mode,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant now,
        @Nullable ClockAdvanceResource running) {}
