package cn.siyu.adapter.wecomsimulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// How customer groups looked a moment ago, for corps whose group details lag behind what happened.
/// Not kept over a restart.
final class ChatPast {
    private final Map<String, NavigableMap<Long, ChatBook.Look>> until = new HashMap<>();

    /// Something is about to change.
    /// @param lag how many seconds back will be asked for at most
    void remember(String chatId, Supplier<ChatBook.Look> look, long now, int lag) {
        if (lag > 0) {
            var looks = until.computeIfAbsent(chatId, _ -> new TreeMap<>());
            looks.headMap(now - lag, true).clear();
            looks.computeIfAbsent(now, _ -> look.get());
        }
    }

    /// How a group looked at a moment.
    ChatBook.Look at(String chatId, long moment, Supplier<ChatBook.Look> today) {
        var looks = until.get(chatId);
        var then = looks == null ? null : looks.higherEntry(moment);
        return then == null ? today.get() : then.getValue();
    }

    /// A copy of what changes in place.
    static ChatBook.Look look(ChatRow row, Map<String, ChatMemberRow> members) {
        return new ChatBook.Look(row, List.copyOf(members.values()));
    }
}
