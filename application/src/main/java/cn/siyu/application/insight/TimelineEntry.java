package cn.siyu.application.insight;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened with a customer.
///
/// @param number tells entries of one moment and kind apart
/// @param id the public id of what it is about; null if it has none
/// @param subject what it is about: an account, a stage, a tag, a kind of interaction, a touchpoint
/// @param detail what more there is to say, a reason or a result; null if nothing
/// @param amountMinor money in the brand's currency; null if none
public record TimelineEntry(
        Instant at,
        Kind kind,
        long number,
        @Nullable PublicId id,
        String subject,
        @Nullable String detail,
        @Nullable Long amountMinor) {
    /// What kind of thing, in the order in which kinds of one moment stand.
    public enum Kind {
        RELATIONSHIP_BEGAN,
        RELATIONSHIP_ENDED,
        SEND,
        INTERACTION,
        ORDER,
        REFUND,
        TASK,
        STAGE,
        TAG_SET,
        TAG_UNSET,
        CONSENT_GIVEN,
        CONSENT_WITHDRAWN,
        OPTED_OUT,
        POOL_ENTERED,
        POOL_LEFT,
        POOL_CLAIMED,
        POOL_CLAIM_ENDED,
        BLACKLISTED,
        BLACKLIST_ENDED
    }
}
