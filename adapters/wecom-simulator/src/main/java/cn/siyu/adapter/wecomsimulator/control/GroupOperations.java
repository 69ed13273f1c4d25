package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Stream;

/// The customer groups as they are, as NDJSON.
final class GroupOperations {
    private static final String CORP = "/simulator/corps/{corp}";

    private GroupOperations() {}

    static void addTo(ControlRoute route, Operations.Parts parts) {
        route.on("GET", CORP + "/groups", 200, request -> groups(CorpOperations.corp(parts, request)))
                .on("GET", CORP + "/join-ways", 200, request -> joinWays(CorpOperations.corp(parts, request)))
                .on("GET", CORP + "/group-welcomes", 200, request -> welcomes(CorpOperations.corp(parts, request)));
    }

    private static Stream<ObjectNode> groups(Corp corp) {
        return corp.locked(() -> corp.chats().from(0).toList()).stream()
                .map(chat -> corp.locked(() -> group(corp, chat)));
    }

    private static Stream<ObjectNode> welcomes(Corp corp) {
        return corp.locked(() -> corp.groupWelcomes().all()).stream().map(template -> {
            var node = Json.object().put("templateId", template.templateId());
            node.put("agentId", template.agentId()).put("notified", template.notified());
            node.set("parts", template.parts());
            return node;
        });
    }

    private static Stream<ObjectNode> joinWays(Corp corp) {
        return corp.locked(() -> corp.joinWays().inOrder()).stream().map(way -> {
            var node = Json.object().put("configId", way.configId()).put("qrCode", way.qrCode());
            node.put("state", way.state()).put("agentId", way.agentId());
            node.put("roomsMade", way.rooms().made());
            way.chats().forEach(node.putArray("chats")::add);
            return node;
        });
    }

    private static ObjectNode group(Corp corp, ChatRow chat) {
        var node = Json.object().put("chatId", chat.chatId()).put("opengid", chat.opengid());
        node.put("name", chat.face().name()).put("notice", chat.face().notice());
        node.put("welcomeTemplate", chat.face().welcomeTemplate());
        node.put("owner", chat.owner()).put("status", chat.rule().status());
        chat.rule().admins().forEach(node.putArray("admins")::add);
        node.put("createdAt", Instant.ofEpochSecond(chat.createdAt()).toString());
        node.put("memberVersion", corp.ids().memberVersion(chat, chat.revision()));
        node.put("dismissed", chat.hasEnded());
        var members = node.putArray("members");
        for (var member : corp.chats().members(chat.chatId())) {
            members.addObject()
                    .put(member.external() ? "externalUserId" : "userid", member.member())
                    .put("joinedAt", Instant.ofEpochSecond(member.joinedAt()).toString())
                    .put("joinScene", member.joinScene())
                    .put("invitor", member.invitor())
                    .put("state", member.state())
                    .put("messages", member.messages());
        }
        return node;
    }
}
