package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.language.Language;
import cn.siyu.application.contact.port.Explanation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a contact was decided as it was (决定说明).
///
/// @param policyEdition the edition of the contact policy by which it was decided
/// @param earliestAt the first moment at which all grounds have passed by themselves; null if one
///     doesn't, or if there are none
/// @param grounds everything that spoke against it, in the governor's order; the first is the
///     reason. Empty if nothing did
@Serdeable
@Schema(name = "Decision", description = "Why a contact was decided as it was (决定说明)")
record DecisionResource(
        @Schema(example = "contact-2025+3", maxLength = 80) String policyEdition,

        @Nullable @Schema(example = "2026-03-16T02:00:00.000Z")
        Instant earliestAt,

        @ArraySchema(maxItems = 20) List<Ground> grounds) {
    /// One thing that spoke against it.
    ///
    /// @param code the stable name of the reason; words are in the vocabulary under sendReason
    /// @param explanation it in words, with its numbers and what to do
    /// @param policyEdition the edition of the policy that made it one
    /// @param numbers what it was decided by
    /// @param remedy what would change it; words are in the vocabulary under sendRemedy
    /// @param earliestAt when it passes by itself; null if it doesn't
    @Serdeable
    @Schema(name = "DecisionGround", description = "One thing that spoke against a contact")
    record Ground(
            @Schema(example = "GAP", maxLength = 40) String code,

            @Schema(example = "The last marketing contact was at 2026-03-09T02:00:00Z.", maxLength = 600)
            String explanation,

            @Schema(example = "contact-2025+3", maxLength = 80)
            String policyEdition,

            @Schema(type = "object", example = "{\"gap\":\"PT168H\",\"ignoredInARow\":1}")
            Map<String, Object> numbers,

            @Schema(example = "TIME", maxLength = 40) String remedy,

            @Nullable @Schema(example = "2026-03-16T02:00:00.000Z")
            Instant earliestAt) {}

    static DecisionResource of(Explanation explanation, Language language) {
        return new DecisionResource(
                explanation.policy(),
                explanation.earliestAt(),
                explanation.grounds().stream()
                        .map(ground -> new Ground(
                                ground.code(),
                                GroundTexts.of(ground).in(language),
                                ground.policy(),
                                ground.numbers(),
                                ground.remedy(),
                                ground.earliestAt()))
                        .toList());
    }
}
