package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.GroupJoinWays;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Group join ways (加入群聊) of scene 2, QR code. An app sees only those that it made.
public final class WeComJoinWays implements GroupJoinWays {
    private static final String ROOT = "/cgi-bin/externalcontact/groupchat/";

    private final WeComClient client;

    public WeComJoinWays(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<String> create(Request request) {
        return client.change(
                ApiCall.post(ROOT + "add_join_way", fill(Bodies.body(), request))
                        .as(request.state()),
                answer -> answer.id("config_id"));
    }

    @Override
    public Answer<JoinWay> fetch(String joinWayId) {
        return client.read(
                ApiCall.post(ROOT + "get_join_way", Bodies.body("config_id", joinWayId))
                        .as(joinWayId),
                answer -> joinWay(answer.object("join_way")));
    }

    @Override
    public Answer<Ack> update(String joinWayId, Request request) {
        var body = fill(Bodies.body("config_id", joinWayId), request);
        return client.change(ApiCall.post(ROOT + "update_join_way", body).as(joinWayId), _ -> Ack.ACK);
    }

    @Override
    public Answer<Ack> delete(String joinWayId) {
        var body = Bodies.body("config_id", joinWayId);
        return client.change(ApiCall.post(ROOT + "del_join_way", body).as(joinWayId), _ -> Ack.ACK);
    }

    private static ObjectNode fill(ObjectNode body, Request request) {
        body.put("scene", 2).put("remark", request.remark()).put("state", request.state());
        body.put("auto_create_room", request.more() == null ? 0 : 1);
        if (request.more() != null) {
            body.put("room_base_name", request.more().namePrefix())
                    .put("room_base_id", request.more().first());
        }
        return Bodies.texts(body, "chat_id_list", request.groups());
    }

    private static JoinWay joinWay(AnswerBody row) throws MalformedAnswer {
        var more = row.numberOr("auto_create_room", 1) == 0
                ? null
                : new More(
                        row.textOr("room_base_name", ""),
                        Math.clamp(row.numberOr("room_base_id", 0), 0, Integer.MAX_VALUE));
        return new JoinWay(
                row.id("config_id"),
                row.textOr("qr_code", ""),
                new Request(row.ids("chat_id_list"), row.textOr("state", ""), row.textOr("remark", ""), more));
    }
}
