package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.control.ControlRoute.Request;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.ConclusionSent;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.GroupWelcomed;
import cn.siyu.adapter.wecomsimulator.world.LedgerRow;
import cn.siyu.adapter.wecomsimulator.world.MessageBook;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import cn.siyu.adapter.wecomsimulator.world.TaskSent;
import cn.siyu.adapter.wecomsimulator.world.TransferNotice;
import cn.siyu.adapter.wecomsimulator.world.WelcomeSent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What happened, as NDJSON: the delivery ledger, the call log, the customers with who follows
/// them, the posts that wait.
final class RecordOperations {
    private static final int PIECE = 1000;
    private static final String CORP = "/simulator/corps/{corp}";

    private RecordOperations() {}

    static void addTo(ControlRoute route, Operations.Parts parts) {
        route.on("GET", CORP + "/ledger", 200, request -> ledger(CorpOperations.corp(parts, request), after(request)))
                .on("GET", CORP + "/calls", 200, request -> {
                    var corp = CorpOperations.corp(parts, request);
                    return parts.calls().after(after(request), corp.corpId()).stream();
                })
                .on("GET", "/simulator/calls", 200, request -> parts.calls().after(after(request)).stream())
                .on("GET", CORP + "/customers", 200, request -> customers(CorpOperations.corp(parts, request)))
                .on("GET", CORP + "/contact-ways", 200, request -> ways(CorpOperations.corp(parts, request)))
                .on("GET", CORP + "/mass-messages", 200, request -> messages(CorpOperations.corp(parts, request)))
                .on("GET", CORP + "/undelivered", 200, request -> undelivered(parts, request));
    }

