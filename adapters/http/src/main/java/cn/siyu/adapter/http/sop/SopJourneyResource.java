package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.insight.JourneyRowResource;
import cn.siyu.domain.channel.journey.JourneyMap;
import cn.siyu.domain.channel.journey.JourneyStep;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The decision journey that a version of an SOP would serve (决策旅程检查).
///
/// @param items one row per step, in order; counts are steps of the SOP
/// @param gaps the steps that it serves nowhere
@Serdeable
@Schema(name = "SopJourney", description = "The decision journey that a version of an SOP would serve (决策旅程检查)")
record SopJourneyResource(
        @ArraySchema(maxItems = 5) List<JourneyRowResource> items,

        @ArraySchema(maxItems = 5, arraySchema = @Schema(description = "The steps that it serves nowhere"))
        List<JourneyStep> gaps) {
    static SopJourneyResource of(JourneyMap map) {
        return new SopJourneyResource(JourneyRowResource.of(map), map.gaps());
    }
}
