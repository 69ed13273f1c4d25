package cn.siyu.adapter.wecom.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.Limits;
import cn.siyu.application.channel.port.OutboundMessage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes a message the way mass and welcome messages share: `text` and `attachments`.
final class MessageWriter {
    private MessageWriter() {}

    /// What speaks against sending this message under these limits.
    static Optional<String> objection(OutboundMessage message, Limits limits) {
        if (message.text().getBytes(UTF_8).length > limits.textBytes()) {
            return Optional.of("the text is longer than " + limits.textBytes() + " bytes");
        }
        if (message.attachments().size() > limits.attachments()) {
            return Optional.of("more than " + limits.attachments() + " attachments");
        }
        return Optional.empty();
    }

    static void write(OutboundMessage message, ObjectNode body) {
        if (!message.text().isEmpty()) {
            body.putObject("text").put("content", message.text());
        }
        if (!message.attachments().isEmpty()) {
            var attachments = body.putArray("attachments");
            message.attachments().forEach(attachment -> attachments.add(attachment(attachment)));
        }
    }

    static ObjectNode attachment(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Image(var media) ->
                of("image", part(media.startsWith("http") ? "pic_url" : "media_id", media));
            case Attachment.Video(var mediaId) -> of("video", part("media_id", mediaId));
            case Attachment.File(var _, var mediaId) -> of("file", part("media_id", mediaId));
            case Attachment.Link link -> of("link", link(link));
            case Attachment.MiniProgram program ->
                of(
                        "miniprogram",
                        part("title", program.title())
                                .put("pic_media_id", program.pictureMediaId())
                                .put("appid", program.appId())
                                .put("page", program.page()));
        };
    }

    private static ObjectNode link(Attachment.Link link) {
        var part = part("title", link.title()).put("url", link.url());
        putIfGiven(part, "picurl", link.pictureUrl());
        putIfGiven(part, "desc", link.description());
        return part;
    }

    private static void putIfGiven(ObjectNode part, String field, @Nullable String value) {
        if (value != null) {
            part.put(field, value);
        }
    }

    private static ObjectNode of(String kind, ObjectNode part) {
        var attachment = JsonNodeFactory.instance.objectNode().put("msgtype", kind);
        attachment.set(kind, part);
        return attachment;
    }

    private static ObjectNode part(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }
}
