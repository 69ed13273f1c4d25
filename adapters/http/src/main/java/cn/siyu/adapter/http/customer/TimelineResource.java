package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.TimelineEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened with a customer.
///
/// @param at when
/// @param kind what kind of thing
/// @param id what it is about, of the kind its prefix says: a relationship, send, interaction,
///     order, task, tag or consent; null if it has none
/// @param subject an account, stage, tag, kind of interaction or touchpoint
/// @param detail what more there is to say, a reason or a result; null if nothing
/// @param amountMinor money in the brand's currency; null if none
@Serdeable
@Schema(name = "TimelineEntry", description = "One thing that happened with a customer")
record TimelineResource(
        @Schema(example = "2026-02-20T08:00:00.000Z") Instant at,
        TimelineEntry.Kind kind,

        @Nullable @Schema(example = "snd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "PRIVATE_CHAT", maxLength = 200) String subject,

        @Nullable @Schema(example = "DELIVERED", maxLength = 400)
        String detail,

        @Nullable @Schema(example = "3200", minimum = "0") Long amountMinor) {
    static TimelineResource of(TimelineEntry entry) {
        var id = entry.id();
        return new TimelineResource(
                entry.at(),
                entry.kind(),
                id == null ? null : type(entry.kind()).format(id),
                entry.subject(),
                entry.detail(),
                entry.amountMinor());
    }

    private static IdType type(TimelineEntry.Kind kind) {
        return switch (kind) {
            case RELATIONSHIP_BEGAN, RELATIONSHIP_ENDED -> IdType.RELATIONSHIP;
            case SEND -> IdType.SEND;
            case INTERACTION -> IdType.INTERACTION;
            case ORDER, REFUND -> IdType.ORDER;
            case TASK -> IdType.TASK;
            case TAG_SET, TAG_UNSET -> IdType.TAG;
            case CONSENT_GIVEN, CONSENT_WITHDRAWN -> IdType.CONSENT;
            case BLACKLISTED, BLACKLIST_ENDED -> IdType.BLACKLIST_ENTRY;
            case POOL_ENTERED, POOL_LEFT -> IdType.POOL_ENTRY;
            case POOL_CLAIMED, POOL_CLAIM_ENDED -> IdType.POOL_CLAIM;
            case STAGE, OPTED_OUT -> IdType.CUSTOMER;
        };
    }
}
