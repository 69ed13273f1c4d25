package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Relationship;
import java.util.List;

/// The relationships that ended because the platform closed our account (封号失联).
@FunctionalInterface
public interface LostFriends {
    /// Those of an account with a number above `after`, by number.
    List<Relationship> page(BrandId brand, ChannelAccountId account, long after, int atMost);
}
