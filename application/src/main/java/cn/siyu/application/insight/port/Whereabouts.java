package cn.siyu.application.insight.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which accounts and stores facts from outside speak of; many at once.
public interface Whereabouts {
    /// The kinds of the channels of accounts.
    Map<ChannelAccountId, String> channelKinds(BrandId brand, Collection<ChannelAccountId> accounts);

    /// The accounts with these public ids, as far as they are there.
    Map<PublicId, ChannelAccountId> accounts(BrandId brand, Collection<PublicId> ids);

    /// The accounts of the staff members with these public ids; of somebody who is not there, no
    /// entry.
    Map<PublicId, Set<ChannelAccountId>> accountsOfStaff(BrandId brand, Collection<PublicId> ids);

    /// The stores with these external ids, as far as they are there.
    Map<String, DepartmentId> stores(BrandId brand, Collection<String> externalIds);

    /// The accounts with these public ids, and those that a channel calls by these addresses.
    List<Reached> reached(BrandId brand, Collection<PublicId> ids, Collection<String> addresses);

    /// An account and how it is reached.
    ///
    /// @param channel the kind of its channel
    /// @param connection the name of its connection
    /// @param address what the channel calls it
    record Reached(PublicId id, String channel, String connection, String address) {}
}
