package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.people.GroupChats;
import cn.siyu.adapter.wecomsimulator.people.GroupTransfers;
import cn.siyu.adapter.wecomsimulator.wire.ApiError;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/// Customer groups get another owner (分配离职成员的客户群, 分配在职成员的客户群). What is wrong
/// with one group is said of that group; the others are done.
final class GroupTransferApi {
    private static final String ROOT = "/cgi-bin/externalcontact/groupchat/";
    private static final int FEW_DAYS = 90;

    private GroupTransferApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "transfer", GroupTransferApi::ofLeavers, "failed_chat_list"),
                Endpoint.contactPost(ROOT + "onjob_transfer", GroupTransferApi::onTheJob, "failed_chat_list"));
    }

    private static void ofLeavers(Call call, ObjectNode answer) {
        each(call, answer, (chat, heir) -> {
            switch (chat.rule().status()) {
                case 0 -> throw Errcode.OWNER_NOT_RESIGNED.error();
                case 2 -> throw Errcode.GROUP_BEING_INHERITED.error();
                case 3 -> throw Errcode.GROUP_INHERITED.error();
                default -> checkRoom(call, chat, heir);
            }
            GroupTransfers.promise(call.corp(), chat, heir);
        });
    }

    private static void onTheJob(Call call, ObjectNode answer) {
        each(call, answer, (chat, heir) -> {
            if (chat.owner().equals(heir)) {
                throw Errcode.OWNER_UNCHANGED.error();
            }
            switch (chat.rule().status()) {
                case 1 -> throw Errcode.OWNER_HAS_LEFT.error();
                case 2 -> throw Errcode.GROUP_BEING_INHERITED.error();
                default -> checkRoom(call, chat, heir);
            }
            if (call.corp().limited()
                    && recently(call, chat) >= call.corp().limits().transfersInNinetyDays()) {
                throw Errcode.TRANSFERRED_TOO_OFTEN.error();
            }
            GroupTransfers.transfer(call.corp(), chat, heir);
        });
    }

    private static void each(Call call, ObjectNode answer, BiConsumer<ChatRow, String> transfer) {
        var ids = call.params().texts("chat_id_list");
        if (ids.isEmpty() || call.params().text("new_owner").isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (ids.size() > call.corp().limits().chatsPerTransfer()) {
            throw Errcode.invalidParam("chat_id_list");
        }
        Scale.check(call);
        var heir = heir(call);
        var failed = answer.putArray("failed_chat_list");
        for (var id : ids) {
            try {
                var chat = named(call, id);
                checkActive(call);
                checkDay(call, chat);
                transfer.accept(chat, heir.userid());
            } catch (ApiError error) {
                failed.addObject()
                        .put("chat_id", id)
                        .put("errcode", error.code())
                        .put("errmsg", error.text());
            }
        }
    }

    private static StaffRow heir(Call call) {
        var heir = StaffApi.visibleMember(call, call.params().text("new_owner"));
        if (!heir.customerContact()) {
            throw Errcode.NO_CONTACT_RIGHT.error();
        }
        if (heir.status() != 1 || heir.standing().unverified()) {
            throw Errcode.USER_NOT_VERIFIED.error();
        }
        return heir;
    }

    private static ChatRow named(Call call, String id) {
        if (call.corp().chats().chat(id).isEmpty()) {
            throw Errcode.NOT_CUSTOMER_GROUP.error();
        }
        return GroupChatApi.named(call, id);
    }

    /// Groups stay where they are in a corp in which nobody has logged in for a year.
    private static void checkActive(Call call) {
        var since =
                call.now() - Duration.ofDays(call.corp().limits().loginDays()).toSeconds();
        var active = call.corp().directory().staff().stream()
                .filter(member -> !member.hasLeft())
                .mapToLong(member -> member.standing().lastLoginAt())
                .anyMatch(at -> at == 0 || at >= since);
        if (!active) {
            throw Errcode.CORP_INACTIVE.error();
        }
    }

    private static void checkRoom(Call call, ChatRow chat, String heir) {
        if (call.corp().chats().member(chat.chatId(), heir).isEmpty() && !GroupChats.hasRoom(call.corp(), chat)) {
            throw Errcode.GROUP_FULL.error();
        }
    }

    /// Groups of one person that change hands in a day are counted.
    private static void checkDay(Call call, ChatRow chat) {
        if (!call.corp().limited()) {
            return;
        }
        var today = CorpClock.day(call.now());
        var moved = call.corp()
                .chats()
                .from(0)
                .flatMap(other -> other.rule().transfers().stream())
                .filter(move -> move.from().equals(chat.owner()) && CorpClock.day(move.at()) == today)
                .count();
        if (moved >= call.corp().limits().chatsTransferredPerDay()) {
            throw Errcode.TOO_FREQUENT.error();
        }
    }

    private static long recently(Call call, ChatRow chat) {
        var today = CorpClock.day(call.now());
        return chat.rule().transfers().stream()
                .filter(move -> move.onTheJob() && today - CorpClock.day(move.at()) < FEW_DAYS)
                .count();
    }
}
