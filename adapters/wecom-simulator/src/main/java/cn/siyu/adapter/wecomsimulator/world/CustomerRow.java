package cn.siyu.adapter.wecomsimulator.world;

import org.jspecify.annotations.Nullable;

/// An external contact (外部联系人).
///
/// @param number counts the customers of the corp from 0; every choice a simulated customer makes
///     is a function of it
/// @param type 1 WeChat user, 2 WeCom user of another corp
/// @param gender 0 unknown, 1 male, 2 female
/// @param unionid null when the corp has no developer id bound
public record CustomerRow(
        int number,
        String externalUserId,
        String name,
        int type,
        int gender,
        @Nullable String unionid) implements Row {}
