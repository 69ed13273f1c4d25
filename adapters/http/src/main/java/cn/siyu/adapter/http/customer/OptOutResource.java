package cn.siyu.adapter.http.customer;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A customer's wish not to be contacted at a touchpoint (退订).
///
/// @param touchpoint which; ALL stands for every one
/// @param sinceAt since when
@Serdeable
@Schema(name = "OptOut", description = "A customer's wish not to be contacted at a touchpoint (退订)")
record OptOutResource(
        @Schema(example = "ALL", maxLength = 40) String touchpoint,
        @Schema(example = "2026-02-20T08:00:00.000Z") Instant sinceAt) {}
