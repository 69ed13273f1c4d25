package cn.siyu.adapter.http.continuity;

import cn.siyu.domain.continuity.Transfer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would come of an inheritance.
///
/// @param customers how many customers it is about
/// @param groups how many groups
/// @param groupsKnown whether the channel could be asked for the groups
/// @param takers how much each account would get
/// @param refused what nobody would get, by reason
/// @param lines the first customers and groups, each with who would get it
@Serdeable
@Schema(name = "InheritancePreview", description = "What would come of an inheritance (继承预演)")
record InheritancePreviewResource(
        @Schema(description = "How many customers it is about", example = "5000", minimum = "0")
        int customers,

        @Schema(description = "How many groups it is about", example = "40", minimum = "0")
        int groups,

        @Schema(description = "Whether the channel could be asked for the groups", example = "true")
        boolean groupsKnown,

        @ArraySchema(maxItems = 10_000, arraySchema = @Schema(description = "How much each account would get"))
        List<Share> takers,

        @ArraySchema(maxItems = 100, arraySchema = @Schema(description = "What nobody would get, by reason"))
        List<Refused> refused,

        @ArraySchema(
                maxItems = 500,
                arraySchema = @Schema(description = "The first customers and groups, each with who would get it"))
        List<Line> lines) {

    /// What one account would get.
    @Serdeable
    @Schema(name = "InheritanceShare", description = "What one account would get")
    record Share(
            @Schema(description = "The account", example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String account,

            @Schema(description = "Customers", example = "1250", minimum = "0")
            int customers,

            @Schema(description = "Groups", example = "10", minimum = "0")
            int groups) {}

    /// What nobody would get, for one reason.
    @Serdeable
    @Schema(name = "InheritanceRefusal", description = "What nobody would get, for one reason")
    record Refused(
            @Schema(description = "How it would end", example = "NO_CAPACITY")
            Transfer.State state,

            @Schema(description = "Why; null if the state says all", example = "CHANNEL_CANNOT")
            Transfer.@Nullable Reason reason,

            @Schema(description = "Customers", example = "30", minimum = "0")
            int customers,

            @Schema(description = "Groups", example = "0", minimum = "0")
            int groups) {}

    /// One customer or group.
    @Serdeable
    @Schema(name = "InheritanceLine", description = "One customer or group, with who would get it")
    record Line(
            @Nullable
            @Schema(
                    description = "The customer; null for a group",
                    example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd",
                    maxLength = 30)
            String customer,

            @Nullable
            @Schema(
                    description = "What the channel calls the group; null for a customer",
                    example = "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA",
                    maxLength = 128)
            String group,

            @Nullable
            @Schema(
                    description = "Who would get it; null if nobody",
                    example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd",
                    maxLength = 30)
            String to,

            @Schema(description = "How it would end if nobody gets it; else null", example = "NO_CAPACITY")
            Transfer.@Nullable State state,

            @Schema(
                    description = "Why nobody would; null if somebody does, or the state says all",
                    example = "NO_TAKER")
            Transfer.@Nullable Reason reason) {}
}
