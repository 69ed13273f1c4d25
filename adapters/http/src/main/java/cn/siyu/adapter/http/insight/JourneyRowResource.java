package cn.siyu.adapter.http.insight;

import cn.siyu.domain.channel.journey.JourneyMap;
import cn.siyu.domain.channel.journey.JourneyStep;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// One step of the decision journey (决策旅程) with what serves it.
///
/// @param step which step
/// @param total how often in all
/// @param touchpoints where, in the order of the codes
/// @param gap whether nothing serves it
/// @param usuallyServedBy what usually serves it, the best first
@Serdeable
@Schema(name = "JourneyRow", description = "A step of the decision journey (决策旅程) with what serves it")
public record JourneyRowResource(
        JourneyStep step,

        @Schema(description = "How often in all", example = "412", minimum = "0")
        long total,

        @ArraySchema(maxItems = 1000, arraySchema = @Schema(description = "Where it is served, by code"))
        List<Cell> touchpoints,

        @Schema(description = "Whether nothing serves it", example = "false")
        boolean gap,

        @ArraySchema(
                maxItems = 1000,
                arraySchema = @Schema(description = "What usually serves it, the best first"),
                schema = @Schema(example = "VIDEO_CHANNEL", maxLength = 40))
        List<String> usuallyServedBy) {
    /// A touchpoint that serves a step.
    ///
    /// @param touchpoint its code
    /// @param count how often
    @Serdeable
    @Schema(name = "JourneyCell", description = "A touchpoint that serves a step")
    public record Cell(
            @Schema(example = "LIVE", maxLength = 40) String touchpoint,
            @Schema(example = "412", minimum = "1") long count) {}

    /// All steps, in order.
    public static List<JourneyRowResource> of(JourneyMap map) {
        return map.rows().stream()
                .map(row -> new JourneyRowResource(
                        row.step(),
                        row.total(),
                        row.cells().entrySet().stream()
                                .map(cell -> new Cell(cell.getKey(), cell.getValue()))
                                .toList(),
                        row.gap(),
                        row.usuallyServed()))
                .toList();
    }
}
