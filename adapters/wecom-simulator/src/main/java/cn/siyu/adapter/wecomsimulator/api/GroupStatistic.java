package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// The numbers of some owners' customer groups over some days: what was new in them, and how it
/// stood at their end.
///
/// @param newChats groups that were made
/// @param chats groups
/// @param writtenChats groups in which somebody had ever written
/// @param newMembers people who joined
/// @param members people in groups
/// @param writers people who had ever written
/// @param messages messages that were ever written
record GroupStatistic(
        int newChats, int chats, int writtenChats, int newMembers, int members, int writers, int messages) {
    private static final GroupStatistic NONE = new GroupStatistic(0, 0, 0, 0, 0, 0, 0);

    static GroupStatistic of(Corp corp, Set<String> owners, int from, int to) {
        return corp.chats()
                .from(0)
                .map(chat -> of(corp, chat.chatId(), owners, from, to))
                .reduce(NONE, GroupStatistic::and);
    }

    private static GroupStatistic of(Corp corp, String chatId, Set<String> owners, int from, int to) {
        var days = corp.chats().days(chatId, from, to).stream()
                .filter(day -> owners.contains(day.owner()))
                .toList();
        var made = (int) days.stream().filter(day -> day.made()).count();
        var joined = days.stream().mapToInt(day -> day.joined()).sum();
        return corp.chats()
                .standing(chatId, to)
                .filter(end -> end.alive() && owners.contains(end.owner()))
                .map(end -> new GroupStatistic(
                        made, 1, end.messages() > 0 ? 1 : 0, joined, end.members(), end.talkers(), end.messages()))
                .orElseGet(() -> new GroupStatistic(made, 0, 0, joined, 0, 0, 0));
    }

    private GroupStatistic and(GroupStatistic other) {
        return new GroupStatistic(
                newChats + other.newChats,
                chats + other.chats,
                writtenChats + other.writtenChats,
                newMembers + other.newMembers,
                members + other.members,
                writers + other.writers,
                messages + other.messages);
    }

    /// Whether there was a group at all.
    boolean concernsAny() {
        return newChats > 0 || chats > 0;
    }

    void write(ObjectNode node) {
        node.put("new_chat_cnt", newChats).put("chat_total", chats).put("chat_has_msg", writtenChats);
        node.put("new_member_cnt", newMembers).put("member_total", members);
        node.put("member_has_msg", writers).put("msg_total", messages);
    }
}
