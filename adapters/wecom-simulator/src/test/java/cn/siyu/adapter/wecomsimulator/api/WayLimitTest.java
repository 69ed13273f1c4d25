package cn.siyu.adapter.wecomsimulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.adapter.wecomsimulator.wire.ApiError;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpRow;
import cn.siyu.adapter.wecomsimulator.world.JoinWayRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import cn.siyu.adapter.wecomsimulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Contact ways and join ways share one limit of 500,000; temporary contact ways are not counted.
class WayLimitTest {
    private static final AppRow APP = new AppRow(1, "app", "s", true, List.of(), List.of(), true, null);
    private static final String WAY = "{\"type\":1,\"scene\":2,\"user\":[\"ada\"]}";
    private static final String TEMPORARY = "{\"type\":1,\"scene\":2,\"user\":[\"ada\"],\"is_temp\":true}";
    private static final String JOIN_WAY = "{\"scene\":2,\"chat_id_list\":[\"wr\"]}";

    @Test
    void countsBothKinds() {
        try (var world = World.open(InstantSource.system(), null)) {
            var corp = world.create(new CorpRow("ww", "corp", true), WayLimitTest::fill)
                    .orElseThrow();
            call(corp, "add_contact_way", TEMPORARY);
            call(corp, "add_contact_way", WAY);
            assertThat(corp.ways().count() + corp.joinWays().count()).isEqualTo(500_001);
            assertRefused(corp, "add_contact_way", WAY);
            assertRefused(corp, "groupchat/add_join_way", JOIN_WAY);
            call(corp, "add_contact_way", TEMPORARY);
            corp.locked(() -> corp.put(new JoinWayRow.Gone("0")));
            call(corp, "groupchat/add_join_way", JOIN_WAY);
            assertRefused(corp, "groupchat/add_join_way", JOIN_WAY);
            corp.locked(() -> corp.put(new CorpRow("ww", "corp", false)));
            call(corp, "groupchat/add_join_way", JOIN_WAY);
        }
    }

    private static void fill(Corp corp) {
        corp.put(new StaffRow("ada", "ada", List.of(1), "", 1, true));
        var face = new ChatRow.Face("", "", "");
        corp.put(new ChatRow("wr", 0, "G", 0, face, ChatRow.Rule.of("ada", List.of()), 0, 0));
        var rooms = new JoinWayRow.Rooms(false, "", 1, 0);
        var chats = List.of("wr");
        for (var i = 0; i < 499_999; i++) {
            corp.put(new JoinWayRow(Integer.toString(i), i, 1, 1, "", rooms, chats, "", "", true));
        }
    }

    private static void assertRefused(Corp corp, String name, String body) {
        assertThatThrownBy(() -> call(corp, name, body))
                .isInstanceOfSatisfying(
                        ApiError.class, error -> assertThat(error.code()).isEqualTo(41045));
    }

    private static void call(Corp corp, String name, String body) {
        var endpoint =
                WeComApi.endpoints().at("/cgi-bin/externalcontact/" + name).orElseThrow();
        corp.locked(() -> endpoint.handler()
                .handle(new Endpoint.Call(corp, APP, Params.of(tree(body), false), 0), Json.object()));
    }

    private static ObjectNode tree(String body) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }
}
