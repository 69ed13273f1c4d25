package cn.siyu.adapter.http.channel;

import cn.siyu.application.channel.RecommendChannel;
import cn.siyu.domain.channel.fit.ChannelFit.Flip;
import cn.siyu.domain.channel.fit.ChannelFit.Reason;
import cn.siyu.domain.channel.fit.FitFact;
import cn.siyu.domain.channel.fit.FitTerm;
import cn.siyu.domain.channel.fit.Operation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is recommended for a business, and why.
@Serdeable
@Schema(name = "ChannelFit")
record ChannelFitResource(
        Operation operation,

        @Schema(description = "The need to serve very many alike, 0 to 100", example = "99.0")
        double scaleNeed,

        @Schema(description = "The need to know each one, 0 to 100", example = "2.5")
        double relationNeed,

        @ArraySchema(
                maxItems = 4,
                arraySchema =
                        @Schema(description = "What says most for the greater need, then what says most for the other"))
        List<ReasonResource> reasons,

        @Schema(
                description =
                        "Neither name nor inflow, but a plan full of marketing: customers will leave and not convert",
                example = "false")
        boolean weak,

        @Schema(description = "No wrong guess would change the answer", example = "true")
        boolean stable,

        @ArraySchema(maxItems = 38, arraySchema = @Schema(description = "What would change the answer"))
        List<FlipResource> flips,

        @Schema(
                description = "What it takes to run it; null without a size, or if nothing is known of a channel",
                nullable = true)
        @Nullable
        CapacityResource capacity,

        @Schema(description = "By which edition it was decided", example = "channel-fit-2025", maxLength = 60)
        String policyEdition) {

    /// A term with the fact behind it.
    @Serdeable
    @Schema(name = "ChannelFitReason")
    record ReasonResource(
            FitTerm term,
            FitFact fact,

            @Schema(description = "The fact as it was said", example = "6000.0")
            double value,

            @Schema(description = "What the term adds to its need", example = "25.0")
            double points) {
        static ReasonResource of(Reason reason) {
            return new ReasonResource(reason.term(), reason.term().fact(), reason.fact(), rounded(reason.points()));
        }
    }

    /// A fact that is other than was said, or a term that counts for more or less.
    @Serdeable
    @Schema(name = "ChannelFitFlip")
    record FlipResource(
            @Schema(description = "Null if it is a weight that differs", nullable = true) @Nullable
            FitFact fact,

            @Schema(description = "What the fact would be", nullable = true, example = "4.0") @Nullable
            Double value,

            @Schema(description = "Null if it is a fact that differs", nullable = true) @Nullable
            FitTerm term,

            @Schema(description = "By how much its weight would differ", nullable = true, example = "1.3") @Nullable
            Double factor,

            Operation becomes) {
        static FlipResource of(Flip flip) {
            return switch (flip) {
                case Flip.OfFact(var fact, var value, var becomes) ->
                    new FlipResource(fact, rounded(value), null, null, becomes);
                case Flip.OfWeight(var term, var factor, var becomes) ->
                    new FlipResource(null, null, term, factor, becomes);
            };
        }
    }

    static ChannelFitResource of(RecommendChannel.Advice advice) {
        var said = advice.recommendation();
        return new ChannelFitResource(
                said.operation(),
                rounded(said.scale()),
                rounded(said.relation()),
                said.reasons().stream().map(ReasonResource::of).toList(),
                said.weak(),
                said.flips().isEmpty(),
                said.flips().stream().map(FlipResource::of).toList(),
                advice.capacity() == null ? null : CapacityResource.of(advice.capacity()),
                advice.policyEdition());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
