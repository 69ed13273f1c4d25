package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The faults of a bad day, each as a client meets it.
class FaultsTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp(",\"moreCustomers\":250"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void fault(String body) {
        assertThat(client.exchange("POST", "/simulator/faults", body.replace('\'', '"'))
                        .statusCode())
                .isEqualTo(201);
    }

    private void at(String time) {
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-" + time + "Z\"}");
    }

    private JsonNode departments() {
        return client.get("/cgi-bin/department/list?access_token=" + client.token());
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode send(String text) {
        return client.contact("add_msg_template", "{'sender':'staff-01','text':{'content':'%s'}}".formatted(text));
    }

    private long messages() {
        return client.control("GET", "", "").path("massMessages").asLong();
    }

    @Test
    void blocksAnApiForAMinute() {
        fault("{'path':'department/list','kind':'BLOCK','count':1}");
        assertThat(code(departments())).isEqualTo(45009);
        at("02T02:00:59");
        assertThat(code(departments())).isEqualTo(45009);
        assertThat(code(client.contact("get_corp_tag_list", "{}"))).isZero();
        at("02T02:01:00");
        assertThat(code(departments())).isZero();
    }

    @Test
    void answersAnyErrcodeWithItsUsualTextAndEmptyArrays() {
        fault("{'path':'department/list','kind':'ERRCODE','errcode':45033}");
        var answer = departments();
        assertThat(answer.path("errmsg").asText()).startsWith("api concurrent out of limit, hint: [");
        assertThat(answer.path("department").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isBusyWithAndWithoutEffect(boolean effect) {
        fault("{'path':'add_msg_template','kind':'ERRCODE','afterWork':%s}".formatted(effect));
        assertThat(code(send("a"))).isEqualTo(-1);
        assertThat(messages()).isEqualTo(effect ? 1 : 0);
    }

    @Test
    void endsTheConnectionBehindTheHeaders() {
        fault("{'path':'add_msg_template','kind':'RESET_AFTER_HEADERS'}");
        assertThatThrownBy(() -> send("a"));
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void takesATokenBackInTheMiddleOfABatch() {
        fault("{'path':'add_msg_template','kind':'VOID_TOKEN','skip':1,'count':1}");
        var token = client.token();
        assertThat(code(send("a"))).isZero();
        assertThat(code(send("b"))).isEqualTo(40014);
        assertThat(code(client.get("/cgi-bin/department/list?access_token=" + token)))
                .isEqualTo(40014);
        assertThat(code(send("c"))).isZero();
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void showsRowsLate() {
        fault("{'path':'get_groupmsg_list_v2','kind':'LATE_ROWS','seconds':600,'seed':5}");
        send("a");
        var list = "{'chat_type':'single','start_time':1772416000,'end_time':1772430000}";
        assertThat(client.contact("get_groupmsg_list_v2", list).path("group_msg_list"))
                .isEmpty();
        at("02T02:10:01");
        assertThat(client.contact("get_groupmsg_list_v2", list).path("group_msg_list"))
                .hasSize(1);
    }

    @Test
    void repeatsARowOverThePageBorder() {
        fault("{'path':'batch/get_by_user','kind':'DUPLICATE_ROWS'}");
        List<String> seen = new ArrayList<>();
        var cursor = "";
        do {
            var page = client.contact(
                    "batch/get_by_user",
                    "{'userid_list':['staff-01','staff-02','staff-03'],'limit':100,'cursor':'%s'}".formatted(cursor));
            page.path("external_contact_list")
                    .forEach(row ->
                            seen.add(row.at("/external_contact/external_userid").asText()));
            cursor = page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(252);
        assertThat(seen.stream().distinct()).hasSize(250);
        assertThat(seen.get(100)).isEqualTo(seen.get(99));
    }

    @Test
    void sleepsOutsideItsTimes() {
        fault("{'path':'department/list','kind':'ERRCODE','errcode':-1,"
                + "'from':'2026-03-02T03:00:00Z','until':'2026-03-02T04:00:00Z'}");
        assertThat(code(departments())).isZero();
        at("02T03:00:00");
        assertThat(code(departments())).isEqualTo(-1);
        at("02T04:00:00");
        assertThat(code(departments())).isZero();
    }

    @Test
    void followsItsSeed() {
        var first = sequence(11);
        assertThat(sequence(11)).isEqualTo(first).contains(0).contains(-1);
        assertThat(sequence(12)).isNotEqualTo(first);
    }

    private List<Integer> sequence(int seed) {
        client.exchange("DELETE", "/simulator/faults", "");
        fault("{'path':'department/list','kind':'ERRCODE','rate':0.3,'seed':%d}".formatted(seed));
        var codes = new ArrayList<Integer>();
        for (var i = 0; i < 40; i++) {
            codes.add(code(departments()));
        }
        return codes;
    }

    @Test
    void losesDoublesDelaysAndShiftsCallbacks() {
        try (var application = new CallbackReceiver(0)) {
            client.control("PUT", "/apps/1000002/callback", application.settings());
            for (var fault : List.of(
                    "{'path':'create','kind':'CALLBACK_LOST','count':1}",
                    "{'path':'change_external_tag','kind':'CALLBACK_TWICE','count':1}",
                    "{'path':'change_external_tag','kind':'CALLBACK_LATE','count':1}",
                    "{'path':'change_external_tag','kind':'CALLBACK_FROM_THE_FUTURE','count':1}",
                    "{'path':'change_external_tag','kind':'CALLBACK_REORDERED','seconds':30,'count':1}")) {
                fault(fault);
            }
            client.act("{\"type\":\"CREATE_TAG\",\"group\":\"g\",\"name\":\"one\"}"); // group lost, tag twice
            client.act("{\"type\":\"CREATE_TAG\",\"group\":\"g\",\"name\":\"two\"}"); // a day late
            client.act("{\"type\":\"CREATE_TAG\",\"group\":\"g\",\"name\":\"three\"}"); // from the future
            client.act("{\"type\":\"CREATE_TAG\",\"group\":\"g\",\"name\":\"four\"}"); // overtaken
            client.act("{\"type\":\"CREATE_TAG\",\"group\":\"g\",\"name\":\"five\"}");
            assertThat(times(application)).containsExactly(1772416800L, 1772416800L, 1772420400L, 1772416800L);
            assertThat(client.lines("/undelivered")).hasSize(2);
            at("02T02:00:31");
            assertThat(application.events()).hasSize(5);
            at("03T01:59:59");
            assertThat(application.events()).hasSize(5);
            at("03T02:00:00");
            assertThat(times(application)).hasSize(6).endsWith(1772416800L, 1772416800L);
            assertThat(client.lines("/undelivered")).isEmpty();
        }
    }

    private static List<Long> times(CallbackReceiver application) {
        return application.events().stream()
                .map(xml -> Long.parseLong(element(xml, "CreateTime")))
                .toList();
    }

    @Test
    void keepsAMemberFromConfirming() {
        client.control("PUT", "/behaviour", "{\"seed\":1,\"staff\":{\"confirm\":1,\"meanDelayMinutes\":30}}");
        fault("{'path':'staff-01','kind':'NEVER_CONFIRMS'}");
        client.contact("add_msg_template", "{'sender':'staff-01','text':{'content':'a'}}");
        client.contact("add_msg_template", "{'sender':'staff-02','text':{'content':'a'}}");
        at("04T02:00:00");
        assertThat(client.lines("/ledger"))
                .isNotEmpty()
                .allSatisfy(
                        delivery -> assertThat(delivery.path("userid").asText()).isEqualTo("staff-02"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'ERRCODE','rate':1.5}",
                "{'kind':'ERRCODE','count':0}",
                "{'kind':'ERRCODE','errcode':0}",
                "{'kind':'DELAY','delayMillis':-1}",
                "{'kind':'DELAY','from':'2026-03-02T03:00:00Z','until':'2026-03-02T03:00:00Z'}",
                "{'kind':'EARTHQUAKE'}",
                "{'kind':'DELAY','colour':1}",
            })
    void refusesARuleThatMakesNoSense(String body) {
        var response = client.exchange("POST", "/simulator/faults", body.replace('\'', '"'));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(client.get("/simulator/faults").path("faults")).isEmpty();
    }
}
