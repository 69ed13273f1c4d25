package cn.siyu.adapter.wecomsimulator.world;

/// Limits of messages to members (应用消息) and of the pages they open.
///
/// @param users members named in one call
/// @param parties departments, or tags, named in one call
/// @param perMinute messages of one app that a member receives in a minute; what is more is dropped
/// @param perHour the same in an hour
/// @param sameSeconds how long the same is not sent twice, unless the call says otherwise
/// @param sameSecondsMost the longest that a call may say
/// @param recallSeconds how long a message can be taken back
/// @param codeSeconds how long a login code is good
/// @param ticketSeconds how long a ticket is good
public record StaffMessageLimits(
        int users,
        int parties,
        int perMinute,
        int perHour,
        int sameSeconds,
        int sameSecondsMost,
        int recallSeconds,
        int codeSeconds,
        int ticketSeconds) {}
