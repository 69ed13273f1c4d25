package cn.siyu.adapter.http.policy;

import cn.siyu.domain.channel.policy.PolicyDifference;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where two editions of a policy differ.
///
/// @param edition the first
/// @param other the second
/// @param differences every place with another value, by pointer; empty if they are the same
@Serdeable
@Schema(name = "PolicyDifferences")
record PolicyDifferencesResource(
        @Schema(example = "wecom-2021", maxLength = 60) String edition,

        @Schema(example = "wecom-2025-11-17", maxLength = 60)
        String other,

        @ArraySchema(maxItems = 1000) List<Difference> differences) {

    /// One place.
    ///
    /// @param pointer a JSON Pointer into values
    /// @param before the value of edition as text; null if it has none there
    /// @param after the value of other as text; null if it has none there
    @Serdeable
    @Schema(name = "PolicyDifference")
    record Difference(
            @Schema(example = "/massMessages/perCustomer", maxLength = 200)
            String pointer,

            @Nullable @Schema(example = "PER_MONTH 4", maxLength = 1000)
            String before,

            @Nullable @Schema(example = "AS_MANY_AS_DAYS_IN_MONTH", maxLength = 1000)
            String after) {}

    static PolicyDifferencesResource of(String edition, String other, List<PolicyDifference> found) {
        return new PolicyDifferencesResource(
                edition,
                other,
                found.stream()
                        .map(one -> new Difference(one.pointer(), text(one.before()), text(one.after())))
                        .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
