package cn.siyu.application.channel;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import java.time.Instant;

/// Goes along with an account that gets another holder (账号换人), in the transaction in which it
/// does.
@FunctionalInterface
public interface FollowsHolder {
    /// For tests of other things.
    FollowsHolder NOTHING = (_, _, _) -> {};

    /// An account is held by somebody else from now on.
    ///
    /// @param account as it is now
    void changedHands(BrandId brand, ChannelAccount account, Instant at);
}
