package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.callback.ChatEvents;
import cn.siyu.adapter.wecomsimulator.world.ChatMemberRow;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.GroupWelcomed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What members and customers do in customer groups (客户群): make them, come and go, lead and
/// write.
public final class GroupChats {
    private GroupChats() {}

    /// What became of a wish to join.
    public enum Joined {
        JOINED,
        ALREADY_IN,
        /// There is no room for it.
        FULL
    }

    /// Who comes, and how.
    ///
    /// @param member a userid or an external_userid
    /// @param scene 1 invited directly, 2 by an invitation link, 3 by a code
    /// @param invitor the member of the corp that invited; `""` for none
    /// @param state the join way's state; `""` for none
    public record Newcomer(String member, boolean external, int scene, String invitor, String state, String nickname) {
        /// A newcomer whom a member of the corp has invited.
        public static Newcomer invited(String member, boolean external, String invitor) {
            return new Newcomer(member, external, 1, invitor, "", "");
        }
    }

    /// A member makes a group of itself and others. Its apps are told of the group, not of the
    /// people in it.
    /// @param chatId the id it is to have; `""` chooses one
    public static ChatRow create(
            Corp corp, String chatId, ChatRow.Face face, ChatRow.Rule rule, List<Newcomer> others) {
        var now = corp.clock().now();
        var chat = found(corp, chatId, face, rule, now);
        var everybody = new ArrayList<Newcomer>();
        everybody.add(Newcomer.invited(rule.owner(), false, ""));
        rule.admins().forEach(admin -> everybody.add(Newcomer.invited(admin, false, rule.owner())));
        everybody.addAll(others);
        var count = 0;
        for (var newcomer : everybody) {
            if (corp.chats().member(chat.chatId(), newcomer.member()).isEmpty()) {
                corp.put(row(chat, newcomer, now));
                count++;
            }
        }
        ChatHistory.changed(corp, chat, now, count);
        ChatEvents.created(corp, chat);
        return chat;
    }

    /// A group with nobody in it, which nobody is told of.
    public static ChatRow found(Corp corp, String chatId, ChatRow.Face face, ChatRow.Rule rule, long at) {
        var sequence = corp.chats().nextSequence();
        var id = chatId.isEmpty()
                ? corp.ids()
                        .chat(
                                Integer.toString(sequence),
                                taken -> corp.chats().chat(taken).isPresent())
                : chatId;
        var chat = new ChatRow(id, sequence, corp.ids().opengid(id), at, face, rule, 0, 0);
        corp.put(chat);
        ChatHistory.made(corp, chat, at);
        return chat;
    }

    /// Somebody joins.
    public static Joined join(Corp corp, ChatRow chat, Newcomer newcomer) {
        if (corp.chats().member(chat.chatId(), newcomer.member()).isPresent()) {
            return Joined.ALREADY_IN;
        }
        if (!hasRoom(corp, chat) || isBeyondScale(corp, newcomer)) {
            return Joined.FULL;
        }
        var now = corp.clock().now();
        var revised = chat.revised();
        corp.put(row(chat, newcomer, now));
        corp.put(revised);
        ChatHistory.changed(corp, revised, now, 1);
        ChatEvents.joined(corp, revised, List.of(newcomer.member()), newcomer.scene());
        if (newcomer.external()) {
            greet(corp, revised, newcomer.member());
        }
        return Joined.JOINED;
    }

    private static boolean isBeyondScale(Corp corp, Newcomer newcomer) {
        return corp.contacts()
                .byId(newcomer.member())
                .filter(_ -> newcomer.external())
                .filter(customer -> Encounters.isScaleUsedUp(corp, customer.number()))
                .isPresent();
    }

    /// The owner chooses what newcomers are greeted with; `""` for nothing.
    public static void welcomeBy(Corp corp, ChatRow chat, String templateId) {
        corp.put(chat.with(chat.face().welcomingBy(templateId)));
    }

