package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What became of mass messages: the list, the members' tasks, the results per customer or group.
/// Each in its newer form, and in the older one that some clients still ask for.
final class MassMessageRecordsApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final long LONGEST_SPAN = Duration.ofDays(31).toSeconds();
    private static final int PAGE = 500;
    private static final int LARGEST_PAGE = 1000;

    private MassMessageRecordsApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(
                        ROOT + "get_groupmsg_list_v2",
                        (call, answer) -> list(call, answer, MassMessageRecordsApi::describe),
                        "group_msg_list"),
                Endpoint.contactPost(
                        ROOT + "get_groupmsg_list",
                        (call, answer) -> list(call, answer, MassMessageRecordsApi::describeAsBefore),
                        "group_msg_list"),
                Endpoint.contactPost(ROOT + "get_groupmsg_task", MassMessageRecordsApi::tasks, "task_list"),
                Endpoint.contactPost(ROOT + "get_groupmsg_send_result", MassMessageRecordsApi::results, "send_list"),
                Endpoint.contactPost(ROOT + "get_group_msg_result", MassMessageRecordsApi::all, "detail_list"));
    }

    private static void list(Call call, ObjectNode answer, BiConsumer<MessageRow, ObjectNode> describe) {
        var params = call.params();
        if (!params.has("chat_type") || !params.has("start_time") || !params.has("end_time")) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var from = params.number("start_time", 0);
        var to = params.number("end_time", 0);
        if (from > to || to - from > LONGEST_SPAN) {
            throw Errcode.BAD_TIME_RANGE.error();
        }
        var wanted = wanted(call);
        var query = call.corp().corpId() + "|messages|" + params.text("chat_type") + "|" + from + "|" + to + "|"
                + params.number("filter_type", 2) + "|" + params.text("creator");
        var start = Cursors.read(query, params.text("cursor"));
        var limit = Page.limitOrUsual(params, 50, 100);
        var page = call.corp().messages().inOrder().tailMap((int) Math.max(start.major(), 0)).values().stream()
                .filter(message -> message.createdAt() >= from && message.createdAt() <= to)
                .filter(wanted)
                .limit(limit + 1L)
                .toList();
        var nodes = answer.putArray("group_msg_list");
        page.stream().limit(limit).forEach(message -> describe.accept(message, nodes.addObject()));
        var next = page.size() > limit
                ? Cursors.write(query, new Cursors.Position(page.getLast().sequence(), 0))
                : "";
        answer.put("next_cursor", next);
    }

    /// By kind of receiver, by who made it, and by its creator, whom only members' own messages
    /// have.
    private static Predicate<MessageRow> wanted(Call call) {
        var params = call.params();
        var toGroups = MassMessageApi.toGroups(params);
        var creator = params.text("creator");
        var filter = params.number("filter_type", 2);
        if (filter < 0 || filter > 2) {
            throw Errcode.invalidParam("filter_type");
        }
        return message -> message.toGroups() == toGroups
                && (filter == 2 || message.byApp() == (filter == 0))
                && (creator.isEmpty() || message.creator().equalsIgnoreCase(creator))
                && (message.byApp() || call.app().sees(message.creator()));
    }

    private static void describe(MessageRow message, ObjectNode node) {
        head(message, node);
        node.set("attachments", message.attachments());
    }

    /// Before there were lists of attachments, a message had at most one of each kind.
    private static void describeAsBefore(MessageRow message, ObjectNode node) {
        head(message, node);
        for (var attachment : message.attachments()) {
            var kind = attachment.path("msgtype").asText();
            if (!node.has(kind)) {
                node.set(kind, attachment.path(kind));
            }
        }
    }

    private static void head(MessageRow message, ObjectNode node) {
        node.put("msgid", message.msgid());
        if (!message.byApp()) {
            node.put("creator", message.creator());
        }
        node.put("create_time", message.createdAt()).put("create_type", message.byApp() ? 0 : 1);
        node.putObject("text").put("content", message.text());
    }

    private static void tasks(Call call, ObjectNode answer) {
        var message = MassMessageApi.named(call);
        var page = page(call, message.msgid() + "|tasks", message.tasks().size(), answer);
        var nodes = answer.putArray("task_list");
        for (var task : message.tasks().subList(page.from(), page.to())) {
            var node = nodes.addObject().put("userid", task.userid());
            call.corp()
                    .messages()
                    .sent(message.msgid(), task.userid())
                    .ifPresentOrElse(
                            sent -> node.put("status", 2).put("send_time", sent.at()), () -> node.put("status", 0));
        }
    }

    private static void results(Call call, ObjectNode answer) {
        var message = MassMessageApi.named(call);
        var userid = call.params().text("userid");
        if (userid.isEmpty()) {
            throw Errcode.BAD_USERID.error();
        }
        var member = StaffApi.visibleMember(call, userid).userid();
        var rows = message.tasks().stream()
                .filter(task -> task.userid().equals(member))
                .flatMap(task -> MassResult.of(call.corp(), message, task))
                .toList();
        write(call, message.msgid() + "|results|" + member, rows, answer, "send_list");
    }

    /// The older form: all members' results together.
    private static void all(Call call, ObjectNode answer) {
        var message = MassMessageApi.named(call);
        Stream<MassResult> rows = message.tasks().stream().flatMap(task -> MassResult.of(call.corp(), message, task));
        answer.put("check_status", 0);
        write(call, message.msgid() + "|all", rows.toList(), answer, "detail_list");
    }

    private static void write(Call call, String query, List<MassResult> rows, ObjectNode answer, String list) {
        var page = page(call, query, rows.size(), answer);
        var nodes = answer.putArray(list);
        rows.subList(page.from(), page.to()).forEach(row -> row.write(nodes.addObject()));
    }

    /// Rows from (inclusive) to (exclusive).
    private record Slice(int from, int to) {}

    private static Slice page(Call call, String query, int size, ObjectNode answer) {
        var start = Cursors.read(query, call.params().text("cursor"));
        var from = Math.clamp(start.major(), 0, size);
        var to = Math.min(size, from + Page.limitOrUsual(call.params(), PAGE, LARGEST_PAGE));
        answer.put("next_cursor", to < size ? Cursors.write(query, new Cursors.Position(to, 0)) : "");
        return new Slice(from, to);
    }
}
