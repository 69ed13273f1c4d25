package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.people.MassSending;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// To which of a member's customer groups a mass message goes: the named ones, or those that the
/// member will choose.
final class GroupAudience {
    private GroupAudience() {}

    static MassAudience of(Call call) {
        if (call.params().text("sender").isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var sender = MassAudience.sender(call);
        var named = call.params().texts("chat_id_list");
        if (named.size() > call.corp().limits().chatsPerMessage()) {
            throw Errcode.invalidParam("chat_id_list");
        }
        var own = new LinkedHashSet<String>();
        call.corp().chats().ownedBy(sender).forEach(chat -> own.add(chat.chatId()));
        var able = new ArrayList<String>();
        var failed = new ArrayList<String>();
        for (var id : new LinkedHashSet<>(named)) {
            (own.contains(id) && MassSending.hasQuota(call.corp(), id) ? able : failed).add(id);
        }
        var nobody = named.isEmpty() ? own.isEmpty() : able.isEmpty();
        return new MassAudience(nobody ? List.of() : List.of(MessageRow.Task.toGroups(sender, able)), failed);
    }
}
