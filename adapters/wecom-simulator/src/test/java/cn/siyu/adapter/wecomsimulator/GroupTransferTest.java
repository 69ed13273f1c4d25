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

/// Customer groups change hands through the API, on the job and after leaving.
class GroupTransferTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final CallbackReceiver application = new CallbackReceiver(0);

    @BeforeEach
    void loadCorp() {
        var crowd = IntStream.range(0, 499)
                .mapToObj(i -> "{\"externalUserId\":\"wm%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        var many = IntStream.range(0, 301)
                .mapToObj(i -> "{\"chatId\":\"wr%d\",\"owner\":\"staff-03\"}".formatted(i))
                .collect(Collectors.joining(","));
        client.control("POST", "", TestClient.corp("""
                ,"customers":[%s],
                "groups":[{"chatId":"wrA","owner":"staff-01"},{"chatId":"wrB","owner":"staff-01","admins":["staff-02"]},
                          {"chatId":"wrFull","owner":"staff-01","members":[%s]},%s]""".formatted(crowd, crowd, many)));
        client.control("PUT", "/apps/1000002/callback", application.settings());
    }

    @AfterEach
    void stop() {
        application.close();
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode transfer(String call, String chats, String heir) {
        return client.contact("groupchat/" + call, "{'chat_id_list':%s,'new_owner':'%s'}".formatted(chats, heir));
    }

    /// The errcode of the only group of a transfer; 0 when it was done.
    private int one(String call, String chat, String heir) {
        var answer = transfer(call, "['" + chat + "']", heir);
        assertThat(code(answer)).isZero();
        return answer.path("failed_chat_list").path(0).path("errcode").asInt(0);
    }

    private void leaves(String userid) {
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"%s\"}".formatted(userid));
    }

    private JsonNode list(String owner, int status) {
        return client.contact(
                        "groupchat/list",
                        "{'limit':1000,'status_filter':%d,'owner_filter':{'userid_list':['%s']}}"
                                .formatted(status, owner))
                .path("group_chat_list");
    }

    private JsonNode group(String chatId) {
        return client.contact("groupchat/get", "{'chat_id':'%s'}".formatted(chatId))
                .path("group_chat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'new_owner':'staff-02'} | 40063",
                "{'chat_id_list':['wrA']} | 40063",
                "{'chat_id_list':['wrA'],'new_owner':'nobody'} | 40003",
                "{'chat_id_list':['wrA'],'new_owner':'clerk'} | 84074",
                "{'chat_id_list':['wrA'],'new_owner':'sleeper'} | 40098",
            })
    void checksItsParameters(String body, int errcode) {
        for (var call : new String[] {"transfer", "onjob_transfer"}) {
            var answer = client.contact("groupchat/" + call, body);
            assertThat(code(answer)).isEqualTo(errcode);
            assertThat(answer.path("failed_chat_list").isArray()).isTrue();
        }
    }

    @Test
    void takesAHundredGroupsACall() {
        var many = IntStream.range(0, 101).mapToObj(i -> "'wr" + i + "'").collect(Collectors.joining(","));
        assertThat(code(transfer("onjob_transfer", "[" + many + "]", "staff-02")))
                .isEqualTo(40058);
    }

    @Test
    void transfersOnTheJobAtOnceAndTellsNobody() {
        var answer = transfer("onjob_transfer", "['wrA','wrNo','wrB','wrFull']", "staff-02");
        assertThat(answer.path("failed_chat_list").findValuesAsText("chat_id")).containsExactly("wrNo", "wrFull");
        assertThat(answer.path("failed_chat_list").findValuesAsText("errcode")).containsExactly("90501", "90503");
        assertThat(group("wrA").path("owner").asText()).isEqualTo("staff-02");
        assertThat(group("wrA").path("member_list").findValuesAsText("userid")).contains("staff-01", "staff-02");
        assertThat(group("wrB").path("admin_list"))
                .as("an owner is no administrator")
                .isEmpty();
        assertThat(list("staff-02", 0)).hasSize(2);
        assertThat(one("onjob_transfer", "wrA", "staff-02")).isEqualTo(90504);
        assertThat(application.events()).isEmpty();
    }

    @Test
    void transfersAGroupTwiceInNinetyDays() {
        assertThat(one("onjob_transfer", "wrA", "staff-02")).isZero();
        assertThat(one("onjob_transfer", "wrA", "staff-03")).isZero();
        assertThat(one("onjob_transfer", "wrA", "staff-01")).isEqualTo(40128);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-05-30T15:59:59Z\"}");
        assertThat(one("onjob_transfer", "wrA", "staff-01")).isEqualTo(40128);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-05-30T16:00:00Z\"}");
        assertThat(one("onjob_transfer", "wrA", "staff-01")).isZero();
    }

    @Test
    void movesThreeHundredGroupsOfOnePersonADay() {
        for (var from = 0; from < 300; from += 100) {
            var some = IntStream.range(from, from + 100)
                    .mapToObj(i -> "'wr" + i + "'")
                    .collect(Collectors.joining(","));
            assertThat(transfer("onjob_transfer", "[" + some + "]", "staff-02").path("failed_chat_list"))
                    .isEmpty();
        }
        assertThat(one("onjob_transfer", "wr300", "staff-02")).isEqualTo(45009);
        assertThat(one("onjob_transfer", "wrA", "staff-02")).as("another's").isZero();
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T16:00:00Z\"}");
        assertThat(one("onjob_transfer", "wr300", "staff-02")).isZero();
    }

    @Test
    void handsOnTheGroupsOfAMemberWhoHasLeft() {
        assertThat(one("transfer", "wrA", "staff-02")).isEqualTo(90500);
        leaves("staff-01");
        assertThat(client.contact("groupchat/list", "{'limit':1000,'status_filter':1}")
                        .path("group_chat_list"))
                .as("only to who asks for the owner")
                .isEmpty();
        assertThat(list("staff-01", 1)).hasSize(3);
        assertThat(one("onjob_transfer", "wrA", "staff-02")).isEqualTo(90502);
        assertThat(one("transfer", "wrFull", "staff-02")).isEqualTo(90503);

        assertThat(one("transfer", "wrA", "staff-02")).isZero();
        assertThat(list("staff-01", 2).path(0).path("chat_id").asText()).isEqualTo("wrA");
        assertThat(one("transfer", "wrA", "staff-03")).isEqualTo(90507);
        assertThat(one("onjob_transfer", "wrA", "staff-03")).isEqualTo(90507);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T01:59:59Z\"}");
        assertThat(group("wrA").path("owner").asText()).isEqualTo("staff-01");
        assertThat(application.events()).isEmpty();

        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T02:00:00Z\"}");
        assertThat(group("wrA").path("owner").asText()).isEqualTo("staff-02");
        assertThat(group("wrA").path("member_list").findValuesAsText("userid")).containsExactly("staff-02");
        assertThat(list("staff-02", 3).path(0).path("chat_id").asText()).isEqualTo("wrA");
        assertThat(one("transfer", "wrA", "staff-03")).isEqualTo(90508);
        assertThat(application.events()).singleElement().satisfies(xml -> {
            assertThat(element(xml, "ChatId")).isEqualTo("wrA");
            assertThat(element(xml, "UpdateDetail")).isEqualTo("change_owner");
        });
    }

    @Test
    void leavesAGroupWithoutOwnerWhenTheHeirHasLeftToo() {
        leaves("staff-01");
        assertThat(one("transfer", "wrA", "staff-02")).isZero();
        leaves("staff-02");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T02:00:00Z\"}");
        assertThat(list("staff-01", 1)).hasSize(3);
        assertThat(one("transfer", "wrA", "staff-03")).isZero();
    }

    @Test
    void saysOfADissolvedGroupThatItIs() {
        client.act("{\"type\":\"DISMISS_GROUP\",\"chatId\":\"wrA\"}");
        assertThat(one("onjob_transfer", "wrA", "staff-02")).isEqualTo(49008);
    }

    @Test
    void movesNoGroupInACorpThatNobodyHasUsedForAYear() {
        client.control("DELETE", "", "");
        var longAgo = "\"lastLoginAt\":\"2025-03-01T00:00:00Z\"}";
        client.control("POST", "", TestClient.corp("""
                ,"groups":[{"chatId":"wrA","owner":"staff-01"},{"chatId":"wrB","owner":"staff-02"}]""").replaceAll("(\"userid\":\"[^}]*)}", "$1," + longAgo));
        assertThat(one("onjob_transfer", "wrA", "staff-02")).isEqualTo(90510);
        leaves("staff-02");
        assertThat(one("transfer", "wrB", "staff-01")).isEqualTo(90510);
        client.act("{\"type\":\"MEMBER_CHANGES\",\"userid\":\"clerk\",\"lastLoginAt\":\"2025-03-03T00:00:00Z\"}");
        assertThat(one("onjob_transfer", "wrA", "staff-03")).isZero();
        assertThat(one("transfer", "wrB", "staff-01")).isZero();
    }
}
