package cn.siyu.adapter.http.channel;

import cn.siyu.domain.channel.fit.CapacityAdvice;
import cn.siyu.domain.channel.fit.CapacityPlan.Load;
import cn.siyu.domain.channel.fit.Operation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a private domain of a planned size takes.
@Serdeable
@Schema(name = "Capacity")
record CapacityResource(
        @Schema(description = "On the channel that takes the inflow; null if it isn't used", nullable = true) @Nullable
        ScaleResource scale,

        @Schema(description = "Of accounts that people work by hand; null if none are used", nullable = true) @Nullable
        PersonalResource personal,

        @Schema(description = "People who can do it at all", example = "180")
        long peopleLeast,

        @ArraySchema(
                maxItems = 5,
                arraySchema = @Schema(description = "What is wrong with the plan; nothing is refused for it"))
        List<CapacityAdvice.Warning> warnings,

        @Schema(
                description = "What too few people can do instead; null if they are enough, or too few for anything",
                nullable = true)
        @Nullable
        PossibleResource possible) {

    /// The channel that takes the inflow.
    @Serdeable
    @Schema(name = "CapacityOfScale")
    record ScaleResource(
            @Schema(description = "Customers on it", example = "1800000")
            long customers,

            @Schema(description = "Accounts for so many customers and so many who come", example = "113")
            long accountsNeeded,

            @Schema(description = "Accounts there are; without any said, those needed", example = "113")
            long accounts,

            @Schema(description = "Staff members, at least", example = "180")
            long members,

            @Schema(description = "Days until all who wait are added; null: never", nullable = true, example = "3")
            @Nullable
            Long backlogDays) {}

    /// Accounts that people work by hand.
    @Serdeable
    @Schema(name = "CapacityOfPeople")
    record PersonalResource(
            @Schema(description = "Customers on them", example = "30000")
            long customers,

            @Schema(description = "Accounts for so many customers and so many who come", example = "4")
            long accountsNeeded,

            @Schema(description = "Accounts there are; without any said, those needed", example = "4")
            long accounts,

            @Schema(description = "People who work them well", example = "2")
            long operatorsComfortable,

            @Schema(description = "People who can work them at all", example = "1")
            long operatorsLeast,

            @Schema(
                    description = "How busy those people are who are left for them; null if nobody said how many",
                    nullable = true)
            @Nullable
            Load load,

            @Schema(description = "Hours a month for messages by hand", example = "15.0")
            double hours,

            @Schema(description = "Days until all who wait are added; null: never", nullable = true, example = "200")
            @Nullable
            Long backlogDays,

            @Schema(
                    description = "Customers at which an account pays for its share of a wage; null if not told",
                    nullable = true,
                    example = "2000")
            @Nullable
            Long breakEven) {}

    /// Both kinds of account, as far as the people go.
    @Serdeable
    @Schema(name = "CapacityPossible")
    record PossibleResource(
            Operation operation,

            @Schema(description = "Customers on personal accounts", example = "9000")
            long customers,

            @Schema(description = "Personal accounts", example = "40")
            long accounts,

            @Schema(description = "People who work them", example = "8")
            long operators,

            @Schema(description = "Staff members who serve the rest", example = "1")
            long members) {}

    static CapacityResource of(CapacityAdvice advice) {
        var scale = advice.scale();
        var personal = advice.personal();
        var possible = advice.possible();
        return new CapacityResource(
                scale == null
                        ? null
                        : new ScaleResource(
                                scale.customers(),
                                scale.accountsNeeded(),
                                scale.accounts(),
                                scale.members(),
                                scale.backlogDays()),
                personal == null ? null : of(personal),
                advice.peopleLeast(),
                advice.warnings().stream().sorted().toList(),
                possible == null
                        ? null
                        : new PossibleResource(
                                possible.operation(),
                                possible.customers(),
                                possible.accounts(),
                                possible.operators(),
                                possible.members()));
    }

    private static PersonalResource of(CapacityAdvice.Personal personal) {
        return new PersonalResource(
                personal.customers(),
                personal.accountsNeeded(),
                personal.accounts(),
                personal.operatorsComfortable(),
                personal.operatorsLeast(),
                personal.load(),
                personal.hours(),
                personal.backlogDays(),
                personal.breakEven());
    }
}
