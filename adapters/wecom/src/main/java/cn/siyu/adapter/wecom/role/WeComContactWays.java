package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ContactWayProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Contact ways (「联系我」) of type 1, single member, scene 2, QR code.
public final class WeComContactWays implements ContactWayProvider {
    private static final String ROOT = "/cgi-bin/externalcontact/";

    private final WeComClient client;

    public WeComContactWays(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<ContactWay> create(Request request) {
        var body = fill(Bodies.body().put("type", 1).put("scene", 2), request);
        return client.change(
                ApiCall.post(ROOT + "add_contact_way", body).as(request.state()),
                answer -> new ContactWay(answer.id("config_id"), answer.text("qr_code")));
    }

    @Override
    public Answer<Ack> update(String contactWayId, Request request) {
        var body = fill(Bodies.body("config_id", contactWayId), request);
        return client.change(ApiCall.post(ROOT + "update_contact_way", body).as(contactWayId), _ -> Ack.ACK);
    }

    @Override
    public Answer<Ack> delete(String contactWayId) {
        var body = Bodies.body("config_id", contactWayId);
        return client.change(ApiCall.post(ROOT + "del_contact_way", body).as(contactWayId), _ -> Ack.ACK);
    }

    private static ObjectNode fill(ObjectNode body, Request request) {
        body.put("state", request.state())
                .put("remark", request.remark())
                .put("skip_verify", request.skipVerification());
        return Bodies.texts(body, "user", List.of(request.staff()));
    }
}
