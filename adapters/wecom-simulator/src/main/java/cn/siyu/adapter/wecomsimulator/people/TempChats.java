package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.ConclusionSent;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import cn.siyu.adapter.wecomsimulator.world.RequestRow;
import cn.siyu.adapter.wecomsimulator.world.TempChatRow;
import cn.siyu.adapter.wecomsimulator.world.WayRow;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Temporary chats (临时会话) begin when a temporary contact way is used, and end by time or by the
/// API.
public final class TempChats {
    private static final String ENDS = "TEMP_CHAT";

    private TempChats() {}

    static void begin(Corp corp, RequestRow asked) {
        corp.ways().byId(asked.configId()).filter(WayRow::temporary).ifPresent(way -> {
            var ends = corp.clock().rounded(corp.clock().now() + way.chatExpiresIn());
            var chat = new TempChatRow(asked.customer(), asked.userid(), way.configId(), ends, false);
            corp.put(chat);
            corp.put(event(chat));
        });
    }

    /// The time of a chat is over.
    public static void due(Corp corp, String configId) {
        corp.tempChats().ofWay(configId).filter(chat -> !chat.over()).ifPresent(chat -> end(corp, chat));
    }

    /// The chat ends before its time.
    public static void close(Corp corp, TempChatRow chat) {
        corp.put(new EventRow.Done(event(chat).id()));
        end(corp, chat);
    }

    /// The customer gets the closing message; from then on neither reaches the other. No app is
    /// told.
    private static void end(Corp corp, TempChatRow chat) {
        corp.put(chat.ended());
        corp.contacts()
                .relation(chat.customer(), chat.userid())
                .filter(relation -> !relation.oneSided())
                .ifPresent(relation -> {
                    corp.ways()
                            .byId(chat.configId())
                            .map(WayRow::conclusions)
                            .ifPresent(said -> conclude(corp, chat, said));
                    corp.put(relation.deletedByCustomer());
                });
    }

    private static void conclude(Corp corp, TempChatRow chat, JsonNode said) {
        var text = said.path("text").path("content").asText("");
        var now = corp.clock().now();
        if (!text.isEmpty()) {
            corp.put(new ConclusionSent(now, chat.customer(), chat.userid(), text, Json.MAPPER.createArrayNode()));
        }
        // when several are given, the first of these counts
        List.of("image", "link", "miniprogram").stream()
                .filter(said::has)
                .findFirst()
                .ifPresent(kind -> {
                    var attachment = Json.object().put("msgtype", kind);
                    attachment.set(kind, said.get(kind));
                    corp.put(new ConclusionSent(
                            now,
                            chat.customer(),
                            chat.userid(),
                            "",
                            Json.MAPPER.createArrayNode().add(attachment)));
                });
    }

    private static EventRow event(TempChatRow chat) {
        return EventRow.of(chat.endsAt(), ENDS, chat.customer(), chat.userid(), 0, chat.configId());
    }
}
