package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.ChatDayRow;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;

/// Keeps the days of customer groups, from which the platform's statistics are made. Noted after a
/// change, in the order of time.
public final class ChatHistory {
    private ChatHistory() {}

    /// A group was made.
    public static void made(Corp corp, ChatRow chat, long at) {
        corp.put(new ChatDayRow(chat.chatId(), CorpClock.day(at), chat.owner(), true, true, 0, 0, 0, 0));
    }

    /// The group, its owner or its members are others now.
    /// @param joined how many are new in it
    public static void changed(Corp corp, ChatRow chat, long at, int joined) {
        note(corp, chat, at, joined, 0, 0);
    }

    /// Somebody wrote in it.
    /// @param first whether that member had never written there
    static void written(Corp corp, ChatRow chat, boolean first, int messages) {
        note(corp, chat, corp.clock().now(), 0, first ? 1 : 0, messages);
    }

    private static void note(Corp corp, ChatRow chat, long at, int joined, int talkers, int messages) {
        var day = CorpClock.day(at);
        var last = corp.chats().last(chat.chatId());
        corp.put(new ChatDayRow(
                chat.chatId(),
                day,
                chat.owner(),
                last.day() == day && last.made(),
                !chat.hasEnded(),
                (last.day() == day ? last.joined() : 0) + joined,
                corp.chats().members(chat.chatId()).size(),
                last.talkers() + talkers,
                last.messages() + messages));
    }
}
