package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The channel accounts (账号) of a brand, and how full each is.
public interface ChannelAccounts {
    /// Adds one; it is empty.
    ///
    /// @throws AlreadyExists if the address is taken on its connection
    void add(BrandId brand, ChannelAccount account);

    /// The one with a number, or empty.
    Optional<ChannelAccount> find(BrandId brand, ChannelAccountId id);

    /// The one with a public id, or empty.
    Optional<ChannelAccount> byPublicId(BrandId brand, PublicId id);

    /// The one the channel calls by an address, or empty.
    Optional<ChannelAccount> byAddress(BrandId brand, String connection, String address);

    /// Accounts with a number above `after`, by number.
    List<ChannelAccount> page(BrandId brand, long after, int atMost);

    /// Those of the given accounts that exist.
    List<ChannelAccount> findAll(BrandId brand, Set<ChannelAccountId> ids);

    /// Those of the given public ids that exist, by number.
    List<ChannelAccount> byPublicIds(BrandId brand, Set<PublicId> ids);

    /// Those that a staff member holds, by number.
    List<ChannelAccount> heldBy(BrandId brand, StaffId staff);

    /// Replaces one; its `version` is one more than the stored one.
    ///
    /// @throws StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, ChannelAccount account);

    /// Puts those that a staff member holds in one department into another, whoever else changes
    /// them: the `version` of each grows by one.
    void moveHeld(BrandId brand, StaffId staff, DepartmentId from, DepartmentId to, Instant at);

    /// How full accounts are on a day of the brand's calendar.
    Map<ChannelAccountId, Load> loads(BrandId brand, Set<ChannelAccountId> ids, LocalDate today);

    /// Holds a place for a visitor, unless the account is full: live + held stay within the total
    /// cap, new of today + held within the daily cap. One conditional update, so that caps hold
    /// under concurrency.
    ///
    /// @return false if it is full
    boolean hold(BrandId brand, ChannelAccount account, LocalDate today);

    /// Gives a held place back.
    void release(BrandId brand, ChannelAccountId id);

    /// How full an account is.
    ///
    /// @param live living relationships
    /// @param today relationships that began today
    /// @param held places held for visitors
    record Load(int live, int today, int held) {}
}
