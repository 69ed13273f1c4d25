package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.LoginCodeRow;
import cn.siyu.adapter.wecomsimulator.world.TicketRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a page in the client's sidebar (聊天侧边栏) needs: who has opened it, and tickets to sign
/// it with.
final class SidebarApi {
    private SidebarApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/cgi-bin/auth/getuserinfo", SidebarApi::user),
                Endpoint.get("/cgi-bin/get_jsapi_ticket", (call, answer) -> ticket(call, 0, answer)),
                Endpoint.get("/cgi-bin/ticket/get", SidebarApi::agentTicket));
    }

    private static void user(Call call, ObjectNode answer) {
        var corp = call.corp();
        var code = corp.desk()
                .code(call.params().text("code"))
                .filter(found -> found.agentId() == call.app().agentId() && found.expiresAt() > call.now())
                .orElseThrow(Errcode.BAD_CODE::error);
        corp.put(new LoginCodeRow.Spent(code.code()));
        if (code.customer() < 0) {
            answer.put("userid", code.userid());
            return;
        }
        var customer = corp.contacts().byNumber(code.customer());
        answer.put("openid", corp.ids().openid(code.customer()));
        var followed = corp.contacts().followersOf(code.customer()).stream()
                .anyMatch(relation -> call.app().sees(relation.userid()));
        if (followed) {
            answer.put("external_userid", customer.externalUserId());
        }
    }

    private static void agentTicket(Call call, ObjectNode answer) {
        if (!call.params().text("type").equals("agent_config")) {
            throw Errcode.invalidParam("type");
        }
        ticket(call, call.app().agentId(), answer);
    }

    /// The same one while it is valid.
    private static void ticket(Call call, int agentId, ObjectNode answer) {
        var ticket = call.corp()
                .desk()
                .ticket(agentId)
                .filter(found -> found.expiresAt() > call.now())
                .orElseGet(() -> fresh(call, agentId));
        answer.put("ticket", ticket.value()).put("expires_in", ticket.expiresAt() - call.now());
    }

    private static TicketRow fresh(Call call, int agentId) {
        var life = call.corp().limits().staffMessages().ticketSeconds();
        var value = call.corp().ids().token("ticket|" + agentId + "|" + call.now());
        var ticket = new TicketRow(agentId, value, call.now() + life);
        call.corp().put(ticket);
        return ticket;
    }
}
