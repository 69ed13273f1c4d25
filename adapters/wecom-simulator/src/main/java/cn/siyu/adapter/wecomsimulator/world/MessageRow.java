package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A mass message (群发) as its creator made it. Creating one through the API (企业群发) sends
/// nothing: each chosen member gets a task and must confirm. One that a member made itself is sent
/// at once.
///
/// @param sequence counts the messages of a corp
/// @param creator the member that made it; `""` when an app did
/// @param toGroups whether it goes to customer groups instead of customers
/// @param tasks who is to send to whom
/// @param allowSelect whether a member may leave out some of its customers (allow_select)
public record MessageRow(
        String msgid,
        int sequence,
        long createdAt,
        int agentId,
        String creator,
        boolean toGroups,
        String text,
        JsonNode attachments,
        List<Task> tasks,
        boolean allowSelect)
        implements Row {

    /// One member's part: the customers, by number, in an array because there may be 20,000 of
    /// them, which is never changed; or the groups. A member who is to send to groups and has none
    /// here chooses them.
    @SuppressWarnings("ArrayRecordComponent")
    public record Task(String userid, int[] customers, List<String> chats) {
        public Task {
            chats = List.copyOf(chats);
        }

        public static Task toCustomers(String userid, int... customers) {
            return new Task(userid, customers, List.of());
        }

        public static Task toGroups(String userid, List<String> chats) {
            return new Task(userid, new int[0], chats);
        }
    }

    /// Whether an app made it.
    public boolean byApp() {
        return creator.isEmpty();
    }

    /// What was done to a message since: whether it was cancelled, and when its members were
    /// reminded.
    public record Control(String msgid, boolean cancelled, List<Long> remindedAt) implements Row {}
}
