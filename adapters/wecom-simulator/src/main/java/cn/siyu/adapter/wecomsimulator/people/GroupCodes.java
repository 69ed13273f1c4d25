package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.people.GroupChats.Joined;
import cn.siyu.adapter.wecomsimulator.people.GroupChats.Newcomer;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.JoinWayRow;
import java.util.List;
import java.util.Optional;

/// Customers join groups by the code of a join way (加入群聊).
public final class GroupCodes {
    private static final int BY_CODE = 3;

    private GroupCodes() {}

    /// What came of it.
    ///
    /// @param chatId the group; `""` when there is none with room
    public record Entered(Joined outcome, String chatId) {}

    /// Somebody scans the code. The first of its groups that has room takes them; when all are
    /// full, a new one is made if the join way says so, by the owner of its last group.
    public static Entered scan(Corp corp, JoinWayRow way, String member, boolean external, String nickname) {
        var chats = way.chats().stream()
                .flatMap(id -> corp.chats().chat(id).stream())
                .filter(chat -> !chat.hasEnded())
                .toList();
        for (var chat : chats) {
            if (corp.chats().member(chat.chatId(), member).isPresent()) {
                return new Entered(Joined.ALREADY_IN, chat.chatId());
            }
        }
        var newcomer = new Newcomer(member, external, BY_CODE, "", way.state(), nickname);
        return chats.stream()
                .filter(chat -> GroupChats.hasRoom(corp, chat))
                .findFirst()
                .or(() -> another(corp, way, chats))
                .map(chat -> new Entered(GroupChats.join(corp, chat, newcomer), chat.chatId()))
                .orElseGet(() -> new Entered(Joined.FULL, ""));
    }

    private static Optional<ChatRow> another(Corp corp, JoinWayRow way, List<ChatRow> chats) {
        if (!way.rooms().autoCreate() || chats.isEmpty()) {
            return Optional.empty();
        }
        var rule = ChatRow.Rule.of(chats.getLast().owner(), List.of());
        var face = new ChatRow.Face(way.rooms().nextName(), "", "");
        var chat = GroupChats.create(corp, "", face, rule, List.of());
        corp.put(way.extended(chat.chatId(), corp.limits().chatsPerJoinWay()));
        return Optional.of(chat);
    }
}
