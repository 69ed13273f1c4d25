package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.people.Moments;
import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.MomentRow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/// What became of moments (客户朋友圈): the list, who published, who was chosen, who can see them,
/// who answered.
final class MomentRecordsApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final long LONGEST_SPAN = Duration.ofDays(30).toSeconds();
    private static final int LIST_PAGE = 20;

    private MomentRecordsApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "get_moment_list", MomentRecordsApi::list, "moment_list"),
                Endpoint.contactPost(ROOT + "get_moment_task", MomentRecordsApi::tasks, "task_list"),
                Endpoint.contactPost(ROOT + "get_moment_customer_list", MomentRecordsApi::chosen, "customer_list"),
                Endpoint.contactPost(ROOT + "get_moment_send_result", MomentRecordsApi::visible, "customer_list"),
                Endpoint.contactPost(
                        ROOT + "get_moment_comments", MomentRecordsApi::comments, "comment_list", "like_list"));
    }

    private static void list(Call call, ObjectNode answer) {
        var params = call.params();
        if (!params.has("start_time") || !params.has("end_time")) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var from = params.number("start_time", 0);
        var to = params.number("end_time", 0);
        if (from > to || to - from > LONGEST_SPAN) {
            throw Errcode.BAD_TIME_RANGE.error();
        }
        var type = params.number("filter_type", 2);
        var creator = params.text("creator");
        var query = call.corp().corpId() + "|moments|" + from + "|" + to + "|" + type + "|" + creator;
        var start = Cursors.read(query, params.text("cursor"));
        var limit = Page.limitOrUsual(params, LIST_PAGE, LIST_PAGE);
        var nodes = answer.putArray("moment_list");
        var next = "";
        for (var moment : call.corp()
                .moments()
                .inOrder()
                .tailMap((int) Math.max(start.major(), 0))
                .values()) {
            if (moment.createdAt() < from || moment.createdAt() > to || !wanted(call, moment, type, creator)) {
                continue;
            }
            if (nodes.size() == limit) {
                next = Cursors.write(query, new Cursors.Position(moment.sequence(), 0));
                break;
            }
            describe(moment, nodes.addObject());
        }
        answer.put("next_cursor", next);
    }

    private static boolean wanted(Call call, MomentRow moment, long type, String creator) {
        var ofType = type == 2 || moment.personal() == (type == 1);
        var ofCreator = creator.isEmpty() || moment.creator().equalsIgnoreCase(creator);
        return ofType && ofCreator && (!moment.personal() || call.app().sees(moment.creator()));
    }

    private static void describe(MomentRow moment, ObjectNode node) {
        node.put("moment_id", moment.momentId());
        if (moment.personal()) {
            node.put("creator", moment.creator());
        }
        node.put("create_time", moment.createdAt()).put("create_type", moment.personal() ? 1 : 0);
        node.put("visible_type", moment.open() ? 1 : 0);
        node.putObject("text").put("content", moment.text());
        for (var attachment : moment.attachments()) {
            attach(attachment, node);
        }
        if (moment.location() != null) {
            node.set("location", moment.location());
        }
    }

    private static void attach(JsonNode attachment, ObjectNode node) {
        var type = attachment.path("msgtype").asText();
        var body = attachment.path(type);
        var media = body.path("media_id").asText();
        switch (type) {
            case "image" -> node.withArray("/image").addObject().put("media_id", media);
            case "video" -> node.putObject("video").put("media_id", media).put("thumb_media_id", media);
            default ->
                node.putObject("link")
                        .put("title", body.path("title").asText(""))
                        .put("url", body.path("url").asText(""));
        }
    }

    private static void tasks(Call call, ObjectNode answer) {
        var moment = MomentApi.dispatched(call);
        if (moment.personal()) {
            throw Errcode.MOMENT_KIND.error();
        }
        var tasks = moment.tasks().stream()
                .filter(task -> call.app().sees(task.userid()))
                .toList();
        var page = Page.slice(call, moment.momentId() + "|tasks", tasks.size(), 500, 1000, answer);
        var nodes = answer.putArray("task_list");
        for (var task : tasks.subList(page.from(), page.to())) {
            var published = call.corp().moments().published(moment.momentId(), task.userid());
            nodes.addObject().put("userid", task.userid()).put("publish_status", published.isPresent() ? 1 : 0);
        }
    }

    private static void chosen(Call call, ObjectNode answer) {
        var moment = MomentApi.dispatched(call);
        var task = part(call, moment);
        var customers = Moments.chosen(call.corp(), moment, task).toArray();
        var query = moment.momentId() + "|chosen|" + task.userid();
        var page = Page.slice(call, query, customers.length, 500, 1000, answer);
        var nodes = answer.putArray("customer_list");
        for (var i = page.from(); i < page.to(); i++) {
            nodes.addObject().put("userid", task.userid()).put("external_userid", id(call, customers[i]));
        }
    }

    private static void visible(Call call, ObjectNode answer) {
        var published = published(call);
        var query = published.momentId() + "|visible|" + published.userid();
        var page = Page.slice(call, query, published.visible().length, 3000, 5000, answer);
        var nodes = answer.putArray("customer_list");
        for (var i = page.from(); i < page.to(); i++) {
            nodes.addObject().put("external_userid", id(call, published.visible()[i]));
        }
    }

    private static void comments(Call call, ObjectNode answer) {
        var published = published(call);
        var comments = answer.putArray("comment_list");
        var likes = answer.putArray("like_list");
        for (var reaction : call.corp().moments().reactions(published.momentId(), published.userid())) {
            describe(call, reaction, reaction.comment() ? comments : likes);
        }
    }

    private static void describe(Call call, MomentRow.Reaction reaction, ArrayNode nodes) {
        var node = nodes.addObject();
        if (reaction.customer() < 0) {
            node.put("userid", reaction.userid());
        } else {
            node.put("external_userid", id(call, reaction.customer()));
        }
        node.put("create_time", reaction.at());
    }

    private static MomentRow.Published published(Call call) {
        var moment = MomentApi.dispatched(call);
        return call.corp()
                .moments()
                .published(moment.momentId(), part(call, moment).userid())
                .orElseThrow(Errcode.MOMENT_NOT_PUBLISHED::error);
    }

    private static MomentRow.Task part(Call call, MomentRow moment) {
        var userid = call.params().text("userid");
        if (userid.isEmpty()) {
            throw Errcode.BAD_USERID.error();
        }
        return moment.taskOf(StaffApi.visibleMember(call, userid).userid()).orElseThrow(Errcode.MOMENT_MEMBER::error);
    }

    private static String id(Call call, int customer) {
        return call.corp().contacts().byNumber(customer).externalUserId();
    }
}
