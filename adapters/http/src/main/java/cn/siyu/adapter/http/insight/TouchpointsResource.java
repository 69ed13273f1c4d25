package cn.siyu.adapter.http.insight;

import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.channel.journey.JourneyStep;
import cn.siyu.domain.channel.journey.KindRule;
import cn.siyu.domain.channel.journey.Signal;
import cn.siyu.domain.channel.journey.Touchpoint;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where contact happens and what customers do there (触点与互动类型), as the brand's policy lists
/// it.
///
/// @param touchpoints in the order of their codes
/// @param kinds in the order of their codes
@Serdeable
@Schema(name = "Touchpoints", description = "Where contact happens and what customers do there (触点与互动类型)")
record TouchpointsResource(
        @ArraySchema(maxItems = 1000, arraySchema = @Schema(description = "Where contact happens, by code"))
        List<Place> touchpoints,

        @ArraySchema(maxItems = 1000, arraySchema = @Schema(description = "What customers do, by code"))
        List<Kind> kinds) {
    /// One touchpoint.
    ///
    /// @param serves the steps of the decision journey for which it is good
    @Serdeable
    @Schema(name = "Touchpoint", description = "Where contact happens (触点)")
    record Place(
            @Schema(description = "As interactions name it", example = "LIVE", maxLength = 40)
            String code,

            @Schema(description = "In English", example = "Live stream", maxLength = 60)
            String name,

            @Schema(description = "In Chinese", example = "直播", maxLength = 60)
            String nameZh,

            @ArraySchema(maxItems = 5, arraySchema = @Schema(description = "The steps of a purchase it is good for"))
            List<JourneyStep> serves) {
        static Place of(Touchpoint one) {
            return new Place(one.code(), one.name(), one.nameZh(), inOrder(one.serves()));
        }
    }

    /// One kind of interaction.
    ///
    /// @param signal what it says of the customer's interest
    /// @param response whether it answers a message
    /// @param evidence the kind of evidence it is for trust; null if none
    /// @param steps the steps it belongs to wherever it happens; empty: those of its touchpoint
    @Serdeable
    @Schema(name = "InteractionKind", description = "A kind of interaction (互动类型)")
    record Kind(
            @Schema(description = "As interactions name it", example = "WATCHED", maxLength = 40)
            String code,

            @Schema(description = "In English", example = "Watched", maxLength = 60)
            String name,

            @Schema(description = "In Chinese", example = "观看", maxLength = 60)
            String nameZh,

            Signal signal,

            @Schema(description = "Whether it answers a message", example = "false")
            boolean response,

            @Nullable
            @Schema(
                    description = "The kind of evidence it is for trust; null if none",
                    example = "VISITED",
                    maxLength = 40)
            String evidence,

            @ArraySchema(
                    maxItems = 5,
                    arraySchema =
                            @Schema(
                                    description =
                                            "The steps of a purchase it belongs to wherever it happens; empty: its touchpoint's"))
            List<JourneyStep> steps) {
        static Kind of(KindRule one) {
            return new Kind(
                    one.code(),
                    one.name(),
                    one.nameZh(),
                    one.signal(),
                    one.response(),
                    one.evidence().orElse(null),
                    inOrder(one.steps()));
        }
    }

    private static List<JourneyStep> inOrder(Set<JourneyStep> steps) {
        return steps.stream().sorted().toList();
    }

    static TouchpointsResource of(JourneyPolicy policy) {
        return new TouchpointsResource(
                policy.touchpoints().values().stream().map(Place::of).toList(),
                policy.kinds().values().stream().map(Kind::of).toList());
    }
}
