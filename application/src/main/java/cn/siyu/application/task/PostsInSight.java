package cn.siyu.application.task;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import java.time.Instant;

/// How many posts to moments (朋友圈) an account has made or is to make, whoever wants them: what
/// its pace is held against.
@FunctionalInterface
public interface PostsInSight {
    /// How many of an account in a period.
    ///
    /// @param from the beginning of the period
    /// @param until its end, not included
    int of(BrandId brand, ChannelAccountId account, Instant from, Instant until);
}
