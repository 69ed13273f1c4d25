package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import cn.siyu.adapter.wecomsimulator.world.TaskSent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// A member sends a mass message of its own (成员群发), without an app: at once, and to one
/// customer once a day.
public final class OwnSending {
    private OwnSending() {}

    /// To customers, or to groups when there are any.
    public static TaskSent send(Corp corp, String userid, String text, int[] customers, List<String> chats) {
        var fresh = Arrays.stream(customers).filter(fresh(corp, userid)).toArray();
        var now = corp.clock().now();
        var sequence = corp.messages().nextSequence();
        var task =
                chats.isEmpty() ? MessageRow.Task.toCustomers(userid, fresh) : MessageRow.Task.toGroups(userid, chats);
        var message = new MessageRow(
                corp.ids()
                        .message(
                                "own|" + sequence,
                                taken -> corp.messages().message(taken).isPresent()),
                sequence,
                now,
                0,
                userid,
                !chats.isEmpty(),
                text,
                JsonNodeFactory.instance.arrayNode(),
                List.of(task),
                false);
        corp.put(message);
        return MassSending.confirm(corp, message, userid).orElseThrow();
    }

    /// Who has not had one from this member today.
    private static IntPredicate fresh(Corp corp, String userid) {
        if (!corp.limited()) {
            return _ -> true;
        }
        var today = CorpClock.day(corp.clock().now());
        Set<Integer> had = corp.messages().inOrder().values().stream()
                .filter(message -> message.creator().equals(userid) && CorpClock.day(message.createdAt()) == today)
                .flatMap(message -> message.tasks().stream())
                .flatMap(task -> Arrays.stream(task.customers()).boxed())
                .collect(Collectors.toSet());
        return customer -> !had.contains(customer);
    }
}
