package cn.siyu.domain.channel.fit;

import org.jspecify.annotations.Nullable;

/// How large a private domain is meant to be, and what there is for it (规模设想).
///
/// @param customers whom it is to hold, 0 or more
/// @param personalShare share of them on personal accounts if both kinds of account are used, 0 …
///     1; null: the policy's
/// @param people who are there to work it; null if nobody said
/// @param scaleAccounts accounts of the channel that takes the inflow; null: as many as are needed
/// @param personalAccounts accounts that people work by hand; null: as many as are needed
/// @param backlog people who wait to be added
/// @param messagesByHand messages by hand a month
/// @param wage what one operator costs a month; null if nobody said
/// @param margin what a customer of a personal account brings a month, above 0 and of the same
///     currency; null if nobody said
public record PlannedSize(
        long customers,
        @Nullable Double personalShare,
        @Nullable Long people,
        @Nullable Long scaleAccounts,
        @Nullable Long personalAccounts,
        long backlog,
        long messagesByHand,
        @Nullable Double wage,
        @Nullable Double margin) {}
