package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.SidebarPages;
import java.util.Map;

/// What a page in the sidebar needs (聊天侧边栏): `auth/getuserinfo`, `get_jsapi_ticket`,
/// `ticket/get`.
public final class WeComSidebarPages implements SidebarPages {
    private static final long LONGEST_LIFE = 86_400;

    private final WeComClient client;

    public WeComSidebarPages(WeComClient client) {
        this.client = client;
    }

    /// The first call that the platform carries out spends the code: when its answer is lost, the
    /// page has to be opened again.
    @Override
    public Answer<Visitor> visitor(String code) {
        return client.read(ApiCall.get("/cgi-bin/auth/getuserinfo", Map.of("code", code)), WeComSidebarPages::visitor);
    }

    private static Visitor visitor(AnswerBody answer) throws MalformedAnswer {
        if (answer.has("userid")) {
            return new Visitor.Staff(answer.id("userid"));
        }
        if (answer.has("external_userid")) {
            return new Visitor.Contact(answer.id("external_userid"));
        }
        answer.id("openid");
        return new Visitor.Stranger();
    }

    @Override
    public Answer<Ticket> corpTicket() {
        return ticket(ApiCall.get("/cgi-bin/get_jsapi_ticket", Map.of()));
    }

    @Override
    public Answer<Ticket> appTicket() {
        return ticket(ApiCall.get("/cgi-bin/ticket/get", Map.of("type", "agent_config")));
    }

    private Answer<Ticket> ticket(ApiCall call) {
        var asked = client.now();
        return client.read(call, answer -> {
            var life = answer.number("expires_in");
            if (life < 1 || life > LONGEST_LIFE) {
                throw new MalformedAnswer("expires_in is out of range");
            }
            return new Ticket(answer.text("ticket"), asked.plusSeconds(life));
        });
    }
}
