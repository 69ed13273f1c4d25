package cn.siyu.adapter.wecom.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.GroupGreetings;
import cn.siyu.application.channel.port.NotDoneReason;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// Greetings for groups (入群欢迎语素材): `group_welcome_template/…`. An app changes only what it
/// made.
public final class WeComGroupGreetings implements GroupGreetings {
    private static final String ROOT = "/cgi-bin/externalcontact/group_welcome_template/";

    private final WeComClient client;

    public WeComGroupGreetings(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<String> create(Greeting greeting, boolean tellStaff) {
        return tooLong(greeting)
                ? refused()
                : client.change(
                        ApiCall.post(ROOT + "add", fill(Bodies.body().put("notify", tellStaff ? 1 : 0), greeting)),
                        answer -> answer.id("template_id"));
    }

    @Override
    public Answer<Greeting> fetch(String greetingId) {
        return client.read(
                ApiCall.post(ROOT + "get", Bodies.body("template_id", greetingId))
                        .as(greetingId),
                WeComGroupGreetings::greeting);
    }

    @Override
    public Answer<Ack> update(String greetingId, Greeting greeting) {
        var body = fill(Bodies.body("template_id", greetingId), greeting);
        return tooLong(greeting)
                ? refused()
                : client.change(ApiCall.post(ROOT + "edit", body).as(greetingId), _ -> Ack.ACK);
    }

    @Override
    public Answer<Ack> delete(String greetingId) {
        return client.change(
                ApiCall.post(ROOT + "del", Bodies.body("template_id", greetingId))
                        .as(greetingId),
                _ -> Ack.ACK);
    }

    private static boolean tooLong(Greeting greeting) {
        return greeting.text().getBytes(UTF_8).length > WeComLimits.GROUP_GREETING.textBytes();
    }

    private static <T> Answer<T> refused() {
        return Answer.notDone(
                NotDoneReason.INVALID, "the text is longer than " + WeComLimits.GROUP_GREETING.textBytes() + " bytes");
    }

    private static ObjectNode fill(ObjectNode body, Greeting greeting) {
        if (!greeting.text().isEmpty()) {
            body.putObject("text").put("content", greeting.text());
        }
        if (greeting.attachment() != null) {
            var part = MessageWriter.attachment(greeting.attachment());
            var kind = part.path("msgtype").asText();
            body.set(kind, part.path(kind));
        }
        return body;
    }

    private static Greeting greeting(AnswerBody answer) throws MalformedAnswer {
        var text = answer.has("text") ? answer.object("text").textOr("content", "") : "";
        var attachment = attachment(answer);
        if (text.isEmpty() && attachment == null) {
            throw new MalformedAnswer("a greeting that says nothing");
        }
        return new Greeting(text, attachment);
    }

    private static @Nullable Attachment attachment(AnswerBody answer) throws MalformedAnswer {
        if (answer.has("image")) {
            var image = answer.object("image");
            return new Attachment.Image(
                    image.has("pic_url") ? image.text("pic_url") : image.id("media_id", MediaFormat.ID_CHARS));
        }
        if (answer.has("link")) {
            var link = answer.object("link");
            return new Attachment.Link(
                    link.text("title"), link.text("url"), link.optionalText("desc"), link.optionalText("picurl"));
        }
        if (answer.has("miniprogram")) {
            var program = answer.object("miniprogram");
            return new Attachment.MiniProgram(
                    program.text("title"),
                    program.text("appid"),
                    program.text("page"),
                    program.textOr("pic_media_id", ""));
        }
        if (answer.has("file")) {
            return new Attachment.File("", answer.object("file").id("media_id", MediaFormat.ID_CHARS));
        }
        return answer.has("video")
                ? new Attachment.Video(answer.object("video").id("media_id", MediaFormat.ID_CHARS))
                : null;
    }
}
