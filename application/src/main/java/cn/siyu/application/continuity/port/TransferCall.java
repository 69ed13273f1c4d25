package cn.siyu.application.continuity.port;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.InheritanceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call that asks the channel for transfers, from one member to another. It is on record before
/// it goes out, and it goes out once.
///
/// @param ofCustomers whether it names customers; otherwise groups
/// @param afterLeaving whether the one who hands over has left
/// @param size how many it names
/// @param state what is known of it
/// @param problem what the channel said against it; null if nothing
/// @param askedAt when it was intended, the brand's time
/// @param claimedAt the same in the machine's time: whoever intended it is gone if that was long
///     ago
/// @param reads how often its results were read
public record TransferCall(
        long id,
        InheritanceId inheritance,
        boolean ofCustomers,
        ChannelAccountId from,
        ChannelAccountId to,
        boolean afterLeaving,
        int size,
        State state,
        @Nullable String problem,
        Instant askedAt,
        Instant claimedAt,
        int reads) {
    /// What is known of it.
    public enum State {
        /// It is about to go out, or on its way.
        INTENT,
        /// The channel took it.
        DONE,
        /// Certain: it had no effect.
        NOT_DONE,
        /// Nobody knows whether it arrived.
        UNKNOWN
    }
}
