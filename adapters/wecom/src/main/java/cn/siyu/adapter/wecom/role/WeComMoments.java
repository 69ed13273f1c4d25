package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Slice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Customer moments (客户朋友圈): `add_moment_task`, its result, and the records.
public final class WeComMoments implements Moments {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int PAGE = 1000;
    private static final int TEXT_CHARS = 2000;
    private static final int IMAGES = 9;
    private static final long FINISHED = 3;

    private final WeComClient client;

    public WeComMoments(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<String> create(Task task) {
        var objection = objection(task);
        if (objection.isPresent()) {
            return Answer.notDone(NotDoneReason.INVALID, objection.get());
        }
        var body = Bodies.body();
        if (!task.text().isEmpty()) {
            body.putObject("text").put("content", task.text());
        }
        if (!task.attachments().isEmpty()) {
            var attachments = body.putArray("attachments");
            task.attachments().forEach(one -> attachments.add(attachment(one)));
        }
        range(task, body);
        return client.change(
                ApiCall.post(ROOT + "add_moment_task", body).as(task.taskId()), answer -> answer.id("jobid"));
    }

    private static Optional<String> objection(Task task) {
        var kinds = task.attachments().stream().map(Attachment::kind).distinct().toList();
        if (task.text().length() > TEXT_CHARS) {
            return Optional.of("the text is longer than " + TEXT_CHARS + " characters");
        }
        if (kinds.size() > 1 || task.attachments().size() > (kinds.contains(Attachment.Kind.IMAGE) ? IMAGES : 1)) {
            return Optional.of("a post carries up to nine images, or one video, or one link");
        }
        return kinds.contains(Attachment.Kind.FILE) || kinds.contains(Attachment.Kind.MINI_PROGRAM)
                ? Optional.of("moments carry no files and no mini programs")
                : Optional.empty();
    }

    private static ObjectNode attachment(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Image(var media) -> part("image", Bodies.body("media_id", media));
            case Attachment.Video(var media) -> part("video", Bodies.body("media_id", media));
            case Attachment.Link link -> part("link", link(link));
            case Attachment.File _, Attachment.MiniProgram _ ->
                throw new IllegalStateException("was objected to before");
        };
    }

    private static ObjectNode link(Attachment.Link link) {
        var part = Bodies.body("url", link.url()).put("title", link.title());
        return link.pictureUrl() == null ? part : part.put("media_id", link.pictureUrl());
    }

    private static ObjectNode part(String kind, ObjectNode content) {
        var part = Bodies.body("msgtype", kind);
        part.set(kind, content);
        return part;
    }

    private static void range(Task task, ObjectNode body) {
        if (task.staff().isEmpty() && task.tagIds().isEmpty()) {
            return;
        }
        var range = body.putObject("visible_range");
        if (!task.staff().isEmpty()) {
            Bodies.texts(range.putObject("sender_list"), "user_list", task.staff());
        }
        if (!task.tagIds().isEmpty()) {
            Bodies.texts(range.putObject("external_contact_list"), "tag_list", task.tagIds());
        }
    }

    @Override
    public Answer<Prepared> prepared(String jobId) {
        return client.read(
                ApiCall.get(ROOT + "get_moment_task_result", Map.of("jobid", jobId))
                        .as(jobId),
                answer -> answer.number("status") == FINISHED
                        ? finished(answer.object("result"))
                        : new Prepared(false, null, null));
    }

    private static Prepared finished(AnswerBody result) throws MalformedAnswer {
        var errcode = result.number("errcode");
        return errcode == 0
                ? new Prepared(true, result.id("moment_id"), null)
                : new Prepared(true, null, "errcode " + errcode);
    }

    @Override
    public Answer<Ack> cancel(String momentId) {
        return client.change(
                ApiCall.post(ROOT + "cancel_moment_task", Bodies.body("moment_id", momentId))
                        .as(momentId),
                _ -> Ack.ACK);
    }

    @Override
    public Answer<Slice<StaffPost>> staffPosts(String momentId, @Nullable String cursor) {
        return client.read(
                ApiCall.post(ROOT + "get_moment_task", Bodies.page(Bodies.body("moment_id", momentId), cursor, PAGE))
                        .as(momentId),
                answer -> new Slice<>(
                        answer.objects(
                                "task_list", row -> new StaffPost(row.id("userid"), row.number("publish_status") == 1)),
                        answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Echo> echo(String momentId, String staff) {
        return client.read(
                ApiCall.post(
                                ROOT + "get_moment_comments",
                                Bodies.body("moment_id", momentId).put("userid", staff))
                        .as(momentId),
                answer -> new Echo(reactions(answer, "comment_list"), reactions(answer, "like_list")));
    }

    private static List<Reaction> reactions(AnswerBody answer, String field) throws MalformedAnswer {
        return answer.objects(field, row -> {
            var contact = row.optionalId("external_userid");
            return new Reaction(contact == null ? row.id("userid") : contact, contact == null, row.time("create_time"));
        });
    }
}
