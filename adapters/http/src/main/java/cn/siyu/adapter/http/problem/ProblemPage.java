package cn.siyu.adapter.http.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What the catalogue tells about one kind of problem, in one language.
///
/// @param code the stable code
/// @param type what `type` of a problem says
/// @param status the HTTP status
/// @param retryable whether the same request may succeed later
/// @param title the kind of problem in a few words
/// @param meaning what it means
/// @param causes what usually causes it
/// @param remedy what to do
@Serdeable
@Schema(description = "A kind of problem, explained")
public record ProblemPage(
        @Schema(example = "wrong-id-type", maxLength = 60) String code,

        @Schema(example = "/problems/wrong-id-type", maxLength = 100)
        String type,

        @Schema(example = "400", minimum = "400", maximum = "599")
        int status,

        @Schema(example = "false") boolean retryable,

        @Schema(example = "An id of another kind of resource", maxLength = 200)
        String title,

        @Schema(example = "The id is well formed but names another kind of resource.", maxLength = 2000)
        String meaning,

        @Schema(example = "Two ids of a request were swapped.", maxLength = 2000)
        String causes,

        @Schema(example = "Look at the prefix of the id.", maxLength = 2000)
        String remedy) {}
