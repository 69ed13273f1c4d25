package cn.siyu.application.channel;

import cn.siyu.application.channel.AllocationView.Named;
import cn.siyu.domain.channel.allocation.AchievedShares;
import java.time.Instant;

/// How a contact way's visitors were spread over the accounts that serve it now (分流占比).
///
/// @param since from when on visits count
/// @param planned whether the rule has shares to keep: LEAST_LOADED has none, and then what is
///     planned in `shares` and its test mean nothing
/// @param shares by account, in the order of the contact way; an account without a weight of its
///     own is to get in proportion to its daily cap
/// @param elsewhere visitors who were led to accounts that don't serve it any more
public record ContactWayShares(Instant since, boolean planned, AchievedShares<Named> shares, long elsewhere) {}
