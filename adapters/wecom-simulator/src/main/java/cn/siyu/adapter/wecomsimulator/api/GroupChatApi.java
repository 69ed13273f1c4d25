package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Customer groups (客户群): which there are, and their ids under other names.
final class GroupChatApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int LARGEST_PAGE = 1000;
    private static final int LARGEST_OFFSET = 50_000;
    private static final int LARGEST_CONVERSION = 1000;

    private GroupChatApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "groupchat/list", GroupChatApi::list, "group_chat_list"),
                Endpoint.contactPost(ROOT + "groupchat/get", GroupChatDetail::get),
                Endpoint.contactPost(ROOT + "opengid_to_chatid", GroupChatApi::ofOpengid),
                Endpoint.contactPost(ROOT + "groupchat/get_new_external_userid", GroupChatApi::newIds, "items"));
    }

    /// The living group that a call names, if the app sees its owner.
    static ChatRow named(Call call, String chatId) {
        if (chatId.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var chat = call.corp().chats().chat(chatId).orElseThrow(Errcode.BAD_GROUP::error);
        if (!call.app().sees(chat.owner())) {
            throw Errcode.NO_PRIVILEGE.error();
        }
        if (chat.hasEnded()) {
            throw Errcode.GROUP_DISSOLVED.error();
        }
        return chat;
    }

    /// The owners that a call's `owner_filter` names, as the directory writes them.
    static Set<String> owners(Call call) {
        var filter = call.params().object("owner_filter");
        var userids = filter.texts("userid_list");
        if (userids.size() > call.corp().limits().ownersPerFilter()) {
            throw Errcode.TOO_MANY_REQUESTED.error();
        }
        var named = new LinkedHashSet<String>();
        userids.forEach(userid -> named.add(StaffApi.visibleMember(call, userid).userid()));
        // the older form of the filter, which some clients still send
        call.corp().directory().membersOf(filter.numbers("partyid_list")).stream()
                .filter(member -> call.app().sees(member.userid()))
                .forEach(member -> named.add(member.userid()));
        return named;
    }

    private static void list(Call call, ObjectNode answer) {
        var params = call.params();
        var status = params.number("status_filter", 0);
        if (status < 0 || status > 3) {
            throw Errcode.BAD_PARAMETER.error("status_filter invalid");
        }
        var limit = limit(params);
        var owners = owners(call);
        if (owners.isEmpty()) {
            checkScope(call);
        }
        // groups of owners who have left are shown to those only who ask for them by the owner's name
        Predicate<ChatRow> wanted = chat -> !chat.hasEnded()
                && call.app().sees(chat.owner())
                && (owners.isEmpty() ? isStaffed(call, chat) : owners.contains(chat.owner()))
                && (status == 0 || chat.rule().status() == status);
        var query = call.corp().corpId() + "|chats|" + status + "|" + new TreeSet<>(owners);
        var start = Cursors.read(query, params.text("cursor"));
        var rest = call.corp()
                .chats()
                .from((int) Math.max(start.major(), 0))
                .filter(wanted)
                .skip(offset(params))
                .limit(limit + 1L)
                .toList();
        var chats = answer.putArray("group_chat_list");
        rest.stream()
                .limit(limit)
                .forEach(chat -> chats.addObject()
                        .put("chat_id", chat.chatId())
                        .put("status", chat.rule().status()));
        var next = rest.size() > limit
                ? Cursors.write(query, new Cursors.Position(rest.getLast().sequence(), 0))
                : "";
        answer.put("next_cursor", next);
    }

    private static int limit(Params params) {
        if (!params.has("limit")) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var limit = params.number("limit", 0);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Errcode.invalidParam("limit");
        }
        return (int) limit;
    }

    /// Pages were counted by rows before there were cursors.
    private static long offset(Params params) {
        var offset = params.number("offset", 0);
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw Errcode.invalidParam("offset");
        }
        return params.text("cursor").isEmpty() ? offset : 0;
    }

    private static void checkScope(Call call) {
        var app = call.app();
        var visible = app.visible().isEmpty()
                ? call.corp().directory().staff().size()
                : app.visible().size();
        if (visible > call.corp().limits().membersWithoutFilter()) {
            throw Errcode.TOO_MANY_REQUESTED.error();
        }
    }

    private static boolean isStaffed(Call call, ChatRow chat) {
        return call.corp()
                .directory()
                .staff(chat.owner())
                .filter(owner -> owner.status() != 5)
                .isPresent();
    }

    private static void ofOpengid(Call call, ObjectNode answer) {
        var opengid = call.params().text("opengid");
        if (opengid.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (!opengid.matches("[A-Za-z0-9_-]{28}")) {
            throw Errcode.BAD_OPENGID.error();
        }
        var chat = call.corp().chats().byOpengid(opengid).orElseThrow(Errcode.NOT_WECOM_GROUP::error);
        answer.put("chat_id", chat.chatId());
    }

    /// What a service provider's apps call customers of a group; who is not in it is left out.
    private static void newIds(Call call, ObjectNode answer) {
        var chat = named(call, call.params().text("chat_id"));
        var ids = call.params().texts("external_userid_list");
        if (ids.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (ids.size() > LARGEST_CONVERSION) {
            throw Errcode.TOO_MANY_REQUESTED.error();
        }
        var items = answer.putArray("items");
        ids.stream()
                .filter(id -> call.corp()
                        .chats()
                        .member(chat.chatId(), id)
                        .filter(member -> member.external())
                        .isPresent())
                .forEach(id -> items.addObject()
                        .put("external_userid", id)
                        .put("new_external_userid", call.corp().ids().ofProvider(id)));
    }
}
