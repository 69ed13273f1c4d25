package cn.siyu.adapter.http.graduation;

import cn.siyu.adapter.http.answer.Money;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.graduation.RankFits;
import cn.siyu.application.graduation.port.Fits.Ranked;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who fits, the best first.
@Serdeable
@Schema(name = "CustomerFits", description = "Who should be led to another account, the best first (适配名单)")
record FitListResource(
        @ArraySchema(maxItems = 200, arraySchema = @Schema(description = "The best first"))
        List<Item> items,

        @Schema(description = "How many operators have room for", example = "120", minimum = "0")
        int room,

        @Schema(description = "From where on a customer is of the core")
        Money coreFrom,

        @Schema(description = "From where on a lost customer is worth winning back")
        Money winBackFrom,

        @Schema(description = "Customers who bought something in the window", example = "5120", minimum = "0")
        long buyers,

        @Schema(description = "When the tiers were measured", example = "2026-11-23T03:00:00.000Z")
        Instant measuredAt,

        @Schema(description = "By which edition", example = "graduation-2025", maxLength = 60)
        String policyEdition) {
    /// One customer who fits.
    @Serdeable
    @Schema(name = "CustomerFitItem")
    record Item(
            @Schema(description = "The customer", example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String customer,

            @Schema(description = "Net amount bought in the policy's window")
            Money value,

            @Nullable
            @Schema(
                    description = "Social trust of the most trusted live relationship, 0 to 100; null without one",
                    nullable = true,
                    example = "62.5")
            Double socialTrust,

            @Schema(description = "Replies in the policy's window", example = "3", minimum = "0")
            int replies,

            @Nullable
            @Schema(
                    description = "When the last relationship ended; null if one lives",
                    nullable = true,
                    example = "2026-10-01T08:00:00.000Z")
            Instant lostAt) {
        static Item of(Ranked one, String currency) {
            var facts = one.facts();
            return new Item(
                    IdType.CUSTOMER.format(one.publicId()),
                    new Money(facts.valueMinor(), currency),
                    facts.social(),
                    facts.replies(),
                    facts.lostAt());
        }
    }

    static FitListResource of(RankFits.Fitting fitting, String currency) {
        var scale = fitting.scale();
        return new FitListResource(
                fitting.people().stream().map(one -> Item.of(one, currency)).toList(),
                fitting.room(),
                new Money(scale.coreFrom(), currency),
                new Money(scale.winBackFrom(), currency),
                scale.buyers(),
                scale.measuredAt(),
                fitting.policyEdition());
    }
}
