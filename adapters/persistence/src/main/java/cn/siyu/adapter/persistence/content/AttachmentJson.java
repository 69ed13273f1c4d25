package cn.siyu.adapter.persistence.content;

import cn.siyu.domain.content.Attachment;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An attachment as it is stored; which parts are there depends on its kind.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttachmentJson(
        Kind kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable String picture,
        @Nullable String url,
        @Nullable String appId,
        @Nullable String page) {
    enum Kind {
        IMAGE,
        VIDEO,
        FILE,
        LINK,
        MINI_PROGRAM
    }

    static AttachmentJson of(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Image(var url) -> new AttachmentJson(Kind.IMAGE, null, null, null, url, null, null);
            case Attachment.Video(var url) -> new AttachmentJson(Kind.VIDEO, null, null, null, url, null, null);
            case Attachment.File(var name, var url) -> new AttachmentJson(Kind.FILE, name, null, null, url, null, null);
            case Attachment.Link(var title, var description, var picture, var url) ->
                new AttachmentJson(Kind.LINK, title, description, picture, url, null, null);
            case Attachment.MiniProgram(var title, var cover, var appId, var page) ->
                new AttachmentJson(Kind.MINI_PROGRAM, title, null, cover, null, appId, page);
        };
    }

    Attachment attachment() {
        return switch (kind) {
            case IMAGE -> new Attachment.Image(there(url));
            case VIDEO -> new Attachment.Video(there(url));
            case FILE -> new Attachment.File(there(title), there(url));
            case LINK -> new Attachment.Link(there(title), description, picture, there(url));
            case MINI_PROGRAM -> new Attachment.MiniProgram(there(title), there(picture), there(appId), there(page));
        };
    }

    private static String there(@Nullable String part) {
        return Objects.requireNonNull(part, "a stored attachment lacks a part of its kind");
    }
}
