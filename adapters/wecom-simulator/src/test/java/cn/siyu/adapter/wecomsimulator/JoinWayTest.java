package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Group join ways: what is kept of them, who sees them, and what their codes do.
class JoinWayTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        var crowd = IntStream.range(0, 499)
                .mapToObj(i -> "{\"externalUserId\":\"wm%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        client.control(
                "POST",
                "",
                TestClient.corp("""
                ,"customers":[%s],
                "groups":[{"chatId":"wrFull","owner":"staff-01","members":[%s]},
                          {"chatId":"wrFree","owner":"staff-02","admins":["staff-03"]}]""".formatted(crowd, crowd))
                        .replace(
                                "\"customerContact\":false}],\n \"departments\"",
                                "\"customerContact\":true}],\n \"departments\""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private String add(String more) {
        return client.contact("groupchat/add_join_way", "{'scene':2%s}".formatted(more))
                .path("config_id")
                .asText();
    }

    private JsonNode read(String id) {
        return client.contact("groupchat/get_join_way", "{'config_id':'%s'}".formatted(id))
                .path("join_way");
    }

    private JsonNode join(String id) {
        return client.act("{\"type\":\"JOIN_GROUP\",\"configId\":\"%s\"}".formatted(id));
    }

    @Test
    void keepsAJoinWay() {
        var id = add(
                ",'remark':'%s','state':'flyer-2','chat_id_list':['wrFull','wrFree'],'room_base_name':'业主群','room_base_id':7"
                        .formatted("长".repeat(31)));
        assertThat(id).matches("[0-9a-f]{32}");
        var way = read(id);
        assertThat(way.path("config_id").asText()).isEqualTo(id);
        assertThat(way.path("scene").asInt()).isEqualTo(2);
        assertThat(way.path("remark").asText()).as("cut").isEqualTo("长".repeat(30));
        assertThat(way.path("auto_create_room").asInt()).isEqualTo(1);
        assertThat(way.path("room_base_name").asText()).isEqualTo("业主群");
        assertThat(way.path("room_base_id").asInt()).isEqualTo(7);
        assertThat(way.path("chat_id_list").path(1).asText()).isEqualTo("wrFree");
        assertThat(way.path("qr_code").asText()).startsWith("https://wework.qpic.cn/");
        assertThat(way.path("state").asText()).isEqualTo("flyer-2");
        assertThat(way.path("mark_source").asBoolean()).isTrue();

        var change = "{'config_id':'%s','scene':1,'auto_create_room':0,'chat_id_list':['wrFree']}".formatted(id);
        assertThat(code(client.contact("groupchat/update_join_way", change))).isZero();
        var changed = read(id);
        assertThat(changed.path("state").asText()).as("overwritten in full").isEmpty();
        assertThat(changed.path("auto_create_room").asInt()).isZero();
        assertThat(changed.path("chat_id_list")).hasSize(1);
        assertThat(changed.has("qr_code")).isFalse();

        var named = "{'config_id':'%s'}".formatted(id);
        assertThat(code(client.contact("groupchat/del_join_way", named))).isZero();
        assertThat(code(client.contact("groupchat/get_join_way", named))).isEqualTo(41044);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "add | {'chat_id_list':['wrFree']} | 41038",
                "add | {'scene':3,'chat_id_list':['wrFree']} | 41040",
                "add | {'scene':2} | 41091",
                "add | {'scene':2,'chat_id_list':['1','2','3','4','5','6']} | 41091",
                "add | {'scene':2,'chat_id_list':['wrNo']} | 40050",
                "add | {'scene':2,'chat_id_list':['wrFree'],'state':'0123456789012345678901234567890'} | 40058",
                "add | {'scene':2,'chat_id_list':['wrFree'],'room_base_name':'01234567890123456789012345678901234567890'} | 40058",
                "add | {'scene':2,'chat_id_list':['wrFree','wrFree','wrFree','wrFree','wrFree','wrFree']} | 41091",
                "add | {'scene':2,'chat_id_list':['wrFree'],'auto_create_room':2} | 40058",
                "add | {'scene':2,'chat_id_list':['wrFree'],'room_base_id':-1} | 40058",
                "get | {} | 41043",
                "get | {'config_id':'x'} | 41044",
                "update | {'scene':2,'chat_id_list':['wrFree']} | 41043",
                "del | {'config_id':'x'} | 41044",
            })
    void checksItsParameters(String call, String body, int errcode) {
        assertThat(code(client.contact("groupchat/" + call + "_join_way", body)))
                .isEqualTo(errcode);
    }

    @Test
    void isSeenByTheAppThatMadeItOnly() {
        var id = add(",'chat_id_list':['wrFree']");
        var other = client.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=secret-of-1000003")
                .path("access_token")
                .asText();
        for (var call : new String[] {"get", "update", "del"}) {
            var path = "/cgi-bin/externalcontact/groupchat/" + call + "_join_way?access_token=" + other;
            var body = "{\"config_id\":\"%s\",\"scene\":2,\"chat_id_list\":[\"wrFree\"]}".formatted(id);
            assertThat(code(client.post(path, body))).as(call).isEqualTo(41044);
        }
    }

    @Test
    void leadsIntoTheFirstGroupWithRoom() {
        var id = add(",'state':'flyer-2','chat_id_list':['wrFull','wrFree']");
        var joined = join(id);
        assertThat(joined.path("outcome").asText()).isEqualTo("JOINED");
        assertThat(joined.path("chatId").asText()).isEqualTo("wrFree");
        var member = client.contact("groupchat/get", "{'chat_id':'wrFree'}")
                .path("group_chat")
                .path("member_list")
                .path(2);
        assertThat(member.path("state").asText()).isEqualTo("flyer-2");
        assertThat(member.path("join_scene").asInt()).isEqualTo(3);
        assertThat(member.has("invitor")).isFalse();
        var again = client.act("{\"type\":\"JOIN_GROUP\",\"qrCode\":\"%s\",\"customer\":\"wm0\"}"
                .formatted(read(id).path("qr_code").asText()));
        assertThat(again.path("outcome").asText()).isEqualTo("ALREADY_IN");
        assertThat(again.path("chatId").asText()).isEqualTo("wrFull");
    }

    @Test
    void makesANewGroupWhenAllAreFull() {
        try (var application = new CallbackReceiver(0)) {
            client.control("PUT", "/apps/1000002/callback", application.settings());
            var closed = add(",'auto_create_room':0,'chat_id_list':['wrFull']");
            assertThat(join(closed).path("outcome").asText()).isEqualTo("FULL");
            var open = add(",'chat_id_list':['wrFull'],'room_base_name':'业主群','room_base_id':7");
            var fresh = join(open).path("chatId").asText();
            assertThat(fresh).isNotEqualTo("wrFull");
            var group = client.contact("groupchat/get", "{'chat_id':'%s'}".formatted(fresh))
                    .path("group_chat");
            assertThat(group.path("name").asText()).isEqualTo("业主群7");
            assertThat(group.path("owner").asText()).isEqualTo("staff-01");
            assertThat(group.path("member_list")).hasSize(2);
            assertThat(read(open).path("chat_id_list").path(1).asText()).isEqualTo(fresh);
            assertThat(join(open).path("chatId").asText()).isEqualTo(fresh);
            assertThat(application.events())
                    .extracting(xml -> element(xml, "ChangeType") + element(xml, "UpdateDetail"))
                    .containsExactly("create", "updateadd_member", "updateadd_member");
        }
    }

    @Test
    void doesNotLeadIntoADissolvedGroup() {
        var id = add(",'chat_id_list':['wrFree']");
        client.act("{\"type\":\"DISMISS_GROUP\",\"chatId\":\"wrFree\"}");
        assertThat(join(id).path("outcome").asText()).isEqualTo("FULL");
    }
}
