package cn.siyu.adapter.http.meta;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a request may have.
///
/// @param bodyBytes bytes of a JSON body
/// @param bodyDepth levels of nesting of a JSON body
/// @param importBytes bytes of a file that is imported
/// @param pageDefault items of a page that was not asked to have another size
/// @param pageMost items of a page; a larger wish is lowered to it
/// @param idempotencyKeyCharacters characters of an Idempotency-Key
/// @param idempotencyKeptFor how long the answer to a named request is remembered
@Serdeable
public record LimitsResource(
        @Schema(example = "1048576", minimum = "1") int bodyBytes,
        @Schema(example = "32", minimum = "1") int bodyDepth,
        @Schema(example = "33554432", minimum = "1") long importBytes,
        @Schema(example = "50", minimum = "1") int pageDefault,
        @Schema(example = "500", minimum = "1") int pageMost,
        @Schema(example = "255", minimum = "1") int idempotencyKeyCharacters,
        @Schema(example = "P7D", maxLength = 40) String idempotencyKeptFor) {}
