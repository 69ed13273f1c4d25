package cn.siyu.adapter.wecom.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ContactWayProvider.ContactWay;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.TemporaryChats;
import java.time.Duration;

/// Temporary chats (临时会话): a contact way with `is_temp`, and `close_temp_chat`.
public final class WeComTemporaryChats implements TemporaryChats {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final int CLOSING_BYTES = 4000;

    private final WeComClient client;

    public WeComTemporaryChats(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<ContactWay> open(Request request) {
        if (unfit(request.codeLives()) || unfit(request.chatLives())) {
            return Answer.notDone(NotDoneReason.INVALID, "a code and a chat live 1 s to 14 days");
        }
        if (request.closing().getBytes(UTF_8).length > CLOSING_BYTES) {
            return Answer.notDone(NotDoneReason.INVALID, "the text is longer than " + CLOSING_BYTES + " bytes");
        }
        var body = Bodies.body("state", request.state())
                .put("type", 1)
                .put("scene", 2)
                .put("is_temp", true)
                .put("expires_in", request.codeLives().toSeconds())
                .put("chat_expires_in", request.chatLives().toSeconds());
        body.putArray("user").add(request.staff());
        if (request.unionId() != null) {
            body.put("unionid", request.unionId());
        }
        if (!request.closing().isEmpty()) {
            body.putObject("conclusions").putObject("text").put("content", request.closing());
        }
        return client.change(
                ApiCall.post(ROOT + "add_contact_way", body).as(request.state()),
                answer -> new ContactWay(answer.id("config_id"), answer.text("qr_code")));
    }

    private static boolean unfit(Duration life) {
        return life.toSeconds() < 1 || life.compareTo(LONGEST) > 0;
    }

    @Override
    public Answer<Ack> close(String staff, String contactId) {
        var body = Bodies.body("userid", staff).put("external_userid", contactId);
        return client.change(ApiCall.post(ROOT + "close_temp_chat", body).as(contactId), _ -> Ack.ACK);
    }
}
