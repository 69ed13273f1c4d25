package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.JoinWayRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Group join ways (加入群聊): made, read, changed and deleted by the app that made them.
final class JoinWayApi {
    private static final String ROOT = "/cgi-bin/externalcontact/groupchat/";
    private static final int TEXT = 30;
    private static final int NAME = 40;

    private JoinWayApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "add_join_way", JoinWayApi::add),
                Endpoint.contactPost(ROOT + "get_join_way", JoinWayApi::get),
                Endpoint.contactPost(ROOT + "update_join_way", JoinWayApi::update),
                Endpoint.contactPost(ROOT + "del_join_way", JoinWayApi::delete));
    }

    private static void add(Call call, ObjectNode answer) {
        var corp = call.corp();
        Scale.check(call);
        ContactWayApi.checkRoom(corp);
        var sequence = corp.joinWays().nextSequence();
        var id = corp.ids()
                .config(
                        "join|" + sequence,
                        taken -> corp.joinWays().byId(taken).isPresent()
                                || corp.ways().byId(taken).isPresent());
        corp.put(read(call, id, sequence));
        answer.put("config_id", id);
    }

    private static void get(Call call, ObjectNode answer) {
        var way = named(call);
        var node = answer.putObject("join_way");
        node.put("config_id", way.configId()).put("scene", way.scene()).put("remark", way.remark());
        node.put("auto_create_room", way.rooms().autoCreate() ? 1 : 0);
        node.put("room_base_name", way.rooms().baseName());
        node.put("room_base_id", way.rooms().baseId());
        way.chats().forEach(node.putArray("chat_id_list")::add);
        if (way.scene() == 2) {
            node.put("qr_code", way.qrCode());
        }
        node.put("state", way.state()).put("mark_source", way.markSource());
    }

    /// Everything is overwritten; what is not given is as if it had never been.
    private static void update(Call call, ObjectNode answer) {
        var old = named(call);
        call.corp().put(read(call, old.configId(), old.sequence()));
    }

    private static void delete(Call call, ObjectNode answer) {
        call.corp().put(new JoinWayRow.Gone(named(call).configId()));
    }

    private static JoinWayRow named(Call call) {
        var id = call.params().text("config_id");
        if (id.isEmpty()) {
            throw Errcode.WAY_NO_CONFIG_ID.error();
        }
        return call.corp()
                .joinWays()
                .byId(id)
                .filter(way -> way.agentId() == call.app().agentId())
                .orElseThrow(Errcode.WAY_BAD_CONFIG_ID::error);
    }

    private static JoinWayRow read(Call call, String id, int sequence) {
        var params = call.params();
        var scene = scene(params);
        return new JoinWayRow(
                id,
                sequence,
                call.app().agentId(),
                scene,
                cut(params.text("remark")),
                new JoinWayRow.Rooms(
                        between(params, "auto_create_room", 1, 1) == 1,
                        Words.within(params, "room_base_name", NAME),
                        between(params, "room_base_id", 1, Integer.MAX_VALUE),
                        0),
                chats(call),
                Words.within(params, "state", TEXT),
                scene == 2 ? "https://wework.qpic.cn/wwpic3az/join_" + id + "/0" : "",
                params.flag("mark_source", true));
    }

    /// A number from 0 on.
    private static int between(Params params, String name, int absent, int most) {
        var number = params.number(name, absent);
        if (number < 0 || number > most) {
            throw Errcode.invalidParam(name);
        }
        return (int) number;
    }

    private static int scene(Params params) {
        if (!params.has("scene")) {
            throw Errcode.WAY_NO_SCENE.error();
        }
        var scene = params.number("scene", 0);
        if (scene != 1 && scene != 2) {
            throw Errcode.WAY_BAD_SCENE.error();
        }
        return (int) scene;
    }

    private static List<String> chats(Call call) {
        var ids = call.params().texts("chat_id_list");
        if (ids.isEmpty() || ids.size() > call.corp().limits().chatsPerJoinWay()) {
            throw Errcode.JOIN_WAY_GROUPS.error();
        }
        return ids.stream()
                .distinct()
                .map(id -> GroupChatApi.named(call, id).chatId())
                .toList();
    }

    /// A remark that is too long is cut, where a contact way's is refused.
    private static String cut(String remark) {
        return Words.characters(remark) <= TEXT ? remark : remark.substring(0, remark.offsetByCodePoints(0, TEXT));
    }
}
