package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.ChatHistory;
import cn.siyu.adapter.wecomsimulator.people.GroupChats;
import cn.siyu.adapter.wecomsimulator.world.ChatMemberRow;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the customer groups of a corp's file, with the history that their members' times tell.
final class GroupLoader {
    private final Corp corp;

    private GroupLoader(Corp corp) {
        this.corp = corp;
    }

    static void load(Corp corp, List<GroupFile> groups) {
        var loader = new GroupLoader(corp);
        groups.forEach(loader::load);
    }

    private void load(GroupFile file) {
        var at = seconds(file.createdAt(), corp.clock().now());
        var owner = member(file.owner());
        var rule =
                ChatRow.Rule.of(owner, file.admins().stream().map(this::member).toList());
        var hasLeft = corp.directory()
                .staff(owner)
                .filter(found -> found.status() == 5)
                .isPresent();
        var chatId = file.chatId() == null ? "" : file.chatId();
        if (corp.chats().chat(chatId).isPresent()) {
            throw ControlError.bad("groups: there are two groups " + chatId);
        }
        var chat = GroupChats.found(
                corp, chatId, new ChatRow.Face(file.name(), file.notice(), ""), hasLeft ? rule.orphaned() : rule, at);
        for (var row : members(chat, file)) {
            if (corp.chats().member(chat.chatId(), row.member()).isEmpty()) {
                corp.put(row);
                ChatHistory.changed(corp, chat, row.joinedAt(), 1);
            }
        }
    }

    /// In the order of joining.
    private List<ChatMemberRow> members(ChatRow chat, GroupFile file) {
        var rows = new ArrayList<ChatMemberRow>();
        rows.add(row(chat, new GroupFile.Member(chat.owner(), null, null, 1, null, "", "")));
        chat.rule()
                .admins()
                .forEach(admin -> rows.add(row(chat, new GroupFile.Member(admin, null, null, 1, null, "", ""))));
        file.members().forEach(member -> rows.add(row(chat, member)));
        rows.sort(Comparator.comparingLong(ChatMemberRow::joinedAt));
        return rows;
    }

    private ChatMemberRow row(ChatRow chat, GroupFile.Member member) {
        var external = member.externalUserId() != null;
        return new ChatMemberRow(
                chat.chatId(),
                external ? customer(member.id()) : member(member.id()),
                external ? 2 : 1,
                Math.max(chat.createdAt(), seconds(member.joinedAt(), chat.createdAt())),
                member.joinScene(),
                member.invitor() == null ? "" : member(member.invitor()),
                member.state(),
                member.nickname(),
                0);
    }

    private String member(String userid) {
        return corp.directory()
                .staff(userid)
                .orElseThrow(() -> ControlError.bad("groups: there is no member " + userid))
                .userid();
    }

    private String customer(String externalUserId) {
        return corp.contacts()
                .byId(externalUserId)
                .orElseThrow(() -> ControlError.bad("groups: there is no customer " + externalUserId))
                .externalUserId();
    }

    private static long seconds(@Nullable Instant at, long absent) {
        return at == null ? absent : at.getEpochSecond();
    }
}
