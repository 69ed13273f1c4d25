package cn.siyu.adapter.http.trust;

import cn.siyu.adapter.http.json.Nearest;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.trust.CompareTrust;
import cn.siyu.application.trust.port.TrustComparisons.By;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.stream.Stream;

/// Trust by staff, source, channel or store (信任对比).
@Controller("/v1/brands/{brand}/reports/trust")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reports")
final class TrustComparisonController implements Contract.Owner {
    private final CompareTrust compare;

    TrustComparisonController(CompareTrust compare) {
        this.compare = compare;
    }

    @Override
    public Contract contract() {
        return new Contract();
    }

    @Needs(Scope.REPORTS_READ)
    @Get
    @Operation(
            operationId = "getTrustReport",
            summary = "Trust by staff, source, channel or store · 信任对比",
            description =
                    "How many live relationships each group has, their mean trust with its 95 % interval, and how far it"
                            + " lies from all others together. A group of fewer than 10 shows its number only. Many groups make"
                            + " some differ by chance.")
    TrustComparisonResource report(
            Caller caller,
            @QueryValue
                    @Schema(
                            description = "STAFF, SOURCE, CHANNEL or STORE; STAFF if not named",
                            example = "STORE",
                            maxLength = 10)
                    Optional<String> by) {
        return TrustComparisonResource.of(
                compare.answer(caller, by.map(TrustComparisonController::by).orElse(By.STAFF)));
    }

    private static By by(String written) {
        return Stream.of(By.values())
                .filter(one -> one.name().equals(written))
                .findFirst()
                .orElseThrow(() -> Problems.parameter(
                        "by",
                        ProblemCode.INVALID_PARAMETER,
                        Nearest.unknown(
                                written, Stream.of(By.values()).map(Enum::name).toList())));
    }
}
