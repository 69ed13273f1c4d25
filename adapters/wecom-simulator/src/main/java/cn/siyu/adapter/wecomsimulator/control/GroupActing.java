package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.GroupChats;
import cn.siyu.adapter.wecomsimulator.people.GroupChats.Newcomer;
import cn.siyu.adapter.wecomsimulator.people.GroupCodes;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries out actions in customer groups, with the corp's lock held.
final class GroupActing {
    private static final int MOST_MESSAGES = 100_000;
    private final Corp corp;
    private final People people;

    GroupActing(Corp corp) {
        this.corp = corp;
        this.people = new People(corp);
    }

    ObjectNode perform(Action.InGroup action) {
        return switch (action) {
            case GroupAction.Create create -> create(create);
            case GroupAction.Join join -> join(join);
            case GroupAction.Leave leave -> leave(leave);
            case GroupAction.Remove remove -> remove(remove);
            case GroupAction.HandOver a -> {
                GroupChats.handOver(corp, chat(a.chatId()), insider(a.chatId(), a.userid()));
                yield done(true);
            }
            case GroupAction.Rename a -> {
                GroupChats.rename(corp, chat(a.chatId()), given(a.name(), "name"));
                yield done(true);
            }
            case GroupAction.Announce a -> {
                GroupChats.announce(corp, chat(a.chatId()), given(a.notice(), "notice"));
                yield done(true);
            }
            case GroupAction.WelcomeBy a -> {
                GroupChats.welcomeBy(corp, chat(a.chatId()), template(a.templateId()));
                yield done(true);
            }
            case GroupAction.Appoint a -> {
                var admins = orNone(a.userids()).stream()
                        .map(userid -> insider(a.chatId(), userid))
                        .toList();
                GroupChats.appoint(corp, chat(a.chatId()), admins);
                yield done(true);
            }
            case GroupAction.Dismiss a -> {
                GroupChats.dismiss(corp, chat(a.chatId()));
                yield done(true);
            }
            case GroupAction.Write a ->
                done(GroupChats.write(corp, chat(a.chatId()), somebody(a.customer(), a.userid()), messages(a)));
        };
    }

    private static int messages(GroupAction.Write write) {
        Values.between("messages", write.messages(), 0, MOST_MESSAGES);
        return Math.max(1, write.messages());
    }

    private ObjectNode create(GroupAction.Create create) {
        var owner = people.serving(create.userid()).userid();
        var chatId = create.chatId() == null ? "" : create.chatId();
        if (corp.chats().chat(chatId).isPresent()) {
            throw ControlError.conflict("there is a group " + chatId + " already");
        }
        var others = new ArrayList<Newcomer>();
        orNone(create.members())
                .forEach(userid ->
                        others.add(Newcomer.invited(people.member(userid).userid(), false, owner)));
        orNone(create.customers())
                .forEach(id -> others.add(Newcomer.invited(people.customer(id).externalUserId(), true, owner)));
        var admins = orNone(create.admins()).stream()
                .map(userid -> people.member(userid).userid())
                .toList();
        var face = new ChatRow.Face(orEmpty(create.name()), orEmpty(create.notice()), "");
        var chat = GroupChats.create(corp, chatId, face, ChatRow.Rule.of(owner, admins), others);
        return Json.object().put("chatId", chat.chatId()).put("opengid", chat.opengid());
    }

    private ObjectNode join(GroupAction.Join join) {
        return join.qrCode() == null && join.configId() == null ? joinChat(join) : joinByWay(join);
    }

    private ObjectNode joinChat(GroupAction.Join join) {
        var chat = chat(String.valueOf(join.chatId()));
        if (join.joinScene() < 0 || join.joinScene() > 3) {
            throw ControlError.bad("joinScene is 1 (invited), 2 (invitation link) or 3 (code)");
        }
        var scene = join.joinScene() == 0 ? 1 : join.joinScene();
        var invitor = join.invitor() == null ? "" : insider(chat.chatId(), join.invitor());
        var member = joining(join);
        var newcomer = new Newcomer(member, join.userid() == null, scene, invitor, "", orEmpty(join.nickname()));
        return joined(join, member, chat.chatId(), GroupChats.join(corp, chat, newcomer));
    }

    private ObjectNode joinByWay(GroupAction.Join join) {
        var way = join.qrCode() == null
                ? corp.joinWays().byId(String.valueOf(join.configId()))
                : corp.joinWays().byCode(join.qrCode());
        var found = way.orElseThrow(() -> ControlError.notFound("no join way has this qrCode or configId"));
        var member = joining(join);
        var entered = GroupCodes.scan(corp, found, member, join.userid() == null, orEmpty(join.nickname()));
        return joined(join, member, entered.chatId(), entered.outcome());
    }

    private String joining(GroupAction.Join join) {
        return join.userid() == null
                ? people.customerOrNew(join.customer(), join.name()).externalUserId()
                : people.member(join.userid()).userid();
    }

    private static ObjectNode joined(GroupAction.Join join, String member, String chatId, GroupChats.Joined outcome) {
        return Json.object()
                .put(join.userid() == null ? "externalUserId" : "userid", member)
                .put("chatId", chatId)
                .put("outcome", outcome.name());
    }

    private ObjectNode leave(GroupAction.Leave leave) {
        var chat = chat(leave.chatId());
        return done(part(chat, List.of(somebody(leave.customer(), leave.userid())), false) > 0);
    }

    private ObjectNode remove(GroupAction.Remove remove) {
        var chat = chat(remove.chatId());
        var members = Stream.concat(
                        orNone(remove.customers()).stream()
                                .map(id -> people.customer(id).externalUserId()),
                        orNone(remove.userids()).stream()
                                .map(userid -> people.member(userid).userid()))
                .toList();
        return Json.object().put("removed", part(chat, members, true));
    }

    private int part(ChatRow chat, List<String> members, boolean removed) {
        if (members.contains(chat.owner())) {
            throw ControlError.conflict("the owner hands the group over (HAND_OVER_GROUP) before it goes");
        }
        return GroupChats.part(corp, chat, members, removed);
    }

    private String somebody(@Nullable String customer, @Nullable String userid) {
        if ((customer == null) == (userid == null)) {
            throw ControlError.bad("name either a customer or a userid");
        }
        return customer == null
                ? people.member(String.valueOf(userid)).userid()
                : people.customer(customer).externalUserId();
    }

    /// A member of the corp who is in the group.
    private String insider(String chatId, String name) {
        var userid = people.member(name).userid();
        if (corp.chats().member(chat(chatId).chatId(), userid).isEmpty()) {
            throw ControlError.conflict(userid + " is not in the group");
        }
        return userid;
    }

    private ChatRow chat(String chatId) {
        return corp.chats()
                .chat(String.valueOf(chatId))
                .filter(chat -> !chat.hasEnded())
                .orElseThrow(() -> ControlError.notFound("there is no group " + chatId));
    }

    private String template(@Nullable String id) {
        if (id == null) {
            return "";
        }
        return corp.groupWelcomes()
                .byId(id)
                .orElseThrow(() -> ControlError.notFound("there is no group welcome template " + id))
                .templateId();
    }

    private static String given(@Nullable String text, String field) {
        if (text == null) {
            throw ControlError.bad(field + " is missing");
        }
        return text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static ObjectNode done(boolean changed) {
        return Json.object().put("changed", changed);
    }
}
