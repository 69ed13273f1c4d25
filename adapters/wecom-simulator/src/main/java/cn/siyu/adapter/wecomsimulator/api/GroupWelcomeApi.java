package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.GroupWelcomeRow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;

/// Group welcome templates (入群欢迎语素材): a text and at most one attachment that owners of
/// groups can choose to greet newcomers with.
final class GroupWelcomeApi {
    private static final String ROOT = "/cgi-bin/externalcontact/group_welcome_template/";
    private static final int TEXT_BYTES = 3000;
    private static final int ID_LENGTH = 64;

    private GroupWelcomeApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "add", GroupWelcomeApi::add),
                Endpoint.contactPost(ROOT + "edit", GroupWelcomeApi::edit),
                Endpoint.contactPost(ROOT + "get", GroupWelcomeApi::get),
                Endpoint.contactPost(ROOT + "del", GroupWelcomeApi::delete));
    }

    private static void add(Call call, ObjectNode answer) {
        var corp = call.corp();
        if (corp.limited() && corp.groupWelcomes().count() >= corp.limits().groupWelcomes()) {
            throw Errcode.WELCOME_LIMIT.error();
        }
        var parts = parts(call);
        var sequence = corp.groupWelcomes().nextSequence();
        var id = corp.ids()
                .message(
                        "group welcome|" + call.now() + "|" + sequence,
                        taken -> corp.groupWelcomes().byId(taken).isPresent());
        var notify = call.params().number("notify", 1) != 0;
        corp.put(new GroupWelcomeRow(id, sequence, call.app().agentId(), parts, notify));
        answer.put("template_id", id);
    }

    /// What is given takes the place of all that was there.
    private static void edit(Call call, ObjectNode answer) {
        var old = own(call);
        call.corp()
                .put(new GroupWelcomeRow(old.templateId(), old.sequence(), old.agentId(), parts(call), old.notified()));
    }

    private static void get(Call call, ObjectNode answer) {
        for (var part : named(call).parts().properties()) {
            answer.set(part.getKey(), part.getKey().equals("image") ? shown(part.getValue()) : part.getValue());
        }
    }

    private static void delete(Call call, ObjectNode answer) {
        call.corp().put(new GroupWelcomeRow.Gone(own(call).templateId()));
    }

    private static GroupWelcomeRow named(Call call) {
        var id = call.params().text("template_id");
        if (id.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (id.length() > ID_LENGTH) {
            throw Errcode.TEMPLATE_ID_LENGTH.error();
        }
        return call.corp().groupWelcomes().byId(id).orElseThrow(Errcode.BAD_TEMPLATE_ID::error);
    }

    /// Only the app that made a template changes it.
    private static GroupWelcomeRow own(Call call) {
        var template = named(call);
        if (template.agentId() != call.app().agentId()) {
            throw Errcode.NOT_WELCOME_CREATOR.error();
        }
        return template;
    }

    /// The text and the first attachment of those given, in the platform's order of kinds.
    private static JsonNode parts(Call call) {
        var params = call.params();
        var text = params.object("text").text("content");
        if (Words.bytes(text) > TEXT_BYTES) {
            throw Errcode.MESSAGE_TOO_LARGE.error();
        }
        var parts = Json.object();
        if (!text.isEmpty()) {
            parts.putObject("text").put("content", text);
        }
        Attachments.KINDS.stream()
                .filter(params::has)
                .findFirst()
                .ifPresent(kind -> parts.set(kind, Attachments.checked(call, kind, params.object(kind))));
        if (parts.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        return parts;
    }

    /// A picture comes back by its address, also one that was given by its media_id.
    private static JsonNode shown(JsonNode image) {
        if (!image.has("media_id")) {
            return image;
        }
        var name = HexFormat.of().toHexDigits(image.path("media_id").asText().hashCode());
        return Json.object().put("pic_url", "https://wework.qpic.cn/wwpic3az/media_" + name + "/0");
    }
}
