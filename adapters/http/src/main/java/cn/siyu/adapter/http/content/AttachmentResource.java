package cn.siyu.adapter.http.content;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.domain.content.Attachment;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What goes along with a text. It has the properties of its kind and no others.
///
/// @param kind IMAGE, VIDEO, FILE, LINK or MINI_PROGRAM
/// @param url of an image, video or file: where it is fetched from; of a link: where it leads
/// @param name of a file: as recipients see it
/// @param title of a link or mini program
/// @param description of a link
/// @param pictureUrl of a link: its picture
/// @param coverUrl of a mini program: its picture
/// @param appId of a mini program: its id on the platform
/// @param page of a mini program: the path inside it
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Attachment")
record AttachmentResource(
        AttachmentKind kind,

        @Nullable @Schema(example = "https://example.com/coupon", maxLength = 2048)
        String url,

        @Nullable @Schema(example = "menu.pdf", maxLength = 200)
        String name,

        @Nullable @Schema(example = "第二杯半价", maxLength = 128)
        String title,

        @Nullable @Schema(example = "本周有效", maxLength = 512) String description,

        @Nullable @Schema(example = "https://example.com/coupon.png", maxLength = 2048)
        String pictureUrl,

        @Nullable @Schema(example = "https://example.com/cover.png", maxLength = 2048)
        String coverUrl,

        @Nullable @Schema(example = "wx1234567890abcdef", maxLength = 2048)
        String appId,

        @Nullable @Schema(example = "pages/coupon", maxLength = 2048)
        String page) {
    private static final int LONGEST = 4000;
    private static final Map<String, Function<Input, ? extends Attachment>> READERS = new TreeMap<>(Map.of(
            AttachmentKind.IMAGE.name(), AttachmentResource::image,
            AttachmentKind.VIDEO.name(), AttachmentResource::video,
            AttachmentKind.FILE.name(), AttachmentResource::file,
            AttachmentKind.LINK.name(), AttachmentResource::link,
            AttachmentKind.MINI_PROGRAM.name(), AttachmentResource::miniProgram));

    private static AttachmentResource file(AttachmentKind kind, String url, @Nullable String name) {
        return new AttachmentResource(kind, url, name, null, null, null, null, null, null);
    }

    static AttachmentResource of(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Image(var url) -> file(AttachmentKind.IMAGE, url, null);
            case Attachment.Video(var url) -> file(AttachmentKind.VIDEO, url, null);
            case Attachment.File(var name, var url) -> file(AttachmentKind.FILE, url, name);
            case Attachment.Link(var title, var description, var pictureUrl, var url) ->
                new AttachmentResource(
                        AttachmentKind.LINK, url, null, title, description, pictureUrl, null, null, null);
            case Attachment.MiniProgram(var title, var coverUrl, var appId, var page) ->
                new AttachmentResource(
                        AttachmentKind.MINI_PROGRAM, null, null, title, null, null, coverUrl, appId, page);
        };
    }

    static Attachment read(Input in) {
        return in.choose("kind", READERS);
    }

    private static Attachment image(Input in) {
        return new Attachment.Image(in.text("url", LONGEST).get());
    }

    private static Attachment video(Input in) {
        return new Attachment.Video(in.text("url", LONGEST).get());
    }

    private static Attachment file(Input in) {
        return new Attachment.File(
                in.text("name", LONGEST).get(), in.text("url", LONGEST).get());
    }

    private static Attachment link(Input in) {
        return new Attachment.Link(
                in.text("title", LONGEST).get(),
                in.text("description", LONGEST).orNull(),
                in.text("pictureUrl", LONGEST).orNull(),
                in.text("url", LONGEST).get());
    }

    private static Attachment miniProgram(Input in) {
        return new Attachment.MiniProgram(
                in.text("title", LONGEST).get(),
                in.text("coverUrl", LONGEST).get(),
                in.text("appId", LONGEST).get(),
                in.text("page", LONGEST).get());
    }
}
