package cn.siyu.adapter.http.policy;

import cn.siyu.application.channel.ReadPolicies.Comparison;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an edition of a policy differs from the others of its kind.
///
/// @param edition which
/// @param others each other edition, the oldest first
@Serdeable
@Schema(name = "PolicyDifferences")
record PolicyDifferencesResource(
        @Schema(example = "wecom-2021", maxLength = 60) String edition,
        @ArraySchema(maxItems = 1000) List<Other> others) {

    /// Another edition.
    ///
    /// @param edition its name
    /// @param differences every place with another value, by pointer; empty if they are the same
    @Serdeable
    @Schema(name = "PolicyComparison")
    record Other(
            @Schema(example = "wecom-2025-11-17", maxLength = 60)
            String edition,

            @ArraySchema(maxItems = 1000) List<Difference> differences) {}

    /// One place.
    ///
    /// @param pointer a JSON Pointer into values
    /// @param before the first edition's value as text; null if it has none there
    /// @param after the other edition's value as text; null if it has none there
    @Serdeable
    @Schema(name = "PolicyDifference")
    record Difference(
            @Schema(example = "/massMessages/perCustomer", maxLength = 200)
            String pointer,

            @Nullable @Schema(example = "PER_MONTH 4", maxLength = 1000)
            String before,

            @Nullable @Schema(example = "AS_MANY_AS_DAYS_IN_MONTH", maxLength = 1000)
            String after) {}

    static PolicyDifferencesResource of(String edition, List<Comparison> found) {
        return new PolicyDifferencesResource(
                edition, found.stream().map(PolicyDifferencesResource::other).toList());
    }

    private static Other other(Comparison found) {
        return new Other(
                found.other(),
                found.differences().stream()
                        .map(one -> new Difference(one.pointer(), text(one.before()), text(one.after())))
                        .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
