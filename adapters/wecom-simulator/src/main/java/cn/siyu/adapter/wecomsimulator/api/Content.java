package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a welcome or mass message says: a text and up to nine attachments.
///
/// @param text `""` for none
/// @param attachments an array, each with its msgtype and the part of that name
record Content(String text, JsonNode attachments) {
    private static final int TEXT_BYTES = 4000;

    static Content read(Call call) {
        var params = call.params();
        var text = params.object("text").text("content");
        if (Words.bytes(text) > TEXT_BYTES) {
            throw Errcode.MESSAGE_TOO_LARGE.error();
        }
        var attachments = params.objects("attachments");
        if (attachments.size() > call.corp().limits().attachments()) {
            throw Errcode.TOO_MANY_ATTACHMENTS.error();
        }
        if (text.isEmpty() && attachments.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var kept = JsonNodeFactory.instance.arrayNode();
        attachments.forEach(attachment -> kept.add(checked(call, attachment)));
        return new Content(text, kept);
    }

    private static ObjectNode checked(Call call, Params attachment) {
        var kind = attachment.text("msgtype");
        if (!Attachments.KINDS.contains(kind)) {
            throw Errcode.BAD_ATTACHMENT_TYPE.error();
        }
        if (!attachment.has(kind)) {
            throw Errcode.EMPTY_ATTACHMENTS.error();
        }
        var node = Json.object().put("msgtype", kind);
        node.set(kind, Attachments.checked(call, kind, attachment.object(kind)));
        return node;
    }
}
