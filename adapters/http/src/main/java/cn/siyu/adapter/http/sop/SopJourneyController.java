package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.ReadJourney;
import cn.siyu.application.sop.ReadSops;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// A version of an SOP, checked against the decision journey.
@Controller("/v1/brands/{brand}/sops/{sop}/versions/{number}/journey")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SOPs")
final class SopJourneyController {
    private final ReadSops read;
    private final ReadJourney journey;

    SopJourneyController(ReadSops read, ReadJourney journey) {
        this.read = read;
        this.journey = journey;
    }

    @Needs(Scope.SOPS_READ)
    @Get
    @Operation(
            operationId = "checkSopJourney",
            summary = "Which steps of a purchase an SOP serves · 决策旅程检查",
            description =
                    "By the touchpoints it sends at. What it serves nowhere is a gap, with what usually fills it; no gap is a"
                            + " mistake, since other contacts may fill it.")
    SopJourneyResource check(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number) {
        var version = read.version(caller, IdType.SOP.inPath("sop", sop), number, SopIds.FORM)
                .orElseThrow(() -> SopProblems.unknownVersion(number));
        return SopJourneyResource.of(
                journey.planned(caller.brand(), version.version().definition()));
    }
}
