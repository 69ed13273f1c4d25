package cn.siyu.adapter.wecomsimulator.world;

/// A member confirmed its part of a mass message, and the platform sent it.
///
/// @param statuses one character per customer of the task, in its order: 1 received, 2 not a friend, 3
/// receiving quota used up
public record TaskSent(String msgid, String userid, long at, String statuses) implements LedgerRow {}
