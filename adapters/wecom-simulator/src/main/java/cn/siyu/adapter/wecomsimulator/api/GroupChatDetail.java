package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.world.ChatMemberRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One customer group with everybody in it (客户群详情).
final class GroupChatDetail {
    private GroupChatDetail() {}

    static void get(Call call, ObjectNode answer) {
        var corp = call.corp();
        var shown = corp.chats()
                .shown(GroupChatApi.named(call, call.params().text("chat_id")).chatId());
        var chat = shown.row();
        var named = call.params().number("need_name", 0) == 1;
        var node = answer.putObject("group_chat");
        node.put("chat_id", chat.chatId()).put("name", chat.face().name());
        node.put("owner", chat.owner()).put("create_time", chat.createdAt());
        node.put("notice", chat.face().notice());
        var members = node.putArray("member_list");
        shown.members().forEach(member -> describe(corp, member, named, members.addObject()));
        var admins = node.putArray("admin_list");
        chat.rule().admins().forEach(admin -> admins.addObject().put("userid", admin));
        node.put("member_version", corp.ids().memberVersion(chat, chat.revision()));
    }

    private static void describe(Corp corp, ChatMemberRow member, boolean named, ObjectNode node) {
        node.put("userid", member.member()).put("type", member.type());
        var customer = corp.contacts().byId(member.member()).filter(_ -> member.external());
        customer.flatMap(found -> CustomerApi.unionid(corp, found)).ifPresent(unionid -> node.put("unionid", unionid));
        node.put("join_time", member.joinedAt()).put("join_scene", member.joinScene());
        if (!member.state().isEmpty()) {
            node.put("state", member.state());
        }
        if (!member.invitor().isEmpty()) {
            node.putObject("invitor").put("userid", member.invitor());
        }
        node.put("group_nickname", member.nickname());
        if (named) {
            node.put(
                    "name",
                    customer.map(CustomerRow::name)
                            .or(() -> corp.directory().staff(member.member()).map(StaffRow::name))
                            .orElse(""));
        }
    }
}
