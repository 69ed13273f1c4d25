package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import cn.siyu.adapter.wecomsimulator.world.TaskSent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A member confirms its part of a mass message (群发助手 → 发送), and the platform sends it by its
/// rules.
public final class MassSending {
    private MassSending() {}

    /// Sends a member's part; to groups, if the message leaves them to the member, to all that it
    /// owns.
    public static Optional<TaskSent> confirm(Corp corp, MessageRow message, String userid) {
        return confirm(corp, message, userid, Choice.ALL);
    }

    /// What a member chooses where the message lets it.
    ///
    /// @param chats the groups; empty = all that it owns
    /// @param customers numbers of the customers, of those in its part; empty = all of them
    public record Choice(List<String> chats, Set<Integer> customers) {
        static final Choice ALL = new Choice(List.of(), Set.of());
    }

    /// Sends a member's part. Nothing happens when the message was cancelled, the member has no
    /// part in it, or has sent it already.
    /// @return what was sent
    public static Optional<TaskSent> confirm(Corp corp, MessageRow message, String userid, Choice choice) {
        var task = message.tasks().stream()
                .filter(each -> each.userid().equalsIgnoreCase(userid))
                .findFirst();
        if (task.isEmpty()
                || corp.messages().control(message.msgid()).cancelled()
                || corp.messages().sent(message.msgid(), task.get().userid()).isPresent()) {
            return Optional.empty();
        }
        var sent = message.toGroups()
                ? toGroups(corp, message, task.get(), choice.chats())
                : toCustomers(corp, message, task.get(), choice.customers());
        corp.put(sent);
        corp.reactions().sent(corp, message, sent);
        return Optional.of(sent);
    }

    /// Whether a customer can still receive a mass message: by the corp's edition as many a month
    /// as it has days, or so many a week or a day.
    public static boolean hasQuota(Corp corp, int customer) {
        return !corp.limited()
                || corp.contacts().hasRoom(customer, corp.limits(), corp.clock().now());
    }

    /// The same for a customer group.
    public static boolean hasQuota(Corp corp, String chatId) {
        return !corp.limited()
                || corp.chats().hasRoom(chatId, corp.limits(), corp.clock().now());
    }

    /// The groups that a member can send to, at most as many as one message may go to.
    public static List<String> groupsOf(Corp corp, String userid) {
        var most = corp.limited() ? corp.limits().chatsPerMessage() : Integer.MAX_VALUE;
        return corp.chats().ownedBy(userid).stream()
                .map(ChatRow::chatId)
                .limit(most)
                .toList();
    }

    private static TaskSent toCustomers(Corp corp, MessageRow message, MessageRow.Task task, Set<Integer> chosen) {
        var statuses = new StringBuilder(task.customers().length);
        for (var customer : task.customers()) {
            var leftOut = !chosen.isEmpty() && !chosen.contains(customer);
            statuses.append(leftOut ? '0' : status(corp, customer, task.userid()));
        }
        return new TaskSent(message.msgid(), task.userid(), corp.clock().now(), statuses.toString(), List.of());
    }

    private static TaskSent toGroups(Corp corp, MessageRow message, MessageRow.Task task, List<String> chosen) {
        var own = chosen.isEmpty() ? groupsOf(corp, task.userid()) : chosen;
        var chats = task.chats().isEmpty() ? own : task.chats();
        var statuses = new StringBuilder(chats.size());
        chats.forEach(chat -> statuses.append(status(corp, chat, task.userid())));
        return new TaskSent(message.msgid(), task.userid(), corp.clock().now(), statuses.toString(), chats);
    }

    private static char status(Corp corp, int customer, String userid) {
        var relation = corp.contacts().relation(customer, userid);
        if (relation.isEmpty() || relation.get().oneSided()) {
            return '2';
        }
        return hasQuota(corp, customer) ? '1' : '3';
    }

    private static char status(Corp corp, String chatId, String userid) {
        var chat = corp.chats()
                .chat(chatId)
                .filter(found -> !found.hasEnded() && found.owner().equals(userid));
        if (chat.isEmpty()) {
            return '2';
        }
        return hasQuota(corp, chatId) ? '1' : '3';
    }
}
