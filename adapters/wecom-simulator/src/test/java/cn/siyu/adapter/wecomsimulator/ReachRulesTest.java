package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses, lists of members, temporary chats, and what members did in a day.
class ReachRulesTest {
    static final String PEOPLE = """
            ,"customers":[{"externalUserId":"wmA","name":"老王","unionid":"oUnion","followers":[{"userid":"staff-01"}]},
                          {"externalUserId":"woB","name":"小李","followers":[{"userid":"staff-02"}]},
                          {"externalUserId":"wmAlone","name":"清风"}],
             "groups":[{"chatId":"wrGroup","owner":"staff-01","members":[
                          {"externalUserId":"wmA"},{"externalUserId":"wmAlone"}]}]""";
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final CallbackReceiver application = new CallbackReceiver(0);

    @BeforeEach
    void loadCorp() {
        load("");
    }

    @AfterEach
    void stop() {
        application.close();
        simulator.close();
    }

    private void load(String more) {
        client.exchange("DELETE", "/simulator/corps/" + TestClient.CORP, "");
        client.control(
                "POST",
                "",
                TestClient.corp(PEOPLE + more)
                        .replace(
                                "\"apps\":[",
                                "\"apps\":[{\"agentId\":0,\"secret\":\"sync\",\"customerContact\":false},"));
        client.control("PUT", "/apps/1000002/callback", application.settings());
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode base(String path, String query) {
        return client.get("/cgi-bin/" + path + "?access_token=" + client.token() + query);
    }

    private JsonNode posted(String path, String body) {
        return client.post("/cgi-bin/" + path + "?access_token=" + client.token(), body.replace('\'', '"'));
    }

    private void act(String type, String more) {
        client.act("{\"type\":\"%s\",\"customer\":\"wmA\",\"userid\":\"staff-01\"%s}".formatted(type, more));
    }

    private void step(String to) {
        client.control("POST", "/clock/steps", "{\"to\":\"" + to + "\"}");
    }

    private static long at(String time) {
        return Instant.parse(time).getEpochSecond();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_api_domain_ip", "getcallbackip"})
    void tellsItsAddresses(String path) {
        assertThat(base(path, "").path("ip_list").path(0).asText()).isEqualTo("127.0.0.1");
        var refused = client.get("/cgi-bin/" + path + "?access_token=no");
        assertThat(code(refused)).isEqualTo(40014);
        assertThat(refused.path("ip_list").isArray()).isTrue();
    }

    @Test
    void listsTheMembersOfOneDepartment() {
        var members = base("user/simplelist", "&department_id=7&fetch_child=1&status=0");
        assertThat(members.path("userlist"))
                .extracting(each -> each.path("userid").asText())
                .containsExactly("staff-01", "staff-02");
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"staff-02\"}");
        assertThat(base("user/simplelist", "&department_id=7").path("userlist")).hasSize(1);
        assertThat(code(base("user/simplelist", "&department_id=99"))).isEqualTo(60003);
        assertThat(code(base("user/simplelist", ""))).isEqualTo(40063);
    }

    @Test
    void listsEverybodysIdForTheContactSyncSecretOnly() {
        assertThat(code(posted("user/list_id", "{}"))).isEqualTo(48002);
        var token = client.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=sync")
                .path("access_token")
                .asText();
        var path = "/cgi-bin/user/list_id?access_token=" + token;
        var first = client.post(path, "{\"limit\":2}");
        assertThat(first.path("dept_user").path(0).toString()).isEqualTo("{\"userid\":\"staff-01\",\"department\":7}");
        var rest = client.post(
                path, "{\"cursor\":\"%s\"}".formatted(first.path("next_cursor").asText()));
        assertThat(rest.path("dept_user")).hasSize(3);
        assertThat(rest.path("next_cursor").asText()).isEmpty();
    }

    @Test
    void endsATemporaryChatByTimeWithItsClosingMessages() {
        var picture = client.media("image", TestFiles.png(10, 10));
        var way = client.contact(
                "add_contact_way",
                "{'type':1,'scene':2,'is_temp':true,'user':['staff-03'],'chat_expires_in':3600,'conclusions':"
                        + "{'text':{'content':'再见'},'link':{'title':'t','url':'u'},'image':{'media_id':'%s'}}}"
                                .formatted(picture));
        var read = client.contact(
                "get_contact_way",
                "{'config_id':'%s'}".formatted(way.path("config_id").asText()));
        assertThat(read.path("contact_way").path("conclusions").path("image").toString())
                .isEqualTo("{\"pic_url\":\"https://wework.qpic.cn/wwpic/%s/0\"}".formatted(picture));
        var scan = "{\"type\":\"SCAN\",\"qrCode\":\"%s\"}"
                .formatted(way.path("qr_code").asText());
        var customer = client.act(scan).path("externalUserId").asText();
        assertThat(client.act(scan).path("outcome").asText()).isEqualTo("NOBODY");
        step("2026-03-02T02:59:00Z");
        assertThat(client.lines("/ledger")).isEmpty();
        step("2026-03-02T03:00:00Z");
        assertThat(client.lines("/ledger"))
                .extracting(line -> line.path("kind").asText()
                        + line.path("text").asText()
                        + line.path("attachments").asInt())
                .containsExactly("CONCLUSION再见0", "CONCLUSION1");
        assertThat(client.act("{\"type\":\"REPLY\",\"customer\":\"%s\",\"userid\":\"staff-03\"}".formatted(customer))
                        .path("changed")
                        .asBoolean())
                .isFalse();
        assertThat(code(client.contact(
                        "close_temp_chat", "{'userid':'staff-03','external_userid':'%s'}".formatted(customer))))
                .isEqualTo(84061);
    }

    @Test
    void closesATemporaryChatOnceAndOnlyALiveOne() {
        var way = client.contact(
                "add_contact_way",
                "{'type':1,'scene':2,'is_temp':true,'user':['staff-03'],'conclusions':{'text':{'content':'再见'}}}");
        var customer = client.act("{\"type\":\"SCAN\",\"qrCode\":\"%s\"}"
                        .formatted(way.path("qr_code").asText()))
                .path("externalUserId")
                .asText();
        var body = "{'userid':'staff-03','external_userid':'%s'}".formatted(customer);
        assertThat(code(client.contact("close_temp_chat", body))).isZero();
        assertThat(code(client.contact("close_temp_chat", body))).isEqualTo(84061);
        assertThat(code(client.contact("close_temp_chat", "{'userid':'staff-01','external_userid':'wmA'}")))
                .isEqualTo(84061);
        step("2026-03-04T03:00:00Z");
        assertThat(client.lines("/ledger")).hasSize(1);
    }

    @Test
    void keepsATemporaryWayForThePersonItIsFor() {
        var way = client.contact(
                "add_contact_way", "{'type':1,'scene':2,'is_temp':true,'user':['staff-03'],'unionid':'oUnion'}");
        var scan = "{\"type\":\"SCAN\",\"qrCode\":\"%s\"%s}";
        var code = way.path("qr_code").asText();
        assertThat(client.act(scan.formatted(code, "")).path("outcome").asText())
                .isEqualTo("NOBODY");
        assertThat(client.act(scan.formatted(code, ",\"customer\":\"wmA\""))
                        .path("outcome")
                        .asText())
                .isEqualTo("ADDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'text':{'content':'%s'} | 4001",
                "'link':{'title':'%s'} | 129",
                "'link':{'desc':'%s'} | 513",
                "'miniprogram':{'title':'%s'} | 65",
            })
    void checksAClosingMessage(String part, int bytes) {
        var body = "{'type':1,'scene':2,'is_temp':true,'user':['staff-03'],'conclusions':{%s}}";
        assertThat(code(client.contact("add_contact_way", body.formatted(part.formatted("x".repeat(bytes))))))
                .isEqualTo(40058);
        assertThat(code(client.contact("add_contact_way", body.formatted(part.formatted("x".repeat(bytes - 1))))))
                .isZero();
    }

    @Test
    void allowsSoManyTemporaryWaysADay() {
        load(",\"limitOverrides\":{\"temporaryWaysPerDay\":1}");
        var body = "{'type':1,'scene':2,'is_temp':true,'user':['staff-03']}";
        assertThat(code(client.contact("add_contact_way", body))).isZero();
        assertThat(code(client.contact("add_contact_way", body))).isEqualTo(41045);
        step("2026-03-02T16:00:00Z");
        assertThat(code(client.contact("add_contact_way", body))).isZero();
    }

    @Test
    void tellsOfACustomerWhoAgreesToArchiving() {
        act("AGREE_ARCHIVE", "");
        assertThat(application.events()).singleElement().satisfies(xml -> {
            assertThat(element(xml, "ChangeType")).isEqualTo("msg_audit_approved");
            assertThat(xml).doesNotContain("WelcomeCode");
        });
        var added = client.act("{\"type\":\"ADD\",\"userid\":\"staff-01\"}");
        client.act("{\"type\":\"AGREE_ARCHIVE\",\"customer\":\"%s\",\"userid\":\"staff-01\"}"
                .formatted(added.path("externalUserId").asText()));
        assertThat(element(application.events().getLast(), "WelcomeCode"))
                .isEqualTo(added.path("welcomeCode").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get_external_contact | external_userid=wmA",
                "get_external_contact_list | userid=staff-01",
                "get_customer_contacts | x=1",
            })
    void answersTheOlderNamesOfReadingCalls(String older, String query) {
        assertThat(code(base("crm/" + older, "&" + query))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add_contact_way",
                "get_contact_way",
                "update_contact_way",
                "del_contact_way",
                "list_contact_way",
                "add_msg_template",
                "get_user_behavior_data",
                "get_unassigned_list",
                "transfer_external_contact"
            })
    void answersTheOlderNamesOfOtherCalls(String older) {
        assertThat(client.exchange("POST", "/cgi-bin/crm/" + older, "{}").statusCode())
                .isEqualTo(200);
    }

    private JsonNode behavior(String whom, String from, String to) {
        return client.contact(
                "get_user_behavior_data", "{%s,'start_time':%d,'end_time':%d}".formatted(whom, at(from), at(to)));
    }

    @Test
    void countsWhatMembersReallyDid() {
        act("REPLY", ",\"count\":3");
        step("2026-03-02T02:06:00Z");
        act("MEMBER_WRITES", ",\"count\":2");
        step("2026-03-02T02:30:00Z");
        act("MEMBER_WRITES", "");
        client.act("{\"type\":\"REPLY\",\"customer\":\"woB\",\"userid\":\"staff-02\"}");
        client.act("{\"type\":\"ADD\",\"userid\":\"staff-02\",\"byMember\":true}");
        client.act("{\"type\":\"ADD\",\"userid\":\"staff-02\",\"byMember\":true,\"waits\":true}");
        step("2026-03-02T16:00:00Z");
        act("MEMBER_WRITES", "");
        act("CUSTOMER_DELETES", "");

        var first = behavior("'userid':['staff-01']", "2026-03-02T02:00:00Z", "2026-03-03T02:00:00Z")
                .path("behavior_data");
        assertThat(first).hasSize(2);
        assertThat(first.path(0).toString())
                .isEqualTo(
                        "{\"stat_time\":%d,\"chat_cnt\":1,\"message_cnt\":3,\"reply_percentage\":100.0,"
                                        .formatted(at("2026-03-01T16:00:00Z"))
                                + "\"avg_reply_time\":6,\"negative_feedback_cnt\":0,\"new_apply_cnt\":0,\"new_contact_cnt\":0}");
        assertThat(first.path(1).toString())
                .isEqualTo("{\"stat_time\":%d,\"chat_cnt\":1,\"message_cnt\":1,".formatted(at("2026-03-02T16:00:00Z"))
                        + "\"negative_feedback_cnt\":1,\"new_apply_cnt\":0,\"new_contact_cnt\":0}");

        var both = behavior("'partyid':[7]", "2026-03-02T02:00:00Z", "2026-03-02T02:00:00Z")
                .path("behavior_data")
                .path(0);
        assertThat(both.path("reply_percentage").asDouble()).isEqualTo(50.0);
        assertThat(both.path("new_apply_cnt").asInt()).isEqualTo(2);
        assertThat(both.path("new_contact_cnt").asInt()).isEqualTo(1);
        assertThat(both.path("chat_cnt").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'userid':[] | 2026-03-02T02:00:00Z | 2026-03-02T02:00:00Z | 40063",
                "'userid':['nobody'] | 2026-03-02T02:00:00Z | 2026-03-02T02:00:00Z | 40003",
                "'partyid':[99] | 2026-03-02T02:00:00Z | 2026-03-02T02:00:00Z | 60123",
                "'userid':['staff-01'] | 2026-03-02T02:00:00Z | 2026-03-01T02:00:00Z | 600018",
                "'userid':['staff-01'] | 2026-01-31T02:00:00Z | 2026-03-02T02:00:00Z | 600018",
                "'userid':['staff-01'] | 2026-02-01T02:00:00Z | 2026-03-02T02:00:00Z | 0",
                "'userid':['staff-01'] | 2025-09-02T02:00:00Z | 2025-09-02T02:00:00Z | 600018",
                "'userid':['staff-01'] | 2025-09-03T02:00:00Z | 2025-09-03T02:00:00Z | 0",
            })
    void checksAQuestionAboutMembers(String whom, String from, String to, int errcode) {
        assertThat(code(behavior(whom, from, to))).isEqualTo(errcode);
    }
}
