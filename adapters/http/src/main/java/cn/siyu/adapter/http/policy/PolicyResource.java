package cn.siyu.adapter.http.policy;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.application.channel.PolicyView;
import cn.siyu.domain.channel.policy.PolicyConfidence;
import cn.siyu.domain.channel.policy.PolicyOverride;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The policy that binds a brand on one line now.
///
/// @param line the line: a kind, and for PLATFORM the channel behind a colon
/// @param stamp names exactly what binds; decisions carry it
/// @param edition the edition in force, as it is shipped
/// @param validFromOn the first day of that edition
/// @param source where its numbers can be looked up
/// @param confidence how well they are founded
/// @param values the numbers that bind: the edition's with the brand's own laid over them
/// @param override what the brand sets differently now, shaped like values; null if nothing
/// @param overrideFromOn the first day on which override holds; null if nothing is set
/// @param planned what the brand sets for later days, the first first
/// @param version counts the changes of override, those for later days too; 0 if there were none
@Serdeable
@Schema(name = "Policy")
record PolicyResource(
        @Schema(example = "CONTACT", maxLength = 60) String line,
        @Schema(example = "contact-2025+3", maxLength = 80) String stamp,
        @Schema(example = "contact-2025", maxLength = 60) String edition,
        @Schema(example = "2025-01-01") LocalDate validFromOn,

        @Schema(example = "https://developer.work.weixin.qq.com", maxLength = 1000)
        String source,

        PolicyConfidence confidence,

        @Schema(type = "object", example = "{\"brandCap\":{\"perMonth\":4}}")
        Map<String, Object> values,

        @Nullable @Schema(type = "object", example = "{\"brandCap\":{\"perMonth\":3}}")
        Map<String, Object> override,

        @Nullable @Schema(example = "2026-01-01") LocalDate overrideFromOn,

        @ArraySchema(maxItems = 1000) List<PlannedOverrideResource> planned,
        @Schema(example = "3", minimum = "0") int version)
        implements Versioned {
    /// What a brand sets from a later day on.
    ///
    /// @param validFromOn the first day it holds
    /// @param version the version in which it was set
    /// @param override what differs, shaped like values
    @Serdeable
    @Schema(name = "PlannedOverride")
    record PlannedOverrideResource(
            @Schema(example = "2026-12-01") LocalDate validFromOn,
            @Schema(example = "4", minimum = "1") int version,

            @Schema(type = "object", example = "{\"brandCap\":{\"perMonth\":3}}")
            Map<String, Object> override) {}

    static PolicyResource of(PolicyView view) {
        PolicyOverride own = view.override();
        return new PolicyResource(
                view.line().toString(),
                view.stamp().toString(),
                view.edition().id().value(),
                view.edition().validFrom(),
                view.edition().source(),
                view.edition().confidence(),
                view.values(),
                own == null || own.values().isEmpty() ? null : own.values(),
                own == null ? null : own.validFrom(),
                view.planned().stream()
                        .map(one -> new PlannedOverrideResource(one.validFrom(), one.version(), one.values()))
                        .toList(),
                view.version());
    }
}
