package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.MassSending;
import cn.siyu.adapter.wecomsimulator.people.OwnSending;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Members send mass messages: their part of an app's, or their own.
final class Sending {
    private final Corp corp;
    private final People people;

    Sending(Corp corp) {
        this.corp = corp;
        this.people = new People(corp);
    }

    ObjectNode confirm(Action.Confirm confirm) {
        var message = corp.messages()
                .message(String.valueOf(confirm.msgid()))
                .orElseThrow(() -> ControlError.notFound("there is no mass message " + confirm.msgid()));
        var userids = confirm.userid() == null
                ? message.tasks().stream().map(MessageRow.Task::userid).toList()
                : List.of(people.member(confirm.userid()).userid());
        var answer = Json.object();
        var sent = answer.putArray("sent");
        for (var userid : userids) {
            var chats = confirm.chats() == null ? List.<String>of() : owned(userid, confirm.chats());
            MassSending.confirm(corp, message, userid, new MassSending.Choice(chats, chosen(message, confirm)))
                    .ifPresent(task -> sent.addObject().put("userid", userid).put("statuses", task.statuses()));
        }
        return answer;
    }

    private Set<Integer> chosen(MessageRow message, Action.Confirm confirm) {
        if (confirm.customers() == null) {
            return Set.of();
        }
        if (!message.allowSelect()) {
            throw ControlError.conflict("the message does not let its members choose (allow_select)");
        }
        return confirm.customers().stream()
                .map(id -> people.customer(id).number())
                .collect(Collectors.toSet());
    }

    ObjectNode send(Action.Send send) {
        var userid = people.serving(send.userid()).userid();
        var ids = send.customers() == null ? List.<String>of() : send.customers();
        var customers = ids.stream()
                .mapToInt(id -> people.customer(id).number())
                .distinct()
                .toArray();
        var chats = send.chats() == null ? List.<String>of() : owned(userid, send.chats());
        if ((customers.length == 0) == chats.isEmpty()) {
            throw ControlError.bad("name either customers or chats");
        }
        if (corp.limited()
                && (customers.length > corp.limits().customersPerMemberMessage()
                        || chats.size() > corp.limits().chatsPerMessage())) {
            throw ControlError.conflict("the client does not let a member send to so many at once");
        }
        var sent = OwnSending.send(corp, userid, send.text() == null ? "" : send.text(), customers, chats);
        return Json.object().put("msgid", sent.msgid()).put("statuses", sent.statuses());
    }

    /// Groups that the member owns.
    private List<String> owned(String userid, List<String> chats) {
        for (var id : chats) {
            if (corp.chats()
                    .chat(id)
                    .filter(chat -> !chat.hasEnded() && chat.owner().equals(userid))
                    .isEmpty()) {
                throw ControlError.conflict(userid + " owns no group " + id);
            }
        }
        return chats;
    }
}
