package cn.siyu.application.channel;

import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;
import org.jspecify.annotations.Nullable;

/// What a channel account is to be.
///
/// @param staff the public id of who holds it
/// @param department the public id of the store or department it serves; null: where the holder
///     works
/// @param totalCap how many customers it holds at most; null: as many as the platform lets an
///     account begin with
/// @param dailyCap how many new customers it takes a day; null: as the allocation policy says
/// @param hours when it takes new customers; null: always
public record AccountWish(
        String name,
        PublicId staff,
        @Nullable PublicId department,
        @Nullable Integer totalCap,
        @Nullable Integer dailyCap,
        @Nullable WorkingHours hours) {}
