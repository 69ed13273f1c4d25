package cn.siyu.adapter.http.answer;

import cn.siyu.adapter.http.problem.Problem;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What came of one item of a batch.
///
/// @param status the HTTP status it would have had as a request of its own
/// @param id of what was made or was there before; null if it was refused
/// @param problem why it was refused; null if it was not
@Serdeable
@Schema(description = "What came of one item of a batch")
public record BatchItem(
        @Schema(example = "201", minimum = "200", maximum = "599")
        int status,

        @Nullable @Schema(example = "int_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Nullable Problem problem) {}
