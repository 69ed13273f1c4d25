package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A message of an app to members (应用消息).
///
/// @param sequence counts these messages of a corp
/// @param content what it says, in the shape of its kind
/// @param users who received it
/// @param spared who did not, because it was the same as one shortly before or one too many
/// @param taskId the task of a card; `""` for none
public record StaffMessageRow(
        String msgid,
        int sequence,
        int agentId,
        long at,
        String msgtype,
        JsonNode content,
        List<String> users,
        List<String> spared,
        String taskId)
        implements Row {

    public StaffMessageRow {
        users = List.copyOf(users);
        spared = List.copyOf(spared);
    }

    /// The app took it back.
    public record Recalled(String msgid) implements Row {}
}
