package cn.siyu.application.channel;

import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.id.PublicId;

/// A channel account as clients see it.
///
/// @param staff the public id of who holds it
/// @param department the public id of the store or department it serves
/// @param load how full it is today
public record AccountView(ChannelAccount account, PublicId staff, PublicId department, ChannelAccounts.Load load) {}
