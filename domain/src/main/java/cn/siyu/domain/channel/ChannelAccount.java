package cn.siyu.domain.channel;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;

/// A channel account (账号): one account on one channel, held by a staff member, with a capacity.
///
/// @param channel the channel's kind, an open set: `WECOM`, `PERSONAL_WECHAT`, …
/// @param connection by which configured connection the channel is reached
/// @param address what the channel calls the account (for WeCom the member's userid)
/// @param staff who holds it
/// @param department where its customers belong: the store or department it serves
/// @param totalCap how many customers it holds at most
/// @param dailyCap how many new customers it takes a day at most, in the brand's zone
/// @param hours when it takes new customers
public record ChannelAccount(
        ChannelAccountId id,
        PublicId publicId,
        String channel,
        String connection,
        String address,
        String name,
        StaffId staff,
        DepartmentId department,
        int totalCap,
        int dailyCap,
        WorkingHours hours,
        State state,
        Health health,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /// Whether it is in use.
    public enum State {
        ACTIVE,
        /// Keeps its customers, takes no new ones.
        PAUSED,
        /// Out of use for good.
        CLOSED
    }

    /// How it fares with the platform.
    public enum Health {
        HEALTHY,
        WARNED,
        BLOCKED
    }

    public ChannelAccount {
        if (totalCap < 1 || dailyCap < 1) {
            throw new IllegalArgumentException("caps are 1 or more");
        }
    }
}
