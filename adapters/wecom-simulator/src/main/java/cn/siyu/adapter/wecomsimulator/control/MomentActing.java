package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.Moments;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.MomentRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries out what people do with moments, with the corp's lock held, and tells what became of
/// moments.
final class MomentActing {
    private final Corp corp;
    private final People people;

    MomentActing(Corp corp) {
        this.corp = corp;
        this.people = new People(corp);
    }

    static void addTo(ControlRoute route, Operations.Parts parts) {
        route.on("GET", "/simulator/corps/{corp}/moments", 200, request -> {
            var corp = CorpOperations.corp(parts, request);
            return corp.locked(() -> List.copyOf(corp.moments().inOrder().values())).stream()
                    .map(moment -> corp.locked(() -> describe(corp, moment)));
        });
    }

    ObjectNode perform(Action.OnMoments action) {
        return switch (action) {
            case MomentAction.Publish a -> publish(a);
            case MomentAction.Post a -> post(a);
            case MomentAction.Like a -> react(a.moment(), a.userid(), false, a.customer());
            case MomentAction.Comment a -> react(a.moment(), a.userid(), true, a.customer());
            case MomentAction.Switch a -> {
                corp.put(new MomentRow.Switch(a.on()));
                yield Json.object().put("changed", true);
            }
        };
    }

    private ObjectNode publish(MomentAction.Publish action) {
        var moment = moment(action.moment());
        var userids = action.userid() == null
                ? moment.tasks().stream().map(MomentRow.Task::userid).toList()
                : List.of(people.member(action.userid()).userid());
        var answer = Json.object();
        var published = answer.putArray("published");
        for (var userid : userids) {
            Moments.publish(corp, moment, userid)
                    .ifPresent(
                            row -> published.addObject().put("userid", userid).put("visible", row.visible().length));
        }
        return answer;
    }

    private ObjectNode post(MomentAction.Post action) {
        var attachments = Json.MAPPER.createArrayNode();
        for (var image : action.images() == null ? List.<String>of() : action.images()) {
            attach(attachments, "image").put("media_id", image);
        }
        if (action.video() != null) {
            attach(attachments, "video").put("media_id", action.video());
        }
        if (action.linkUrl() != null) {
            attach(attachments, "link")
                    .put("title", action.linkTitle() == null ? "" : action.linkTitle())
                    .put("url", action.linkUrl());
        }
        var moment = Moments.post(
                corp,
                people.serving(action.userid()),
                action.text() == null ? "" : action.text(),
                attachments,
                action.tags() == null ? Set.of() : Set.copyOf(action.tags()),
                action.location() == null ? null : Json.MAPPER.valueToTree(action.location()));
        return Json.object().put("moment", moment.momentId());
    }

    private static ObjectNode attach(ArrayNode attachments, String type) {
        return attachments.addObject().put("msgtype", type).putObject(type);
    }

    private ObjectNode react(String momentId, String userid, boolean comment, @Nullable String customer) {
        var number = customer == null ? -1 : people.customer(customer).number();
        var member = people.member(userid).userid();
        return Json.object().put("changed", Moments.react(corp, moment(momentId), member, comment, number));
    }

    private MomentRow moment(String id) {
        return corp.moments()
                .moment(String.valueOf(id))
                .orElseThrow(() -> ControlError.notFound("there is no moment " + id));
    }

    private static ObjectNode describe(Corp corp, MomentRow moment) {
        var node = Json.object().put("momentId", moment.momentId()).put("text", moment.text());
        node.put("createdAt", Instant.ofEpochSecond(moment.createdAt()).toString());
        node.put("creator", moment.creator()).put("open", moment.open());
        node.put("attachments", moment.attachments().size());
        node.put("cancelled", corp.moments().isCancelled(moment.momentId()));
        var tasks = node.putArray("tasks");
        for (var task : moment.tasks()) {
            var each = tasks.addObject().put("userid", task.userid());
            var published = corp.moments().published(moment.momentId(), task.userid());
            each.put("published", published.isPresent());
            each.put("visible", published.map(row -> row.visible().length).orElse(0));
            var reactions = corp.moments().reactions(moment.momentId(), task.userid());
            each.put("comments", count(reactions.stream().filter(MomentRow.Reaction::comment)));
            each.put("likes", count(reactions.stream().filter(reaction -> !reaction.comment())));
        }
        return node;
    }

    private static int count(Stream<?> rows) {
        return (int) rows.count();
    }
}
