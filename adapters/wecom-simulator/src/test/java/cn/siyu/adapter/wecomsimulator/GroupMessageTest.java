package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mass messages to customer groups, members' own mass messages, and what both leave in the
/// records.
class GroupMessageTest {
    private static final String SPAN = "'start_time':1772416000,'end_time':1772417000";
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"customers":[{"externalUserId":"wmOne","followers":[{"userid":"staff-01"}]}],
                "groups":[{"chatId":"wrA","owner":"staff-01"},{"chatId":"wrB","owner":"staff-01"},
                          {"chatId":"wrC","owner":"staff-02"}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode add(String more) {
        return client.contact(
                "add_msg_template",
                "{'chat_type':'group','sender':'staff-01','text':{'content':'团购'}%s}".formatted(more));
    }

    private JsonNode records(String call, JsonNode message, String more) {
        return client.contact(
                call, "{'msgid':'%s'%s}".formatted(message.path("msgid").asText(), more));
    }

    private JsonNode results(JsonNode message) {
        return records("get_groupmsg_send_result", message, ",'userid':'staff-01'")
                .path("send_list");
    }

    private JsonNode confirm(JsonNode message, String more) {
        return client.act("{\"type\":\"CONFIRM\",\"msgid\":\"%s\"%s}"
                .formatted(message.path("msgid").asText(), more));
    }

    private List<String> received(String chatId) {
        return client.lines("/ledger").stream()
                .filter(line -> line.path("chatId").asText().equals(chatId))
                .map(line -> line.path("status").asText())
                .toList();
    }

    @Test
    void goesToTheNamedGroupsOnceTheirOwnerHasConfirmed() {
        var message = add(",'chat_id_list':['wrA','wrC','wrNo','wrB','wrA']");
        assertThat(message.path("fail_list")).extracting(JsonNode::asText).containsExactly("wrC", "wrNo");
        assertThat(message.path("msgid").asText()).matches("msg[A-Za-z0-9_-]{30}");
        assertThat(results(message)).as("nothing is sent yet").isEmpty();
        assertThat(records("get_groupmsg_task", message, "")
                        .path("task_list")
                        .path(0)
                        .path("status")
                        .asInt())
                .isZero();

        client.act("{\"type\":\"DISMISS_GROUP\",\"chatId\":\"wrB\"}");
        assertThat(confirm(message, "").path("sent").path(0).path("statuses").asText())
                .isEqualTo("12");
        assertThat(results(message)).as("only what was sent").singleElement().satisfies(row -> {
            assertThat(row.path("chat_id").asText()).isEqualTo("wrA");
            assertThat(row.has("external_userid")).isFalse();
            assertThat(row.path("userid").asText()).isEqualTo("staff-01");
            assertThat(row.path("status").asInt()).isEqualTo(1);
            assertThat(row.path("send_time").asLong()).isEqualTo(1772416800L);
        });
        assertThat(records("get_groupmsg_task", message, "")
                        .path("task_list")
                        .path(0)
                        .path("status")
                        .asInt())
                .isEqualTo(2);
        assertThat(received("wrA")).containsExactly("1");
        assertThat(client.lines("/ledger").getFirst().path("text").asText()).isEqualTo("团购");
    }

    @Test
    void leavesTheGroupsToTheOwnerWhenNoneAreNamed() {
        var chosen = add("");
        confirm(chosen, ",\"chats\":[\"wrB\"]");
        assertThat(results(chosen).findValuesAsText("chat_id")).containsExactly("wrB");
        var all = add("");
        confirm(all, "");
        assertThat(results(all).findValuesAsText("chat_id")).containsExactly("wrA", "wrB");
        assertThat(client.exchange(
                                "POST",
                                "/simulator/corps/" + TestClient.CORP + "/actions",
                                "{\"type\":\"CONFIRM\",\"msgid\":\"%s\",\"chats\":[\"wrC\"]}"
                                        .formatted(add("").path("msgid").asText()))
                        .body())
                .contains("owns no group wrC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'chat_type':'group','text':{'content':'a'}} | 40063",
                "{'chat_type':'group','sender':'nobody','text':{'content':'a'}} | 84061",
                "{'chat_type':'group','sender':'staff-03','text':{'content':'a'}} | 41048",
                "{'chat_type':'group','sender':'staff-01','chat_id_list':['wrC'],'text':{'content':'a'}} | 41048",
                "{'chat_type':'group','sender':'staff-01'} | 40063",
            })
    void checksItsParameters(String body, int errcode) {
        var answer = client.contact("add_msg_template", body);
        assertThat(code(answer)).isEqualTo(errcode);
        assertThat(answer.path("fail_list").isArray()).isTrue();
    }

    @Test
    void namesTwoThousandGroupsAtMost() {
        var many = IntStream.range(0, 2001).mapToObj(i -> "'wr" + i + "'").collect(Collectors.joining(","));
        assertThat(code(add(",'chat_id_list':[" + many + "]"))).isEqualTo(40058);
    }

    @Test
    void reachesAGroupAsOftenAMonthAsItHasDays() {
        var early = add(",'chat_id_list':['wrA']");
        for (var day = 0; day < 31; day++) {
            confirm(add(",'chat_id_list':['wrA']"), "");
        }
        confirm(early, "");
        assertThat(results(early)).isEmpty();
        assertThat(received("wrA")).hasSize(32).endsWith("3");
        var both = add(",'chat_id_list':['wrA','wrB']");
        assertThat(both.path("fail_list")).extracting(JsonNode::asText).containsExactly("wrA");
        assertThat(code(add(",'chat_id_list':['wrA']"))).isEqualTo(41048);
        // Shanghai's April begins at 16:00 UTC
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-31T16:00:00Z\"}");
        assertThat(add(",'chat_id_list':['wrA']").path("fail_list")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "receivedPerWeek, 7, 2026-03-08T15:59:59Z, 2026-03-08T16:00:00Z",
        "receivedPerDay, 1, 2026-03-02T15:59:59Z, 2026-03-02T16:00:00Z"
    })
    void reachesCustomersAndGroupsByTheCorpsEdition(String limit, int most, String last, String next) {
        client.control("PUT", "/limits", "{\"overrides\":{\"%s\":%d}}".formatted(limit, most));
        var toCustomers = "{'sender':'staff-01','text':{'content':'新品'}}";
        for (var i = 0; i < most; i++) {
            confirm(add(",'chat_id_list':['wrA']"), "");
            confirm(client.contact("add_msg_template", toCustomers), "");
        }
        client.control("POST", "/clock/steps", "{\"to\":\"%s\"}".formatted(last));
        assertThat(code(add(",'chat_id_list':['wrA']"))).isEqualTo(41048);
        assertThat(code(client.contact("add_msg_template", toCustomers))).isEqualTo(41048);
        client.control("POST", "/clock/steps", "{\"to\":\"%s\"}".formatted(next));
        assertThat(code(add(",'chat_id_list':['wrA']"))).isZero();
        assertThat(code(client.contact("add_msg_template", toCustomers))).isZero();
    }

