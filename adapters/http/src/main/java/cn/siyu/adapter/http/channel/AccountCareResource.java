package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CareForAccount.CareView;
import cn.siyu.application.channel.port.AccountStandings.Incident;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.care.Pace;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an account that people work by hand is doing.
///
/// @param account which
/// @param state whether it is in use
/// @param health how it stands with its platform
/// @param coolsDownUntil when it goes at its usual pace again; null unless it cools down
/// @param openedOn since when it exists on its platform; null if nobody said
/// @param adds friends it may ask for today, and what of that is used
/// @param messages one-to-one messages of today, and what of that is used
/// @param operator how busy its holder is
/// @param incidents what the platform did to it, the newest first, at most 100
@Serdeable
@Schema(name = "AccountCare", description = "How an account that people work by hand is doing (账号养护)")
record AccountCareResource(
        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        ChannelAccount.State state,
        Pace.Health health,

        @Nullable @Schema(example = "2026-12-01T02:00:00.000Z")
        Instant coolsDownUntil,

        @Nullable @Schema(example = "2025-06-01") LocalDate openedOn,
        PaceResource adds,
        PaceResource messages,
        OperatorResource operator,
        @ArraySchema(maxItems = 100) List<IncidentResource> incidents) {

    /// How much of one kind of work an account may do today.
    ///
    /// @param perDay how much
    /// @param ordered tasks that were made for today
    /// @param done what was done today
    @Serdeable
    @Schema(name = "AccountPace")
    record PaceResource(
            @Schema(example = "20", minimum = "0") int perDay,
            @Schema(example = "12", minimum = "0") int ordered,
            @Schema(example = "9", minimum = "0") int done) {
        static PaceResource of(AccountPaces.View today, Pace.Paced kind) {
            return new PaceResource(
                    today.pace().of(kind),
                    today.used().planned(kind),
                    today.used().done(kind));
        }
    }

    /// How busy the holder of an account is.
    ///
    /// @param accounts how many accounts of the channel in use the holder has
    /// @param strain how busy that makes a person; OVER_COMFORT is reported, not refused
    @Serdeable
    @Schema(name = "OperatorStrain")
    record OperatorResource(
            @Schema(example = "3", minimum = "0") int accounts, AccountCare.Strain strain) {}

    /// Something that the platform did to an account.
    ///
    /// @param kind what
    /// @param occurredAt when
    /// @param note what the operator saw; null if nobody said
    @Serdeable
    @Schema(name = "AccountIncident")
    record IncidentResource(
            Incident.Kind kind,
            @Schema(example = "2026-11-23T02:00:00.000Z") Instant occurredAt,

            @Nullable @Schema(example = "操作频繁", maxLength = 1000)
            String note) {}

    static AccountCareResource of(CareView view) {
        var today = view.today();
        return new AccountCareResource(
                IdType.CHANNEL_ACCOUNT.format(view.account().publicId()),
                view.account().state(),
                today.pace().health(),
                today.pace().until(),
                today.standing().openedOn(),
                PaceResource.of(today, Pace.Paced.ADD),
                PaceResource.of(today, Pace.Paced.MESSAGE),
                new OperatorResource(view.heldByOperator(), view.strain()),
                view.incidents().stream()
                        .map(one -> new IncidentResource(one.kind(), one.occurredAt(), one.note()))
                        .toList());
    }
}
