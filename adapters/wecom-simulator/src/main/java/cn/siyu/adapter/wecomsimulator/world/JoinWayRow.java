package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.List;

/// A group join way (加入群聊): a code or button by which customers join one of up to five customer
/// groups.
///
/// @param sequence counts the join ways of a corp
/// @param agentId the app that made it; no other sees it
/// @param scene 1 mini-program plugin, 2 QR code
/// @param rooms what happens when all its groups are full
/// @param qrCode the code's address; `""` for scene 1
public record JoinWayRow(
        String configId,
        int sequence,
        int agentId,
        int scene,
        String remark,
        Rooms rooms,
        List<String> chats,
        String state,
        String qrCode,
        boolean markSource)
        implements Row {

    /// New groups of a join way.
    ///
    /// @param autoCreate whether one is made when all are full
    /// @param baseName the beginning of their names
    /// @param baseId the number behind the first one's name
    /// @param made how many were made
    public record Rooms(boolean autoCreate, String baseName, int baseId, int made) {
        /// The name of the next new group.
        public String nextName() {
            return baseName + (baseId + made);
        }
    }

    public JoinWayRow {
        chats = List.copyOf(chats);
    }

    /// The way was deleted; its code no longer works.
    public record Gone(String configId) implements Row {}

    /// With one more group, that was made because all were full.
    /// @param most how many groups a join way can have; the oldest one gives way
    public JoinWayRow extended(String chatId, int most) {
        var longer = new ArrayList<>(chats);
        longer.add(chatId);
        var kept = longer.subList(Math.max(0, longer.size() - most), longer.size());
        var next = new Rooms(rooms.autoCreate(), rooms.baseName(), rooms.baseId(), rooms.made() + 1);
        return new JoinWayRow(configId, sequence, agentId, scene, remark, next, kept, state, qrCode, markSource);
    }
}
