package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.Interception;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.InterceptRuleRow;
import cn.siyu.adapter.wecomsimulator.world.LoginCodeRow;
import cn.siyu.adapter.wecomsimulator.world.StaffMessageRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// Carries out what people do with apps, with the corp's lock held, and tells what members
/// received.
final class StaffActing {
    private final Corp corp;
    private final People people;

    StaffActing(Corp corp) {
        this.corp = corp;
        this.people = new People(corp);
    }

    static void addTo(ControlRoute route, Operations.Parts parts) {
        route.on("GET", "/simulator/corps/{corp}/staff-messages", 200, request -> {
            var corp = CorpOperations.corp(parts, request);
            return corp.locked(() -> corp.desk().messages()).stream()
                    .map(message -> corp.locked(() -> describe(corp, message)));
        });
        route.on("GET", "/simulator/corps/{corp}/intercepted", 200, request -> {
            var corp = CorpOperations.corp(parts, request);
            return corp.locked(() -> corp.rules().hits()).stream().map(hit -> corp.locked(() -> describe(corp, hit)));
        });
    }

    ObjectNode perform(Action.WithApp action) {
        return switch (action) {
            case StaffAction.OpenPage a -> openPage(a);
            case StaffAction.Write a -> write(a);
        };
    }

    private ObjectNode write(StaffAction.Write action) {
        var member = people.member(action.userid());
        var customer = people.customer(action.customer());
        var text = action.text() == null ? "" : action.text();
        var outcome = Interception.writes(corp, member, customer, text, action.redPacket());
        return Json.object().put("outcome", outcome.name());
    }

    private ObjectNode openPage(StaffAction.OpenPage action) {
        if ((action.userid() == null) == (action.customer() == null)) {
            throw ControlError.bad("either userid or customer must be given");
        }
        if (corp.directory().app(action.agentId()).isEmpty()) {
            throw ControlError.notFound("there is no app " + action.agentId());
        }
        var now = corp.clock().now();
        corp.desk().expiredCodes(now).forEach(old -> corp.put(new LoginCodeRow.Spent(old.code())));
        var userid =
                action.userid() == null ? "" : people.member(action.userid()).userid();
        var customer = action.customer() == null
                ? -1
                : people.customer(action.customer()).number();
        var code = corp.ids()
                .welcomeCode(
                        "login|" + now + "|" + action.agentId() + "|" + userid + "|" + customer,
                        taken -> corp.desk().code(taken).isPresent());
        var expiresAt = now + corp.limits().staffMessages().codeSeconds();
        corp.put(new LoginCodeRow(code, action.agentId(), userid, customer, expiresAt));
        return Json.object().put("code", code);
    }

    private static ObjectNode describe(Corp corp, InterceptRuleRow.Hit hit) {
        var customer = corp.contacts().byNumber(hit.customer());
        var node = Json.object().put("ruleId", hit.ruleId()).put("userid", hit.userid());
        node.put("externalUserId", customer.externalUserId());
        node.put("at", Instant.ofEpochSecond(hit.at()).toString());
        return node.put("word", hit.word()).put("blocked", hit.blocked());
    }

    private static ObjectNode describe(Corp corp, StaffMessageRow message) {
        var node = Json.object().put("msgid", message.msgid()).put("agentId", message.agentId());
        node.put("at", Instant.ofEpochSecond(message.at()).toString()).put("msgtype", message.msgtype());
        node.set("content", message.content());
        message.users().forEach(node.putArray("users")::add);
        message.spared().forEach(node.putArray("spared")::add);
        return node.put("recalled", corp.desk().isRecalled(message.msgid()));
    }
}