    private static void greet(Corp corp, ChatRow chat, String customer) {
        var name = corp.contacts().byId(customer).map(CustomerRow::name).orElse("");
        corp.groupWelcomes()
                .byId(chat.face().welcomeTemplate())
                .ifPresent(template -> corp.put(new GroupWelcomed(
                        chat.chatId(),
                        customer,
                        corp.clock().now(),
                        template.templateId(),
                        template.textFor(name),
                        template.parts().size() - (template.parts().has("text") ? 1 : 0))));
    }

    /// Whether one more can join.
    public static boolean hasRoom(Corp corp, ChatRow chat) {
        return !corp.limited()
                || corp.chats().members(chat.chatId()).size() < corp.limits().membersPerChat();
    }

    /// Somebody leaves, or several are removed by owner or administrator; who is not in it is
    /// passed over.
    /// @return how many went
    public static int part(Corp corp, ChatRow chat, Collection<String> members, boolean removed) {
        var gone = members.stream()
                .filter(member -> corp.chats().member(chat.chatId(), member).isPresent())
                .distinct()
                .toList();
        if (gone.isEmpty()) {
            return 0;
        }
        gone.forEach(member -> corp.put(new ChatMemberRow.Gone(chat.chatId(), member)));
        var admins = chat.rule().admins().stream()
                .filter(admin -> !gone.contains(admin))
                .toList();
        var revised = chat.with(chat.rule().administeredBy(admins)).revised();
        corp.put(revised);
        ChatHistory.changed(corp, revised, corp.clock().now(), 0);
        ChatEvents.parted(corp, revised, gone, removed);
        return gone.size();
    }

    /// The owner hands the group to another member of it.
    public static void handOver(Corp corp, ChatRow chat, String userid) {
        var handed = chat.with(chat.rule().ownedBy(userid, 0));
        corp.put(handed);
        ChatHistory.changed(corp, handed, corp.clock().now(), 0);
        ChatEvents.updated(corp, handed, "change_owner");
    }

    /// Owner or administrator gives it another name.
    public static void rename(Corp corp, ChatRow chat, String name) {
        corp.put(chat.with(chat.face().named(name)));
        ChatEvents.updated(corp, chat, "change_name");
    }

    /// Owner or administrator puts up another notice (群公告).
    public static void announce(Corp corp, ChatRow chat, String notice) {
        corp.put(chat.with(chat.face().noticing(notice)));
        ChatEvents.updated(corp, chat, "change_notice");
    }

    /// The owner chooses other administrators. The platform tells nobody.
    public static void appoint(Corp corp, ChatRow chat, List<String> admins) {
        corp.put(chat.with(chat.rule().administeredBy(admins)));
    }

    /// The owner dissolves the group.
    public static void dismiss(Corp corp, ChatRow chat) {
        var dismissed = chat.dismissed(corp.clock().now());
        corp.put(dismissed);
        ChatHistory.changed(corp, dismissed, corp.clock().now(), 0);
        ChatEvents.dismissed(corp, dismissed);
    }

    /// Somebody in it writes. The platform tells nobody; it counts.
    /// @return whether it is in the group
    public static boolean write(Corp corp, ChatRow chat, String member, int messages) {
        var row = corp.chats().member(chat.chatId(), member);
        row.ifPresent(old -> {
            corp.put(old.spoke(messages));
            ChatHistory.written(corp, chat, old.messages() == 0, messages);
        });
        return row.isPresent();
    }

    /// Somebody who is in the group since then.
    static ChatMemberRow row(ChatRow chat, Newcomer newcomer, long at) {
        return new ChatMemberRow(
                chat.chatId(),
                newcomer.member(),
                newcomer.external() ? 2 : 1,
                at,
                newcomer.scene(),
                newcomer.invitor(),
                newcomer.state(),
                newcomer.nickname(),
                0);
    }
}
