package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.OutboundMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Messages as JSON text.
final class MessageText {
    private MessageText() {}

    record Stored(String text, List<StoredAttachment> attachments) {}

    record StoredAttachment(
            Attachment.Kind kind,
            @Nullable String media,
            @Nullable String title,
            @Nullable String url,
            @Nullable String description,
            @Nullable String picture,
            @Nullable String appId) {}

    static String write(OutboundMessage message) {
        return Json.write(new Stored(
                message.text(),
                message.attachments().stream().map(MessageText::stored).toList()));
    }

    static OutboundMessage read(String text) {
        var stored = Json.read(text, Stored.class);
        return new OutboundMessage(
                stored.text(),
                stored.attachments().stream().map(MessageText::attachment).toList());
    }

    private static StoredAttachment stored(Attachment attachment) {
        var kind = attachment.kind();
        return switch (attachment) {
            case Attachment.Image(var media) -> new StoredAttachment(kind, media, null, null, null, null, null);
            case Attachment.Video(var media) -> new StoredAttachment(kind, media, null, null, null, null, null);
            case Attachment.File(var name, var media) ->
                new StoredAttachment(kind, media, name, null, null, null, null);
            case Attachment.Link(var title, var url, var description, var picture) ->
                new StoredAttachment(kind, null, title, url, description, picture, null);
            case Attachment.MiniProgram(var title, var appId, var page, var picture) ->
                new StoredAttachment(kind, null, title, page, null, picture, appId);
        };
    }

    private static Attachment attachment(StoredAttachment stored) {
        return switch (stored.kind()) {
            case IMAGE -> new Attachment.Image(there(stored.media()));
            case VIDEO -> new Attachment.Video(there(stored.media()));
            case FILE -> new Attachment.File(there(stored.title()), there(stored.media()));
            case LINK ->
                new Attachment.Link(there(stored.title()), there(stored.url()), stored.description(), stored.picture());
            case MINI_PROGRAM ->
                new Attachment.MiniProgram(
                        there(stored.title()), there(stored.appId()), there(stored.url()), there(stored.picture()));
        };
    }

    private static String there(@Nullable String part) {
        return Objects.requireNonNull(part);
    }
}
