package cn.siyu.adapter.wecomsimulator.world;

import java.util.List;

/// A member confirmed its part of a mass message, and the platform sent it.
///
/// @param statuses one character per customer of the task, or per group of this row, in their
///     order: 0 left out by the member, 1 received, 2 not a friend (or not the member's group any
///     more), 3 receiving quota used up
/// @param chats the groups it was sent to; empty when it went to customers
public record TaskSent(String msgid, String userid, long at, String statuses, List<String> chats) implements LedgerRow {
    public TaskSent {
        chats = List.copyOf(chats);
    }

    /// How it went for the n-th customer or group.
    public int status(int n) {
        return statuses.charAt(n) - '0';
    }
}