    private static long after(Request request) {
        var after = request.query().path("after").asText("0");
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException _) {
            throw ControlError.bad("after must be the number of the last line that is known, not " + after);
        }
    }

    /// One line per customer and message, in the order in which they were sent; `received` says
    /// whether it arrived. The ledger is read piece by piece while it is written out.
    private static Stream<ObjectNode> ledger(Corp corp, long after) {
        return Stream.iterate(
                        corp.locked(() -> corp.messages().ledger(after, PIECE)),
                        piece -> !piece.isEmpty(),
                        piece -> corp.locked(() -> corp.messages().ledger(last(piece), PIECE)))
                .flatMap(List::stream)
                .flatMap(entry -> {
                    var number = new AtomicLong(entry.first());
                    return lines(corp, entry.row()).map(line -> {
                        var numbered = Json.object().put("number", number.getAndIncrement());
                        return numbered.<ObjectNode>setAll(line);
                    });
                })
                .filter(line -> line.path("number").asLong() > after);
    }

    private static long last(List<MessageBook.Entry> piece) {
        return piece.getLast().last();
    }

    private static Stream<ObjectNode> lines(Corp corp, LedgerRow sent) {
        return switch (sent) {
            case WelcomeSent welcome -> Stream.of(welcome(corp, welcome));
            case TaskSent task -> mass(corp, task);
            case GroupWelcomed greeted -> Stream.of(greeted(greeted));
            case TransferNotice notice -> Stream.of(notice(corp, notice));
            case ConclusionSent end ->
                Stream.of(delivery(
                                corp,
                                Json.object().put("kind", "CONCLUSION").putNull("msgid"),
                                end.customer(),
                                end.userid(),
                                end.at(),
                                1)
                        .put("text", end.text())
                        .put("attachments", end.attachments().size()));
        };
    }

    private static ObjectNode welcome(Corp corp, WelcomeSent sent) {
        var node = Json.object().put("kind", "WELCOME").putNull("msgid");
        return delivery(corp, node, sent.customer(), sent.userid(), sent.at(), 1)
                .put("text", sent.text())
                .put("attachments", sent.attachments().size());
    }

    private static ObjectNode notice(Corp corp, TransferNotice sent) {
        var node = Json.object().put("kind", "TRANSFER").putNull("msgid");
        return delivery(corp, node, sent.customer(), sent.userid(), sent.at(), 1)
                .put("text", sent.text())
                .put("attachments", 0);
    }

    private static ObjectNode greeted(GroupWelcomed greeted) {
        var node = Json.object().put("kind", "GROUP_WELCOME").putNull("msgid");
        node.put("chatId", greeted.chatId()).put("externalUserId", greeted.member());
        node.put("at", Instant.ofEpochSecond(greeted.at()).toString());
        node.put("status", 1).put("received", true).put("text", greeted.text());
        return node.put("attachments", greeted.attachments());
    }

    private static Stream<ObjectNode> mass(Corp corp, TaskSent sent) {
        var message = corp.locked(() -> corp.messages().message(sent.msgid())).orElseThrow();
        return IntStream.range(0, sent.statuses().length()).mapToObj(i -> {
            var node = Json.object().put("kind", "MASS").put("msgid", sent.msgid());
            if (message.toGroups()) {
                at(node.put("chatId", sent.chats().get(i)), sent.userid(), sent.at(), sent.status(i));
            } else {
                delivery(corp, node, customers(message, sent)[i], sent.userid(), sent.at(), sent.status(i));
            }
            return node.put("text", message.text())
                    .put("attachments", message.attachments().size());
        });
    }

    private static int[] customers(MessageRow message, TaskSent sent) {
        return message.tasks().stream()
                .filter(task -> task.userid().equals(sent.userid()))
                .map(MessageRow.Task::customers)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode delivery(Corp corp, ObjectNode node, int customer, String userid, long at, int status) {
        var row = corp.locked(() -> corp.contacts().byNumber(customer));
        return at(node.put("externalUserId", row.externalUserId()), userid, at, status);
    }

    private static ObjectNode at(ObjectNode node, String userid, long at, int status) {
        node.put("userid", userid).put("at", Instant.ofEpochSecond(at).toString());
        return node.put("status", status).put("received", status == 1);
    }

    private static Stream<ObjectNode> customers(Corp corp) {
        var count = corp.locked(() -> corp.contacts().count());
        return IntStream.range(0, count).mapToObj(number -> corp.locked(() -> customer(corp, number)));
    }

    private static ObjectNode customer(Corp corp, int number) {
        var row = corp.contacts().byNumber(number);
        var node = Json.object().put("number", number).put("externalUserId", row.externalUserId());
        node.put("name", row.name()).put("unionid", row.unionid());
        var followers = node.putArray("followers");
        for (var relation : corp.contacts().followersOf(number)) {
            var each = followers.addObject().put("userid", relation.userid());
            each.put("addedAt", Instant.ofEpochSecond(relation.createdAt()).toString());
            each.put("state", relation.state()).put("remark", relation.remark());
            each.put("deletedByCustomer", relation.oneSided());
            relation.tags().forEach(each.putArray("tags")::add);
        }
        return node;
    }

    private static Stream<ObjectNode> ways(Corp corp) {
        return corp.locked(() -> List.copyOf(corp.ways().inOrder().values())).stream()
                .map(way -> {
                    var node = Json.object().put("configId", way.configId()).put("qrCode", way.qrCode());
                    node.put("state", way.state());
                    way.users().forEach(node.putArray("users")::add);
                    return node;
                });
    }

    private static Stream<ObjectNode> messages(Corp corp) {
        return corp.locked(() -> List.copyOf(corp.messages().inOrder().values())).stream()
                .map(message -> corp.locked(() -> message(corp, message)));
    }

    private static ObjectNode message(Corp corp, MessageRow message) {
        var control = corp.messages().control(message.msgid());
        var node = Json.object().put("msgid", message.msgid()).put("text", message.text());
        node.put("createdAt", Instant.ofEpochSecond(message.createdAt()).toString());
        node.put("creator", message.creator()).put("toGroups", message.toGroups());
        node.put("cancelled", control.cancelled())
                .put("reminders", control.remindedAt().size());
        var tasks = node.putArray("tasks");
        for (var task : message.tasks()) {
            var sent = corp.messages().sent(message.msgid(), task.userid());
            var each = tasks.addObject().put("userid", task.userid());
            each.put("customers", task.customers().length);
            each.put("groups", task.chats().size()).put("sent", sent.isPresent());
        }
        return node;
    }

    private static Stream<ObjectNode> undelivered(Operations.Parts parts, Request request) {
        var corp = CorpOperations.corp(parts, request);
        return corp.locked(() -> corp.outbox().everything()).stream().map(post -> {
            var node = Json.object().put("kind", post.kind().name());
            node.put("at", Instant.ofEpochSecond(post.at()).toString());
            node.put("agentId", post.agentId()).put("path", post.path());
            node.set("body", post.body());
            return node;
        });
    }
}
