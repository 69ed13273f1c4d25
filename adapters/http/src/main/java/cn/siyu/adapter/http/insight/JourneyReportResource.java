package cn.siyu.adapter.http.insight;

import cn.siyu.application.insight.ReadReports.Period;
import cn.siyu.domain.channel.journey.JourneyMap;
import cn.siyu.domain.channel.journey.JourneyStep;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/// The decision journey of a period (决策旅程图).
///
/// @param fromOn the first day
/// @param toOn the last day, included
/// @param items one row per step, in order
/// @param gaps the steps that nothing served
@Serdeable
@Schema(name = "JourneyReport", description = "The decision journey of a period (决策旅程图)")
record JourneyReportResource(
        @Schema(example = "2026-02-09") LocalDate fromOn,
        @Schema(example = "2026-03-10") LocalDate toOn,

        @ArraySchema(maxItems = 5) List<JourneyRowResource> items,

        @ArraySchema(maxItems = 5, arraySchema = @Schema(description = "The steps that nothing served"))
        List<JourneyStep> gaps) {
    static JourneyReportResource of(Period period, JourneyMap map) {
        return new JourneyReportResource(period.first(), period.last(), JourneyRowResource.of(map), map.gaps());
    }
}
