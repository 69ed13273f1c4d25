package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What became of a mass message for one customer or group.
///
/// @param field `external_userid` or `chat_id`
/// @param status 0 not sent yet, 1 sent, 2 not a friend, 3 receiving quota used up
/// @param sentAt when the member confirmed; told for what was sent
record MassResult(String field, String receiver, String userid, int status, long sentAt) {
    /// A member's results: of every customer, but of those groups only that it was sent to.
    static Stream<MassResult> of(Corp corp, MessageRow message, MessageRow.Task task) {
        var sent = corp.messages().sent(message.msgid(), task.userid());
        if (message.toGroups()) {
            return sent.stream()
                    .flatMap(row -> IntStream.range(0, row.chats().size())
                            .filter(i -> row.status(i) == 1)
                            .mapToObj(i -> new MassResult("chat_id", row.chats().get(i), task.userid(), 1, row.at())));
        }
        return IntStream.range(0, task.customers().length).mapToObj(i -> {
            var customer = corp.contacts().byNumber(task.customers()[i]);
            return new MassResult(
                    "external_userid",
                    customer.externalUserId(),
                    task.userid(),
                    sent.map(row -> row.status(i)).orElse(0),
                    sent.map(row -> row.at()).orElse(0L));
        });
    }

    void write(ObjectNode node) {
        node.put(field, receiver).put("userid", userid).put("status", status);
        if (status == 1) {
            node.put("send_time", sentAt);
        }
    }
}
