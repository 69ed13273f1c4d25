package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A mass message (企业群发) as its creator made it. Creating it sends nothing: each chosen member gets a task
/// and must confirm.
///
/// @param sequence counts the messages of a corp
/// @param tasks who is to send to whom
public record MessageRow(
        String msgid, int sequence, long createdAt, int agentId, String text, JsonNode attachments, List<Task> tasks)
        implements Row {

    /// One member's part: the customers, by number. An array, because there may be 20,000 of them; never
    /// changed.
    @SuppressWarnings("ArrayRecordComponent")
    public record Task(String userid, int[] customers) {}

    /// What was done to a message since: whether it was cancelled, and when its members were reminded.
    public record Control(String msgid, boolean cancelled, List<Long> remindedAt) implements Row {}
}
