package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a message can carry besides its text, kind by kind, checked field by field.
final class Attachments {
    /// The kinds, in the order in which one of several is chosen where only one is sent.
    static final List<String> KINDS = List.of("image", "link", "miniprogram", "file", "video");

    private Attachments() {}

    /// An attachment's part that is named like its kind, as the platform keeps it.
    /// @throws ApiError 41065 for a kind that does not exist, or what is wrong with a field
    static ObjectNode checked(Call call, String kind, Params part) {
        return switch (kind) {
            case "image" -> image(call, part);
            case "link" -> link(part);
            case "miniprogram" -> miniprogram(call, part);
            case "video" -> media(call, part, "media_id", MediaRow.Kind.VIDEO);
            case "file" -> media(call, part, "media_id", MediaRow.Kind.FILE);
            default -> throw Errcode.BAD_ATTACHMENT_TYPE.error();
        };
    }

    /// A media_id wins over a pic_url.
    private static ObjectNode image(Call call, Params image) {
        if (image.text("media_id").isEmpty() && !image.text("pic_url").isEmpty()) {
            return image.tree();
        }
        var kept = media(call, image, "media_id", MediaRow.Kind.IMAGE).deepCopy();
        kept.remove("pic_url");
        return kept;
    }

    private static ObjectNode link(Params link) {
        required(link, "title");
        required(link, "url");
        Words.withinBytes(link, "title", 128);
        Words.withinBytes(link, "picurl", 2048);
        Words.withinBytes(link, "desc", 512);
        Words.withinBytes(link, "url", 2048);
        return link.tree();
    }

    private static ObjectNode miniprogram(Call call, Params program) {
        required(program, "title");
        required(program, "appid");
        required(program, "page");
        Words.withinBytes(program, "title", 64);
        if (!program.text("appid").startsWith("wx")) {
            throw Errcode.BAD_APPID.error();
        }
        if (!call.corp().row().links(program.text("appid"))) {
            throw Errcode.APPID_NOT_LINKED.error();
        }
        return media(call, program, "pic_media_id", MediaRow.Kind.IMAGE);
    }

    private static ObjectNode media(Call call, Params part, String name, MediaRow.Kind kind) {
        GivenMedia.forMessage(call, part.text(name), kind);
        return part.tree();
    }

    private static void required(Params part, String name) {
        if (part.text(name).isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
    }
}