    @Test
    void canBeRemindedOfAndCancelled() {
        var message = add(",'chat_id_list':['wrA']");
        assertThat(code(records("remind_groupmsg_send", message, ""))).isZero();
        assertThat(code(records("cancel_groupmsg_send", message, ""))).isZero();
        assertThat(code(records("remind_groupmsg_send", message, ""))).isEqualTo(41093);
        confirm(message, "");
        assertThat(client.lines("/ledger")).isEmpty();
    }

    @Test
    void isListedApartFromMessagesToCustomers() {
        var toGroups = add(",'attachments':[{'msgtype':'link','link':{'title':'菜单','url':'https://example.cn'}}]");
        var toCustomers = client.contact("add_msg_template", "{'sender':'staff-01','text':{'content':'新品'}}");
        assertThat(list("group", "").findValuesAsText("msgid"))
                .containsExactly(toGroups.path("msgid").asText());
        assertThat(list("single", "").findValuesAsText("msgid"))
                .containsExactly(toCustomers.path("msgid").asText());
        var before = client.contact("get_groupmsg_list", "{'chat_type':'group',%s}".formatted(SPAN))
                .path("group_msg_list")
                .path(0);
        assertThat(before.path("link").path("title").asText()).isEqualTo("菜单");
        assertThat(before.has("attachments")).isFalse();
        assertThat(code(client.contact("get_groupmsg_list_v2", "{'chat_type':'flock',%s}".formatted(SPAN))))
                .isEqualTo(40058);
        assertThat(code(client.contact(
                        "get_groupmsg_list_v2", "{'chat_type':'group',%s,'filter_type':3}".formatted(SPAN))))
                .isEqualTo(40058);
    }

