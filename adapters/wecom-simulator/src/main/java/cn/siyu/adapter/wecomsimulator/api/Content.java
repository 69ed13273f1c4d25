package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.PlatformLimits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// What a welcome or mass message says: a text and up to nine attachments, checked field by field.
///
/// @param text `""` for none
/// @param attachments an array, as it came
record Content(String text, JsonNode attachments) {
    private static final int TEXT_BYTES = 4000;

    static Content read(Params params) {
        var text = params.object("text").text("content");
        if (Words.bytes(text) > TEXT_BYTES) {
            throw Errcode.MESSAGE_TOO_LARGE.error();
        }
        var attachments = params.objects("attachments");
        if (attachments.size() > PlatformLimits.PUBLISHED.attachments()) {
            throw Errcode.TOO_MANY_ATTACHMENTS.error();
        }
        if (text.isEmpty() && attachments.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var kept = JsonNodeFactory.instance.arrayNode();
        for (var attachment : attachments) {
            check(attachment);
            kept.add(attachment.tree());
        }
        return new Content(text, kept);
    }

    private static void check(Params attachment) {
        switch (attachment.text("msgtype")) {
            case "image" -> image(attachment.object("image"));
            case "link" -> link(attachment.object("link"));
            case "miniprogram" -> miniprogram(attachment.object("miniprogram"));
            case "video" -> media(attachment.object("video"), "media_id");
            case "file" -> media(attachment.object("file"), "media_id");
            default -> throw Errcode.BAD_ATTACHMENT_TYPE.error();
        }
    }

    private static void image(Params image) {
        if (image.text("pic_url").isEmpty()) {
            media(image, "media_id");
        }
    }

    private static void link(Params link) {
        required(link, "title");
        required(link, "url");
        Words.withinBytes(link, "title", 128);
        Words.withinBytes(link, "picurl", 2048);
        Words.withinBytes(link, "desc", 512);
        Words.withinBytes(link, "url", 2048);
    }

    private static void miniprogram(Params program) {
        required(program, "title");
        required(program, "appid");
        required(program, "page");
        Words.withinBytes(program, "title", 64);
        media(program, "pic_media_id");
    }

    private static void media(Params params, String name) {
        if (params.text(name).isEmpty()) {
            throw Errcode.BAD_MEDIA_ID.error();
        }
    }

    private static void required(Params params, String name) {
        if (params.text(name).isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
    }
}
