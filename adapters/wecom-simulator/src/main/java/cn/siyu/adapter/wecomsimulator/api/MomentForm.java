package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;
import cn.siyu.adapter.wecomsimulator.world.MomentJobRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/// What a moment says and who is to publish it, checked as the platform checks it: a text, and up
/// to nine images or one clip or one link, never mixed.
///
/// @param text `""` for none
/// @param attachments an array, as it came
record MomentForm(String text, ArrayNode attachments, MomentJobRow.Range range) {
    private static final int CHARACTERS = 2000;
    private static final int BYTES = 4000;
    private static final int TITLE = 64;
    private static final int TITLE_BYTES = 128;

    static MomentForm read(Call call) {
        var params = call.params();
        var text = params.object("text").text("content");
        if (Words.characters(text) > CHARACTERS || Words.bytes(text) > BYTES) {
            throw Errcode.BAD_PARAMETER.error("invalid text size");
        }
        var attachments = params.objects("attachments");
        if (text.isEmpty() && attachments.isEmpty()) {
            throw params.has("attachments") ? Errcode.EMPTY_ATTACHMENTS.error() : Errcode.NOTHING_SAID.error();
        }
        checkCount(call, attachments);
        var kept = JsonNodeFactory.instance.arrayNode();
        for (var attachment : attachments) {
            check(call, attachment);
            kept.add(attachment.tree());
        }
        return new MomentForm(text, kept, range(call, params.object("visible_range")));
    }

    private static void checkCount(Call call, List<Params> attachments) {
        var types = attachments.stream()
                .map(attachment -> attachment.text("msgtype"))
                .distinct()
                .toList();
        if (types.size() > 1 || !List.of("image", "video", "link").containsAll(types)) {
            throw Errcode.BAD_ATTACHMENT_TYPE.error();
        }
        var most = types.contains("image") ? call.corp().limits().attachments() : 1;
        if (attachments.size() > most) {
            throw Errcode.TOO_MANY_ATTACHMENTS.error("invalid attachments size");
        }
    }

    private static void check(Call call, Params attachment) {
        switch (attachment.text("msgtype")) {
            case "image" -> media(call, attachment.object("image"), MediaRow.Kind.IMAGE);
            case "video" -> media(call, attachment.object("video"), MediaRow.Kind.VIDEO);
            default -> link(call, attachment.object("link"));
        }
    }

    private static void link(Call call, Params link) {
        if (link.text("url").isEmpty()) {
            throw Errcode.BAD_PARAMETER.error("invalid msg");
        }
        Words.within(link, "title", TITLE);
        Words.withinBytes(link, "title", TITLE_BYTES);
        media(call, link, MediaRow.Kind.IMAGE);
    }

    private static void media(Call call, Params params, MediaRow.Kind kind) {
        if (params.text("media_id").isEmpty()) {
            throw Errcode.BAD_PARAMETER.error("invalid msg");
        }
        GivenMedia.of(call, params.text("media_id"), kind, MediaRow.Scene.MOMENT);
    }

    private static MomentJobRow.Range range(Call call, Params range) {
        var senders = range.object("sender_list");
        var users = senders.texts("user_list");
        if (users.size() > call.corp().limits().moments().senders()) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        return new MomentJobRow.Range(
                users,
                senders.numbers("department_list"),
                range.object("external_contact_list").texts("tag_list"));
    }
}
