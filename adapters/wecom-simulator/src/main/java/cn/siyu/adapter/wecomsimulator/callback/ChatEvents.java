package cn.siyu.adapter.wecomsimulator.callback;

import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import java.util.Collection;

/// Raises the events of customer groups (客户群事件), to the apps that see the owner. Call with the
/// corp's lock held, after the change that the event tells of.
public final class ChatEvents {
    private static final int BY_CODE = 3;

    private ChatEvents() {}

    /// There is a new group.
    public static void created(Corp corp, ChatRow chat) {
        raise(corp, chat, event(corp, chat, "create"));
    }

    /// The owner has dissolved the group.
    public static void dismissed(Corp corp, ChatRow chat) {
        raise(corp, chat, event(corp, chat, "dismiss"));
    }

    /// Owner, name or notice is another now.
    /// @param detail `change_owner`, `change_name` or `change_notice`
    public static void updated(Corp corp, ChatRow chat, String detail) {
        raise(corp, chat, event(corp, chat, "update").text("UpdateDetail", detail));
    }

    /// People have joined. Events know two ways only: by a code (3), or invited in one way or
    /// another (0).
    /// @param chat the group after the change
    public static void joined(Corp corp, ChatRow chat, Collection<String> members, int scene) {
        moved(corp, chat, "add_member", scene == BY_CODE ? BY_CODE : 0, 0, members);
    }

    /// People have left (0) or were removed (1).
    /// @param chat the group after the change
    public static void parted(Corp corp, ChatRow chat, Collection<String> members, boolean removed) {
        moved(corp, chat, "del_member", 0, removed ? 1 : 0, members);
    }

    private static void moved(
            Corp corp, ChatRow chat, String detail, int joinScene, int quitScene, Collection<String> members) {
        var event = event(corp, chat, "update")
                .text("UpdateDetail", detail)
                .number("JoinScene", joinScene)
                .number("QuitScene", quitScene)
                .number("MemChangeCnt", members.size())
                .items("MemChangeList", members)
                .bare("LastMemVer", corp.ids().memberVersion(chat, chat.revision() - 1))
                .bare("CurMemVer", corp.ids().memberVersion(chat, chat.revision()));
        raise(corp, chat, event);
    }

    private static CallbackEvent event(Corp corp, ChatRow chat, String change) {
        return new CallbackEvent(corp.corpId(), corp.clock().now(), "change_external_chat")
                .text("ChatId", chat.chatId())
                .text("ChangeType", change);
    }

    private static void raise(Corp corp, ChatRow chat, CallbackEvent event) {
        CorpEvents.raise(corp, chat.owner(), event);
    }
}
