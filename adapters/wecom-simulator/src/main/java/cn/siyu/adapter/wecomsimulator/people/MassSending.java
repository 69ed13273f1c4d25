package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import cn.siyu.adapter.wecomsimulator.world.TaskSent;
import java.util.Optional;

/// A member confirms its part of a mass message (群发助手 → 发送), and the platform sends it by its rules.
public final class MassSending {
    private MassSending() {}

    /// Sends a member's part. Nothing happens when the message was cancelled, the member has no part in it,
    /// or has sent it already.
    /// @return what was sent
    public static Optional<TaskSent> confirm(Corp corp, MessageRow message, String userid) {
        var task = message.tasks().stream()
                .filter(each -> each.userid().equalsIgnoreCase(userid))
                .findFirst();
        if (task.isEmpty()
                || corp.messages().control(message.msgid()).cancelled()
                || corp.messages().sent(message.msgid(), task.get().userid()).isPresent()) {
            return Optional.empty();
        }
        var sent =
                new TaskSent(message.msgid(), task.get().userid(), corp.clock().now(), statuses(corp, task.get()));
        corp.put(sent);
        corp.reactions().sent(corp, message, sent);
        return Optional.of(sent);
    }

    /// Whether a customer can still receive a mass message this month: as many as the month has days.
    public static boolean hasQuota(Corp corp, int customer) {
        var month = CorpClock.month(corp.clock().now());
        return !corp.limited() || corp.contacts().received(customer, month) < CorpClock.daysOf(month);
    }

    private static String statuses(Corp corp, MessageRow.Task task) {
        var statuses = new StringBuilder(task.customers().length);
        for (var customer : task.customers()) {
            statuses.append(status(corp, customer, task.userid()));
        }
        return statuses.toString();
    }

    private static char status(Corp corp, int customer, String userid) {
        var relation = corp.contacts().relation(customer, userid);
        if (relation.isEmpty() || relation.get().oneSided()) {
            return '2';
        }
        return hasQuota(corp, customer) ? '1' : '3';
    }
}