    private JsonNode list(String chatType, String more) {
        return client.contact("get_groupmsg_list_v2", "{'chat_type':'%s',%s%s}".formatted(chatType, SPAN, more))
                .path("group_msg_list");
    }

    @Test
    void showsWhatMembersSentThemselves() {
        add("");
        var own = client.act("{\"type\":\"SEND\",\"userid\":\"staff-01\",\"text\":\"早\",\"chats\":[\"wrA\"]}");
        assertThat(own.path("statuses").asText()).isEqualTo("1");
        var personal = list("group", ",'filter_type':1");
        assertThat(personal).singleElement().satisfies(message -> {
            assertThat(message.path("creator").asText()).isEqualTo("staff-01");
            assertThat(message.path("create_type").asInt()).isEqualTo(1);
            assertThat(message.path("text").path("content").asText()).isEqualTo("早");
        });
        assertThat(list("group", ",'filter_type':0"))
                .singleElement()
                .satisfies(message -> assertThat(message.has("creator")).isFalse());
        assertThat(list("group", "")).hasSize(2);
        assertThat(list("group", ",'creator':'staff-01'")).hasSize(1);
        assertThat(list("group", ",'creator':'staff-02'")).isEmpty();
        assertThat(results(own).findValuesAsText("chat_id")).containsExactly("wrA");
        assertThat(code(records("cancel_groupmsg_send", own, ""))).isEqualTo(41047);
    }

    @Test
    void letsAMemberSendToACustomerItselfOnceADay() {
        var send = "{\"type\":\"SEND\",\"userid\":\"staff-01\",\"text\":\"早\",\"customers\":[\"wmOne\"]}";
        assertThat(client.act(send).path("statuses").asText()).isEqualTo("1");
        assertThat(client.act(send).path("statuses").asText()).as("passed over").isEmpty();
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T16:00:00Z\"}");
        assertThat(client.act(send).path("statuses").asText()).isEqualTo("1");
    }

    @Test
    void givesAllResultsTogetherInTheOlderForm() {
        var message = client.contact("add_msg_template", "{'sender':'staff-01','text':{'content':'新品'}}");
        var rows = records("get_group_msg_result", message, "").path("detail_list");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.path("external_userid").asText()).isEqualTo("wmOne");
            assertThat(row.path("status").asInt()).isZero();
        });
        client.act("{\"type\":\"CUSTOMER_DELETES\",\"customer\":\"wmOne\",\"userid\":\"staff-01\"}");
        confirm(message, "");
        assertThat(records("get_group_msg_result", message, "")
                        .path("detail_list")
                        .path(0)
                        .path("status")
                        .asInt())
                .isEqualTo(2);
        assertThat(client.post(
                                "/cgi-bin/crm/get_group_msg_result?access_token=" + client.token(),
                                "{\"msgid\":\"%s\"}"
                                        .formatted(message.path("msgid").asText()))
                        .path("detail_list"))
                .hasSize(1);
    }
}
