package cn.siyu.adapter.http.engine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What came of a wish to try troubles again.
///
/// @param retried how many are due again
@Serdeable
@Schema(name = "RetriedTroubles", description = "How many troubles are tried again")
record RetriedResource(
        @Schema(example = "12", minimum = "0") int retried) {}
