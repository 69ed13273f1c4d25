package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.callback.ChatEvents;
import cn.siyu.adapter.wecomsimulator.people.GroupChats.Newcomer;
import cn.siyu.adapter.wecomsimulator.world.ChatMemberRow;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;

/// Customer groups get another owner through the API (客户群继承). On the job that is done at once;
/// the group of a member who has left is inherited after a day, which apps are told of.
public final class GroupTransfers {
    private static final String INHERITED = "GROUP_INHERITED";

    private GroupTransfers() {}

    /// The group of a working member gets another owner, who joins it if need be.
    public static void transfer(Corp corp, ChatRow chat, String heir) {
        var now = corp.clock().now();
        var handed = seated(corp, chat, heir).with(chat.rule().transferredTo(heir, now));
        corp.put(handed);
        ChatHistory.changed(corp, handed, now, handed.revision() - chat.revision());
    }

    /// The group of a member who has left is promised to another.
    public static void promise(Corp corp, ChatRow chat, String heir) {
        var now = corp.clock().now();
        corp.put(chat.with(chat.rule().promisedTo(heir, now)));
        var done = now + corp.limits().groupInheritanceSeconds();
        corp.put(EventRow.of(done, INHERITED, -1, heir, chat.rule().transfers().size(), chat.chatId()));
    }

    /// The promise comes true; the member who has left is no longer in the group. An heir who has
    /// left too inherits nothing: the group waits for another.
    public static void complete(Corp corp, String chatId) {
        var found = corp.chats()
                .chat(chatId)
                .filter(chat -> !chat.hasEnded() && chat.rule().status() == 2);
        if (found.isEmpty()) {
            return;
        }
        var chat = found.get();
        var heir = chat.rule().heir();
        if (corp.directory().staff(heir).filter(StaffRow::serves).isEmpty()) {
            corp.put(chat.with(chat.rule().orphaned()));
            return;
        }
        var now = corp.clock().now();
        var seated = seated(corp, chat, heir);
        corp.put(new ChatMemberRow.Gone(chatId, chat.owner()));
        var inherited = seated.revised().with(chat.rule().ownedBy(heir, 3));
        corp.put(inherited);
        ChatHistory.changed(corp, inherited, now, seated.revision() - chat.revision());
        ChatEvents.updated(corp, inherited, "change_owner");
    }

    /// The groups of a member who has left wait to be inherited.
    static void orphan(Corp corp, StaffRow member) {
        corp.chats().ownedBy(member.userid()).stream()
                .filter(chat -> chat.rule().status() != 2)
                .forEach(chat -> corp.put(chat.with(chat.rule().orphaned())));
    }

    /// The group with the heir in it.
    private static ChatRow seated(Corp corp, ChatRow chat, String heir) {
        if (corp.chats().member(chat.chatId(), heir).isPresent()) {
            return chat;
        }
        corp.put(GroupChats.row(
                chat, Newcomer.invited(heir, false, ""), corp.clock().now()));
        return chat.revised();
    }
}
