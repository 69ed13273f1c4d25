package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Welcome and mass messages: what is refused, who receives, and how often.
class MessageRulesTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"tags":[{"group":"意向","names":["高","低"]},{"group":"城市","names":["杭州"]}],
                "customers":[
                 {"externalUserId":"wmOne","followers":[{"userid":"staff-01","tags":["高","杭州"]},{"userid":"staff-02"}]},
                 {"externalUserId":"wmTwo","followers":[{"userid":"staff-02","tags":["低"]}]}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private String welcomeCode(String customer) {
        client.act("{\"type\":\"MEMBER_DELETES\",\"customer\":\"%s\",\"userid\":\"staff-02\"}".formatted(customer));
        return client.act("{\"type\":\"ADD\",\"customer\":\"%s\",\"userid\":\"staff-02\",\"addWay\":3}"
                        .formatted(customer))
                .path("welcomeCode")
                .asText();
    }

    private int welcome(String code) {
        return code(
                client.contact("send_welcome_msg", "{'welcome_code':'%s','text':{'content':'hi'}}".formatted(code)));
    }

    private JsonNode send(String more) {
        return client.contact("add_msg_template", "{'text':{'content':'新品'}%s}".formatted(more));
    }

    private void confirm(JsonNode message) {
        client.act("{\"type\":\"CONFIRM\",\"msgid\":\"" + message.path("msgid").asText() + "\"}");
    }

    @Test
    void welcomesWithinTwentySeconds() {
        assertThat(welcome("")).isEqualTo(41049);
        assertThat(welcome("made-up")).isEqualTo(41050);
        var inTime = welcomeCode("wmTwo");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:00:20Z\"}");
        assertThat(welcome(inTime)).isZero();
        var late = welcomeCode("wmTwo");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:00:41Z\"}");
        assertThat(welcome(late)).isEqualTo(41050);
        var chatting = welcomeCode("wmTwo");
        client.act("{\"type\":\"REPLY\",\"customer\":\"wmTwo\",\"userid\":\"staff-02\"}");
        assertThat(welcome(chatting)).isEqualTo(41051);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'sender':'staff-01','text':{'content':'a'}} | 0",
                "{'text':{'content':'a'}} | 41035",
                "{'sender':'staff-01'} | 40063",
                "{'sender':'nobody','text':{'content':'a'}} | 84061",
                "{'sender':'staff-03','text':{'content':'a'}} | 41048",
                "{'external_userid':['wmNobody'],'text':{'content':'a'}} | 41048",
                "{'external_userid':['wmTwo'],'sender':'staff-01','text':{'content':'a'}} | 41048",
                "{'sender':'staff-01','attachments':[{'msgtype':'poem'}]} | 41065",
                "{'sender':'staff-01','attachments':[{'msgtype':'image','image':{}}]} | 40007",
                "{'sender':'staff-01','attachments':[{'msgtype':'link','link':{'title':'t'}}]} | 40063",
                "{'sender':'staff-01','chat_type':'group','text':{'content':'a'}} | 41048",
                "{'sender':'staff-01','chat_type':'flock','text':{'content':'a'}} | 40058",
                "{'tag_filter':{'group_list':[{'tag_list':['etNo']}]},'text':{'content':'a'}} | 40068",
            })
    void checksAMassMessage(String body, int errcode) {
        var answer = client.contact("add_msg_template", body);
        assertThat(code(answer)).isEqualTo(errcode);
        assertThat(answer.path("fail_list").isArray()).isTrue();
    }

    @Test
    void boundsTextAttachmentsAndRecipients() {
        var nine = IntStream.range(0, 10)
                .mapToObj(_ -> "{'msgtype':'image','image':{'pic_url':'p'}}")
                .collect(Collectors.joining(","));
        assertThat(code(send(",'sender':'staff-01','attachments':[" + nine + "]")))
                .isEqualTo(41064);
        var long4001 = "{'sender':'staff-01','text':{'content':'" + "a".repeat(4001) + "'}}";
        assertThat(code(client.contact("add_msg_template", long4001))).isEqualTo(45002);
        var many = IntStream.range(0, 10_001).mapToObj(i -> "'wm" + i + "'").collect(Collectors.joining(","));
        assertThat(code(send(",'external_userid':[" + many + "]"))).isEqualTo(40032);
    }

    @Test
    void givesACustomerToTheMemberWhoLastWroteWithIt() {
        client.act("{\"type\":\"REPLY\",\"customer\":\"wmOne\",\"userid\":\"staff-01\"}");
        var message = send(",'external_userid':['wmOne','wmTwo','wmOne']")
                .path("msgid")
                .asText();
        var tasks = client.contact("get_groupmsg_task", "{'msgid':'%s'}".formatted(message))
                .path("task_list");
        assertThat(tasks.findValuesAsText("userid")).containsExactly("staff-01", "staff-02");
        assertThat(tasks.findValuesAsText("status")).containsExactly("0", "0");
        assertThat(tasks.path(0).has("send_time")).isFalse();
    }

    @Test
    void findsCustomersByTagsOrInsideAGroupAndBetweenGroups() {
        var ids = client.contact("get_corp_tag_list", "{}").findValuesAsText("id");
        var either = "{'tag_list':['%s','%s']}".formatted(ids.get(0), ids.get(1));
        var hangzhou = "{'tag_list':['%s']}".formatted(ids.get(2));
        assertThat(recipients(send(",'tag_filter':{'group_list':[" + either + "]}")))
                .isEqualTo(2);
        assertThat(recipients(send(",'tag_filter':{'group_list':[" + either + "," + hangzhou + "]}")))
                .isEqualTo(1);
    }

    private int recipients(JsonNode message) {
        confirm(message);
        return (int) client.lines("/ledger").stream()
                .filter(line -> line.path("msgid").equals(message.path("msgid")))
                .count();
    }

    @Test
    void deliversAsManyMassMessagesAMonthAsItHasDays() {
        var early = send(",'sender':'staff-02','external_userid':['wmTwo']");
        for (var day = 0; day < 31; day++) {
            confirm(send(",'sender':'staff-02'"));
        }
        confirm(early);
        var results = client.contact(
                "get_groupmsg_send_result",
                "{'msgid':'%s','userid':'staff-02'}"
                        .formatted(early.path("msgid").asText()));
        assertThat(results.path("send_list").path(0).path("status").asInt()).isEqualTo(3);
        assertThat(results.path("send_list").path(0).has("send_time")).isFalse();
        assertThat(client.lines("/ledger").stream()
                        .filter(line -> line.path("received").asBoolean()))
                .hasSize(62);
        assertThat(code(send(",'sender':'staff-02'"))).isEqualTo(41048);

        // Shanghai's April begins at 16:00 UTC
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-31T15:59:59Z\"}");
        assertThat(code(send(",'sender':'staff-02'"))).isEqualTo(41048);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-31T16:00:00Z\"}");
        assertThat(code(send(",'sender':'staff-02'"))).isZero();
        client.control("PUT", "/limits", "{\"enabled\":false}");
        for (var i = 0; i < 40; i++) {
            confirm(send(",'sender':'staff-02'"));
        }
        assertThat(client.lines("/ledger").stream()
                        .filter(line -> line.path("received").asBoolean()))
                .hasSize(62 + 80);
    }

    @Test
    void remindsThreeTimesADayAndSendsNothingAfterACancel() {
        var message = send(",'sender':'staff-01'");
        var body = "{'msgid':'%s'}".formatted(message.path("msgid").asText());
        for (var i = 0; i < 3; i++) {
            assertThat(code(client.contact("remind_groupmsg_send", body))).isZero();
        }
        assertThat(code(client.contact("remind_groupmsg_send", body))).isEqualTo(41094);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T02:00:01Z\"}");
        assertThat(code(client.contact("remind_groupmsg_send", body))).isZero();
        assertThat(code(client.contact("cancel_groupmsg_send", body))).isZero();
        assertThat(code(client.contact("cancel_groupmsg_send", body))).isEqualTo(41093);
        confirm(message);
        assertThat(client.lines("/ledger")).isEmpty();
        assertThat(code(client.contact("remind_groupmsg_send", "{}"))).isEqualTo(41046);
        assertThat(code(client.contact("get_groupmsg_task", "{'msgid':'msgNo'}")))
                .isEqualTo(41047);
    }

    @Test
    void listsMessagesOfAtMostAMonth() {
        var now = 1772416800L;
        for (var i = 0; i < 3; i++) {
            send(",'sender':'staff-01'");
        }
        var span = "'chat_type':'single','start_time':%d,'end_time':%d".formatted(now - 10, now + 10);
        var first = client.contact("get_groupmsg_list_v2", "{%s,'limit':2}".formatted(span));
        assertThat(first.path("group_msg_list")).hasSize(2);
        var rest = client.contact(
                "get_groupmsg_list_v2",
                "{%s,'limit':2,'cursor':'%s'}"
                        .formatted(span, first.path("next_cursor").asText()));
        assertThat(rest.path("group_msg_list")).hasSize(1);
        assertThat(rest.path("next_cursor").asText()).isEmpty();
        var tooLong = "{'chat_type':'single','start_time':%d,'end_time':%d}".formatted(now - 3_000_000, now);
        assertThat(code(client.contact("get_groupmsg_list_v2", tooLong))).isEqualTo(600018);
        assertThat(client.contact("get_groupmsg_list_v2", "{%s,'filter_type':1}".formatted(span))
                        .path("group_msg_list"))
                .isEmpty();
    }

    @Test
    void letsAMemberLeaveOutCustomersWhereTheMessageAllowsIt() {
        var fixed = send(",'sender':'staff-02'");
        var act = "{\"type\":\"CONFIRM\",\"msgid\":\"%s\",\"customers\":[\"wmTwo\"]}";
        var refused = client.exchange(
                "POST",
                "/simulator/corps/" + TestClient.CORP + "/actions",
                act.formatted(fixed.path("msgid").asText()));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("allow_select");

        var open = send(",'sender':'staff-02','allow_select':true");
        client.act(act.formatted(open.path("msgid").asText()));
        var results = client.contact(
                        "get_groupmsg_send_result",
                        "{'msgid':'%s','userid':'staff-02'}"
                                .formatted(open.path("msgid").asText()))
                .path("send_list");
        assertThat(results.findValuesAsText("external_userid")).containsExactly("wmOne", "wmTwo");
        assertThat(results.findValuesAsText("status")).containsExactly("0", "1");
        assertThat(results.path(0).has("send_time")).isFalse();
    }

    @Test
    void takesAHundredTagsInOneGroupOfTheFilter() {
        var tags = "'et',".repeat(100) + "'et'";
        assertThat(code(send(",'tag_filter':{'group_list':[{'tag_list':[%s]}]}".formatted(tags))))
                .isEqualTo(40068);
        var many = IntStream.range(0, 101).mapToObj(i -> "'et" + i + "'").collect(Collectors.joining(","));
        assertThat(code(send(",'tag_filter':{'group_list':[{'tag_list':[%s]}]}".formatted(many))))
                .isEqualTo(40058);
    }

    @Test
    void canBeNeitherRemindedOfNorCancelledRightAfterItWasMadeIfTheCorpIsSlow() {
        client.control("PUT", "/limits", "{\"overrides\":{\"messageDispatchSeconds\":2}}");
        var msgid = "{'msgid':'%s'}"
                .formatted(send(",'sender':'staff-02'").path("msgid").asText());
        assertThat(code(client.contact("remind_groupmsg_send", msgid))).isEqualTo(41063);
        assertThat(code(client.contact("cancel_groupmsg_send", msgid))).isEqualTo(41063);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:00:02Z\"}");
        assertThat(code(client.contact("remind_groupmsg_send", msgid))).isZero();
        assertThat(code(client.contact("cancel_groupmsg_send", msgid))).isZero();
    }
}
