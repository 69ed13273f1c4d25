package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Mass messages to customers and to customer groups (企业群发): made, reminded of, cancelled.
/// Making one sends nothing; its members must confirm.
final class MassMessageApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private MassMessageApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "add_msg_template", MassMessageApi::add, "fail_list"),
                Endpoint.contactPost(ROOT + "remind_groupmsg_send", MassMessageApi::remind),
                Endpoint.contactPost(ROOT + "cancel_groupmsg_send", MassMessageApi::cancel));
    }

    /// The message that a call names.
    static MessageRow named(Call call) {
        var msgid = call.params().text("msgid");
        if (msgid.isEmpty()) {
            throw Errcode.NO_GROUP_MESSAGE.error();
        }
        return call.corp().messages().message(msgid).orElseThrow(Errcode.BAD_GROUP_MESSAGE::error);
    }

    private static void add(Call call, ObjectNode answer) {
        var corp = call.corp();
        var toGroups = toGroups(call.params());
        var content = Content.read(call);
        var audience = toGroups ? GroupAudience.of(call) : MassAudience.of(call);
        if (audience.tasks().isEmpty()) {
            throw Errcode.NOBODY_TO_SEND.error();
        }
        var of = call.now() + "|" + call.params().text("sender") + "|" + content + "|" + audience.fingerprint();
        var message = new MessageRow(
                corp.ids().message(of, taken -> corp.messages().message(taken).isPresent()),
                corp.messages().nextSequence(),
                call.now(),
                call.app().agentId(),
                "",
                toGroups,
                content.text(),
                content.attachments(),
                audience.tasks(),
                !toGroups && call.params().flag("allow_select", false));
        corp.put(message);
        corp.reactions().asked(corp, message);
        audience.failed().forEach(answer.putArray("fail_list")::add);
        answer.put("msgid", message.msgid());
    }

    /// Whether a `chat_type` means groups.
    static boolean toGroups(Params params) {
        return switch (params.text("chat_type")) {
            case "", "single" -> false;
            case "group" -> true;
            default -> throw Errcode.invalidParam("chat_type");
        };
    }

    /// The message that a call names, if an app made it: what members send themselves is theirs.
    /// Right after it was made, it is still on its way to the members.
    private static MessageRow ofApp(Call call) {
        var message = named(call);
        if (!message.byApp()) {
            throw Errcode.BAD_GROUP_MESSAGE.error();
        }
        var corp = call.corp();
        if (corp.limited() && call.now() < message.createdAt() + corp.limits().messageDispatchSeconds()) {
            throw Errcode.MESSAGE_DISPATCHING.error();
        }
        return message;
    }

    private static void remind(Call call, ObjectNode answer) {
        var corp = call.corp();
        var message = ofApp(call);
        var control = corp.messages().control(message.msgid());
        if (control.cancelled()) {
            throw Errcode.MESSAGE_CANCELLED.error();
        }
        var recent = control.remindedAt().stream()
                .filter(at -> at > call.now() - DAY)
                .count();
        if (corp.limited() && recent >= corp.limits().remindersPerDay()) {
            throw Errcode.REMINDED_TOO_OFTEN.error();
        }
        var times = new ArrayList<>(control.remindedAt());
        times.add(call.now());
        corp.put(new MessageRow.Control(message.msgid(), false, List.copyOf(times)));
        corp.reactions().reminded(corp, message, times.size());
    }

    private static void cancel(Call call, ObjectNode answer) {
        var message = ofApp(call);
        var control = call.corp().messages().control(message.msgid());
        if (control.cancelled()) {
            throw Errcode.MESSAGE_CANCELLED.error();
        }
        call.corp().put(new MessageRow.Control(message.msgid(), true, control.remindedAt()));
    }
}
