package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Welcomes;

/// Welcome messages to new contacts (新客户欢迎语): `send_welcome_msg`.
public final class WeComWelcomes implements Welcomes {
    private final WeComClient client;

    public WeComWelcomes(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<Ack> send(String sendId, String welcomeCode, OutboundMessage message) {
        var objection = MessageWriter.objection(message, WeComLimits.WELCOME);
        if (objection.isPresent()) {
            return Answer.notDone(NotDoneReason.INVALID, objection.get());
        }
        var body = Bodies.body("welcome_code", welcomeCode);
        MessageWriter.write(message, body);
        return client.change(
                ApiCall.post("/cgi-bin/externalcontact/send_welcome_msg", body).as(sendId), _ -> Ack.ACK);
    }
}
