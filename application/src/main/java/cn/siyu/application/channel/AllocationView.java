package cn.siyu.application.channel;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A visit to a contact way as clients see it: why this account.
///
/// @param account the public id of who was shown; null if nobody could take the visitor
/// @param accounts every account that was considered
public record AllocationView(
        AllocationRecord record, @Nullable PublicId account, Map<ChannelAccountId, Named> accounts) {
    public AllocationView {
        accounts = Map.copyOf(accounts);
    }

    /// An account as clients know it.
    public record Named(PublicId account, String name) {}
}
