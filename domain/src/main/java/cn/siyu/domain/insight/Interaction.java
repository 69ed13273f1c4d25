package cn.siyu.domain.insight;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.journey.Signal;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a customer did at a touchpoint (互动): a fact, recorded once.
///
/// @param key the reporting system's own key of it; the same key is the same interaction
/// @param signal what it said of the customer's interest by the policy in force when it came in
/// @param touchpoint where, for example `PRIVATE_CHAT`; an open set
/// @param customer the birth customer of the identity
/// @param relationship in which; null if in none
/// @param account with which account; null if with none
/// @param occurredAt when it happened, by the clock of who reports it
/// @param receivedAt when it came in, on the brand's clock
public record Interaction(
        long id,
        PublicId publicId,
        ExternalKey key,
        InteractionKind kind,
        Signal signal,
        String touchpoint,
        CustomerId customer,
        IdentityId identity,
        @Nullable RelationshipId relationship,
        @Nullable ChannelAccountId account,
        Instant occurredAt,
        Instant receivedAt) {
    /// Whether another report of the same key says the same.
    public boolean saysTheSameAs(Interaction other) {
        return kind.equals(other.kind)
                && touchpoint.equals(other.touchpoint)
                && customer.equals(other.customer)
                && occurredAt.equals(other.occurredAt);
    }
}
