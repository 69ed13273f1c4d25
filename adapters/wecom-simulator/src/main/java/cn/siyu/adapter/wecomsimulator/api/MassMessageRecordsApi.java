package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/// What became of mass messages: the list, the members' tasks, the results per customer.
final class MassMessageRecordsApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final long LONGEST_SPAN = Duration.ofDays(31).toSeconds();
    private static final int PAGE = 500;
    private static final int LARGEST_PAGE = 1000;

    private MassMessageRecordsApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "get_groupmsg_list_v2", MassMessageRecordsApi::list, "group_msg_list"),
                Endpoint.contactPost(ROOT + "get_groupmsg_task", MassMessageRecordsApi::tasks, "task_list"),
                Endpoint.contactPost(ROOT + "get_groupmsg_send_result", MassMessageRecordsApi::results, "send_list"));
    }

    private static void list(Call call, ObjectNode answer) {
        var params = call.params();
        if (!params.has("chat_type") || !params.has("start_time") || !params.has("end_time")) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var single = switch (params.text("chat_type")) {
            case "single" -> true;
            case "group" -> false;
            default -> throw Errcode.invalidParam("chat_type");
        };
        var from = params.number("start_time", 0);
        var to = params.number("end_time", 0);
        if (from > to || to - from > LONGEST_SPAN) {
            throw Errcode.BAD_TIME_RANGE.error();
        }
        var query = call.corp().corpId() + "|messages|" + single + "|" + from + "|" + to;
        var start = Cursors.read(query, params.text("cursor"));
        var limit = Page.limitOrUsual(params, 50, 100);
        // Messages of this simulator are all made by apps for customers: none is personal, none goes to groups.
        var wanted = single
                && params.number("filter_type", 2) != 1
                && params.text("creator").isEmpty();
        var nodes = answer.putArray("group_msg_list");
        var next = "";
        var messages = call.corp().messages().inOrder();
        for (var message : messages.tailMap((int) Math.max(start.major(), 0)).values()) {
            if (!wanted || message.createdAt() < from || message.createdAt() > to) {
                continue;
            }
            if (nodes.size() == limit) {
                next = Cursors.write(query, new Cursors.Position(message.sequence(), 0));
                break;
            }
            describe(message, nodes.addObject());
        }
        answer.put("next_cursor", next);
    }

    private static void describe(MessageRow message, ObjectNode node) {
        node.put("msgid", message.msgid())
                .put("create_time", message.createdAt())
                .put("create_type", 0);
        node.putObject("text").put("content", message.text());
        node.set("attachments", message.attachments());
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
        var customers = message.tasks().stream()
                .filter(task -> task.userid().equals(member))
                .findFirst()
                .map(MessageRow.Task::customers)
                .orElseGet(() -> new int[0]);
        var page = page(call, message.msgid() + "|results|" + member, customers.length, answer);
        var sent = call.corp().messages().sent(message.msgid(), member);
        var nodes = answer.putArray("send_list");
        for (var i = page.from(); i < page.to(); i++) {
            var status = sent.isEmpty() ? 0 : sent.get().statuses().charAt(i) - '0';
            var node = nodes.addObject();
            node.put(
                    "external_userid",
                    call.corp().contacts().byNumber(customers[i]).externalUserId());
            node.put("userid", member).put("status", status);
            if (status == 1) {
                node.put("send_time", sent.orElseThrow().at());
            }
        }
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
