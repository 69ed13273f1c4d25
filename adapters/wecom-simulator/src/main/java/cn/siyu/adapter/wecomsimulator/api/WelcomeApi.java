package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.RequestRow;
import cn.siyu.adapter.wecomsimulator.world.WelcomeCodeRow;
import cn.siyu.adapter.wecomsimulator.world.WelcomeSent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The welcome message (新客户欢迎语): once, within 20 s of the event that brought its code.
final class WelcomeApi {
    private static final long ON_ITS_WAY = 1;

    private WelcomeApi() {}

    static List<Endpoint> endpoints() {
        return List.of(Endpoint.contactPost("/cgi-bin/externalcontact/send_welcome_msg", WelcomeApi::send));
    }

    private static void send(Call call, ObjectNode answer) {
        var corp = call.corp();
        var given = call.params().text("welcome_code");
        if (given.isEmpty()) {
            throw Errcode.NO_WELCOME_CODE.error();
        }
        var content = Content.read(call);
        var code = corp.messages().code(given).orElseThrow(Errcode.BAD_WELCOME_CODE::error);
        if (code.expiresAt() < call.now()) {
            throw Errcode.BAD_WELCOME_CODE.error();
        }
        refuseIfUsed(call, given);
        var half = corp.requests().between(code.customer(), code.userid()).filter(RequestRow::half);
        var relation = corp.contacts().relation(code.customer(), code.userid());
        if (relation.isEmpty() && half.isEmpty()) {
            throw Errcode.NO_RELATION.error();
        }
        if (relation.filter(found -> found.lastChatAt() > 0).isPresent()) {
            throw Errcode.ALREADY_CHATTING.error();
        }
        refuseUnlessAgreed(call, code);
        half.ifPresent(asked -> corp.put(asked.welcomed()));
        var sent = new WelcomeSent(call.now(), code.customer(), code.userid(), content.text(), content.attachments());
        corp.put(new WelcomeCodeRow.Used(code.code(), call.app().agentId(), call.now()));
        corp.put(sent);
        corp.reactions().welcomed(corp, sent);
    }

    /// Whose chats are archived greets nobody who has not agreed to that.
    private static void refuseUnlessAgreed(Call call, WelcomeCodeRow code) {
        var archived = call.corp()
                .directory()
                .staff(code.userid())
                .filter(member -> member.standing().archived())
                .isPresent();
        if (archived && !call.corp().activity().agreed(code.customer(), code.userid())) {
            throw Errcode.ARCHIVE_NOT_AGREED.error();
        }
    }

    /// The first app wins: for a moment the others are told that a greeting is on its way, then
    /// that there was one.
    private static void refuseIfUsed(Call call, String code) {
        call.corp().messages().used(code).ifPresent(used -> {
            if (used.agentId() == call.app().agentId()) {
                throw Errcode.BAD_WELCOME_CODE.error();
            }
            throw call.now() <= used.at() + ON_ITS_WAY
                    ? Errcode.WELCOME_ON_ITS_WAY.error()
                    : Errcode.ALREADY_CHATTING.error();
        });
    }
}
