package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Remarks;
import java.util.List;

/// Remark, description and phones that a member sees (修改客户备注信息).
public final class WeComRemarks implements Remarks {
    private final WeComClient client;

    public WeComRemarks(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<Ack> set(String staff, String contactId, Change change) {
        var body = Bodies.body("userid", staff).put("external_userid", contactId);
        if (change.remark() != null) {
            body.put("remark", change.remark());
        }
        if (change.description() != null) {
            body.put("description", change.description());
        }
        var mobiles = change.mobiles();
        if (mobiles != null) {
            Bodies.texts(body, "remark_mobiles", mobiles.isEmpty() ? List.of("") : mobiles); // [""] clears them
        }
        return client.change(
                ApiCall.post("/cgi-bin/externalcontact/remark", body).as(contactId), _ -> Ack.ACK);
    }
}
