package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.StaffMessageRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Messages of an app to members (发送应用消息), and taking them back.
final class StaffMessageApi {
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private StaffMessageApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        "/cgi-bin/message/send",
                        Endpoint.Verb.POST,
                        Endpoint.Needs.ANY_APP,
                        List.of(),
                        StaffMessageApi::send),
                new Endpoint(
                        "/cgi-bin/message/recall",
                        Endpoint.Verb.POST,
                        Endpoint.Needs.ANY_APP,
                        List.of(),
                        StaffMessageApi::recall));
    }

    private static void send(Call call, ObjectNode answer) {
        var corp = call.corp();
        checkAgent(call);
        var form = StaffMessageForm.read(call);
        checkSafe(call, form);
        var audience = StaffAudience.of(call, form.msgtype());
        if (audience.users().isEmpty()) {
            throw Errcode.ALL_INVALID.error();
        }
        var users = new ArrayList<String>();
        var spared = new ArrayList<String>();
        for (var user : audience.users()) {
            (isSpared(call, form, user) ? spared : users).add(user);
        }
        var sequence = corp.desk().count();
        var message = new StaffMessageRow(
                corp.ids()
                        .job(
                                call.now() + "|staff|" + sequence,
                                taken -> corp.desk().message(taken).isPresent()),
                sequence,
                call.app().agentId(),
                call.now(),
                form.msgtype(),
                form.content(),
                users,
                spared,
                form.taskId());
        corp.put(message);
        answer.put("invaliduser", audience.invalidUsers())
                .put("invalidparty", audience.invalidParties())
                .put("invalidtag", audience.invalidTags())
                .put("msgid", message.msgid());
        if (form.canBeChanged()) {
            answer.put("response_code", corp.ids().job("response|" + message.msgid(), _ -> false));
        }
    }

    private static void checkAgent(Call call) {
        if (!call.params().has("agentid")) {
            if (!call.params().text("msgtype").equals("miniprogram_notice")) {
                throw Errcode.NO_AGENT.error();
            }
            return;
        }
        var agentId = call.params().number("agentid", 0);
        if (agentId != call.app().agentId()) {
            var known = call.corp().directory().apps().stream().anyMatch(app -> app.agentId() == agentId);
            throw known ? Errcode.OTHER_AGENT.error() : Errcode.BAD_AGENT.error();
        }
    }

    private static void checkSafe(Call call, StaffMessageForm form) {
        var safe = call.params().number("safe", 0);
        if (safe < 0 || safe > (form.msgtype().equals("mpnews") ? 2 : 1)) {
            throw Errcode.invalidParam("safe");
        }
    }

    /// The same shortly after the same, and more than a member may receive, is dropped without a
    /// word.
    private static boolean isSpared(Call call, StaffMessageForm form, String user) {
        var desk = call.corp().desk();
        var limits = call.corp().limits().staffMessages();
        var agentId = call.app().agentId();
        if (call.params().number("enable_duplicate_check", 0) == 1) {
            var span = call.params().number("duplicate_check_interval", limits.sameSeconds());
            var from = call.now() - Math.clamp(span, 0, limits.sameSecondsMost());
            if (desk.receivedSame(agentId, user, form.msgtype(), form.content(), from)) {
                return true;
            }
        }
        return call.corp().limited()
                && (desk.receivedAfter(agentId, user, call.now() - MINUTE) >= limits.perMinute()
                        || desk.receivedAfter(agentId, user, call.now() - HOUR) >= limits.perHour());
    }

    private static void recall(Call call, ObjectNode answer) {
        var msgid = call.params().text("msgid");
        if (msgid.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var desk = call.corp().desk();
        var youngest = call.now() - call.corp().limits().staffMessages().recallSeconds();
        var message = desk.message(msgid)
                .filter(found -> found.agentId() == call.app().agentId() && found.at() >= youngest)
                .orElseThrow(() -> Errcode.invalidParam("msgid"));
        if (!desk.isRecalled(msgid)) {
            call.corp().put(new StaffMessageRow.Recalled(message.msgid()));
        }
    }
}
