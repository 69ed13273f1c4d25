package cn.siyu.adapter.http.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items the resources of this page
/// @param next the path of the next page, ready to be called; null at the end
/// @param total how many there are in all, if `count` was asked
/// @param totalIsEstimate whether the total is an estimate, if `count` was asked
@Serdeable
@Schema(description = "One page of a list")
public record Page<T>(
        @ArraySchema(maxItems = 500) List<T> items,

        @Nullable
        @Schema(
                description = "Path of the next page, ready to be called; null at the end",
                example = "/v1/brands/demo/customers?after=AAEC",
                maxLength = 8000)
        String next,

        @Nullable
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "How many there are in all, if count was asked", example = "5000", minimum = "0")
        Long total,

        @Nullable
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Whether total is an estimate, if count was asked", example = "false")
        Boolean totalIsEstimate) {

    /// A page with what `count` asked for.
    public Page<T> withTotal(long total, boolean estimate) {
        return new Page<>(items, next, total, estimate);
    }
}
