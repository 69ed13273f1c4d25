package cn.siyu.application.channel;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One visit to a contact way (一次分流) and why it was led where it was.
///
/// @param account who was shown; null if nobody could take the visitor
/// @param holdUntil until when a place is held; null if none is
/// @param considered what was found of each account, tier by tier
/// @param relationship what became of it; null until the customer has added the account
public record AllocationRecord(
        long id,
        PublicId publicId,
        ContactWayId way,
        @Nullable ChannelAccountId account,
        State state,
        Instant visitedAt,
        @Nullable Instant holdUntil,
        List<Considered> considered,
        @Nullable RelationshipId relationship) {
    public AllocationRecord {
        considered = List.copyOf(considered);
    }

    /// How far a visit came.
    public enum State {
        /// A place is held for the visitor.
        HELD,
        /// The visitor added the account.
        TAKEN,
        /// The visitor did not add the account in time; the place was given back.
        EXPIRED,
        /// Nobody could take the visitor.
        WAITING
    }

    /// What was found of one account in one tier.
    ///
    /// @param tier where it was looked for: `WANTED`, `ANYWHERE`, `OVERFLOW`
    /// @param verdict the stable name of what was found, `ELIGIBLE` if it could take the visitor
    /// @param numbers what that rests on
    public record Considered(String tier, ChannelAccountId account, String verdict, Map<String, Integer> numbers) {
        public Considered {
            numbers = Map.copyOf(numbers);
        }
    }
}
