package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Money;
import cn.siyu.application.graduation.FitCustomer;
import cn.siyu.domain.graduation.FitCriterion;
import cn.siyu.domain.graduation.FitVerdict;
import cn.siyu.domain.graduation.ValueTier;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// What is recommended for a customer, and why.
@Serdeable
@Schema(name = "CustomerFit", description = "Whether a customer stays, graduates or is won back (客户适配)")
record CustomerFitResource(
        FitVerdict.Advice advice,

        @Schema(description = "Net amount bought in the policy's window")
        Money value,

        ValueTier tier,

        @ArraySchema(maxItems = 12, arraySchema = @Schema(description = "Everything that was asked"))
        List<CriterionResource> criteria,

        @Schema(description = "When the brand's tiers were measured", example = "2026-11-23T03:00:00.000Z")
        Instant measuredAt,

        @Schema(description = "Customers who bought something in the window", example = "5120", minimum = "0")
        long buyers,

        @Schema(description = "By which edition it was decided", example = "graduation-2025", maxLength = 60)
        String policyEdition) {
    /// One thing that was asked.
    @Serdeable
    @Schema(name = "CustomerFitCriterion")
    record CriterionResource(
            FitCriterion of,

            @Schema(description = "Whether it is as needed", example = "true")
            boolean met,

            @Schema(description = "What it is", example = "0.62")
            double is,

            @Schema(
                    description = "What it must be: at least; of complaints, deletions and days at most",
                    example = "0.5")
            double needed) {}

    static CustomerFitResource of(FitCustomer.Fitted fitted, String currency) {
        return new CustomerFitResource(
                fitted.verdict().advice(),
                new Money(fitted.facts().valueMinor(), currency),
                fitted.tier(),
                fitted.verdict().criteria().stream()
                        .map(each -> new CriterionResource(
                                each.of(), each.met(), rounded(each.is()), rounded(each.needed())))
                        .toList(),
                fitted.scale().measuredAt(),
                fitted.scale().buyers(),
                fitted.policyEdition());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
