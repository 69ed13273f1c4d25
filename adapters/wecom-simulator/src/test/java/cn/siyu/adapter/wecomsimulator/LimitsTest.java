package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The platform's limits: read from the data file, changed for one corp, enforced with the
/// platform's blocking times.
class LimitsTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp(",\"moreCustomers\":6"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void override(String limits) {
        client.control("PUT", "/limits", ("{'overrides':{" + limits + "}}").replace('\'', '"'));
    }

    private void at(String time) {
        client.control("POST", "/clock/steps", "{\"to\":\"" + time + "\"}");
    }

    private int departments() {
        return departments(client.token());
    }

    private int departments(String token) {
        return client.get("/cgi-bin/department/list?access_token=" + token)
                .path("errcode")
                .asInt();
    }

    /// How many calls pass before one is refused.
    private int passing(String token) {
        for (var calls = 0; calls < 50; calls++) {
            if (departments(token) == 45009) {
                return calls;
            }
        }
        return 50;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'callsPerMinute':3 | 2026-03-02T02:00:59Z | 2026-03-02T02:01:00Z",
                "'callsPerHour':3 | 2026-03-02T02:59:59Z | 2026-03-02T03:00:00Z",
                "'callsPerMinuteByAddress':3 | 2026-03-02T02:00:59Z | 2026-03-02T02:01:00Z",
                "'callsPerHourByAddress':3 | 2026-03-02T02:59:59Z | 2026-03-02T03:00:00Z",
                "'apiQuotas':{'/cgi-bin/department/list':{'perDay':3}} | 2026-03-02T15:59:59Z | 2026-03-02T16:00:00Z",
                "'apiQuotas':{'/cgi-bin/department/list':{'perMonth':3}} | 2026-04-01T01:59:59Z | 2026-04-01T02:00:00Z",
            })
    void blocksForAsLongAsTheWindowThatWasExceeded(String limit, String lastBlocked, String free) {
        override(limit + ",'tokenSeconds':8000000");
        var token = client.token();
        assertThat(passing(token)).isEqualTo(3);
        at(lastBlocked);
        override(limit + ",'tokenSeconds':8000000,'callsPerMinuteByAddress':1000");
        assertThat(departments(token)).isEqualTo(45009);
        at(free);
        assertThat(departments(token)).isZero();
    }

    @Test
    void countsTokensLikeAnyOtherCall() {
        override("'apiQuotas':{'/cgi-bin/gettoken':{'perMinute':2}}");
        assertThat(client.token()).isNotEmpty();
        assertThat(client.token()).isNotEmpty();
        var refused = client.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=" + TestClient.SECRET);
        assertThat(refused.path("errcode").asInt()).isEqualTo(45009);
    }

    @Test
    void refusesCallsThatAreTooManyAtATime() {
        override("'concurrentCalls':1");
        var path = "/cgi-bin/department/list?access_token=" + client.token();
        var first = held("department/list", () -> client.get(path));
        assertThat(client.get(path).path("errcode").asInt()).isEqualTo(45033);
        assertThat(client.get("/cgi-bin/user/get?userid=staff-01&access_token=" + client.token())
                        .path("errcode")
                        .asInt())
                .isZero();
        assertThat(first.join().path("errcode").asInt()).isZero();
        assertThat(client.get(path).path("errcode").asInt()).isZero();
    }

    @Test
    void letsOneWriterAtATimeTagACustomer() {
        var customers = client.lines("/customers").stream()
                .filter(row ->
                        row.path("followers").path(0).path("userid").asText().equals("staff-01"))
                .map(row -> row.path("externalUserId").asText())
                .toList();
        var tag = client.act("{\"type\":\"CREATE_TAG\",\"group\":\"意向\",\"name\":\"高\"}")
                .path("tag")
                .asText();
        var first = held("mark_tag", () -> mark(customers.getFirst(), tag));
        assertThat(mark(customers.getFirst(), tag).path("errcode").asInt()).isEqualTo(45035);
        assertThat(mark(customers.getLast(), tag).path("errcode").asInt()).isZero();
        assertThat(first.join().path("errcode").asInt()).isZero();
        assertThat(mark(customers.getFirst(), tag).path("errcode").asInt()).isZero();
    }

    private JsonNode mark(String customer, String tag) {
        return client.contact(
                "mark_tag", "{'userid':'staff-01','external_userid':'%s','add_tag':['%s']}".formatted(customer, tag));
    }

    /// A call that is at work already and stays so for a while.
    private CompletableFuture<JsonNode> held(String path, java.util.function.Supplier<JsonNode> call) {
        client.exchange(
                "POST",
                "/simulator/faults",
                "{\"path\":\"%s\",\"kind\":\"DELAY\",\"delayMillis\":2000,\"count\":1}".formatted(path));
        var held = CompletableFuture.supplyAsync(call);
        while (client.get("/simulator/faults")
                        .path("faults")
                        .path(0)
                        .path("bitten")
                        .asInt()
                == 0) {
            Thread.onSpinWait();
        }
        return held;
    }

    @Test
    void givesTokensTheLifeThatIsSet() {
        override("'tokenSeconds':60");
        var answer = client.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=" + TestClient.SECRET);
        assertThat(answer.path("expires_in").asInt()).isEqualTo(60);
        at("2026-03-02T02:01:00Z");
        assertThat(client.get("/cgi-bin/department/list?access_token="
                                + answer.path("access_token").asText())
                        .path("errcode")
                        .asInt())
                .isEqualTo(42001);
    }

    @Test
    void takesAnyLimitFromTheCorp() {
        override("'requestBytes':30,'tagsPerCorp':0");
        var small = client.contact("add_corp_tag", "{'group_name':'a','tag':[{'name':'b'}]}");
        assertThat(small.path("errcode").asInt()).isEqualTo(40206);
        override("'tagsPerCorp':0");
        assertThat(client.contact("add_corp_tag", "{'group_name':'a','tag':[{'name':'b'}]}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(40126);
        client.control("PUT", "/limits", "{\"enabled\":false}");
        assertThat(client.contact("add_corp_tag", "{'group_name':'a','tag':[{'name':'b'}]}")
                        .path("errcode")
                        .asInt())
                .isZero();
        var limits = client.control("GET", "/limits", "");
        assertThat(limits.path("enabled").asBoolean()).isFalse();
        assertThat(limits.at("/overrides/tagsPerCorp").asInt(-1)).isZero();
        assertThat(limits.at("/inForce/callsPerMinute").asInt()).isEqualTo(10_000);
    }

    @Test
    void refusesALimitItDoesNotKnow() {
        var response = client.exchange(
                "PUT", "/simulator/corps/" + TestClient.CORP + "/limits", "{\"overrides\":{\"callsPerFortnight\":1}}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("callsPerFortnight").contains("callsPerMinute");
    }

    @Test
    void trustsOnlyTheAddressesOfTheApp() {
        var before = client.token();
        client.control("PATCH", "/apps/1000002", "{\"trustedIps\":[\"10.0.0.1\"]}");
        assertThat(client.token()).isEqualTo(before);
        assertThat(departments()).isEqualTo(60020);
        client.control("PATCH", "/apps/1000002", "{\"trustedIps\":[],\"customerContact\":false}");
        assertThat(departments()).isZero();
        assertThat(client.contactGet("list", "&userid=staff-01").path("errcode").asInt())
                .isEqualTo(48002);
    }

    @Test
    void letsOneWriterAtATimeHandCustomersToAMember() {
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"staff-03\"}");
        var body = "{'handover_userid':'staff-03','takeover_userid':'staff-02','external_userid':['wmNo']}";
        var first = held("resigned/transfer_customer", () -> client.contact("resigned/transfer_customer", body));
        var second = client.contact("resigned/transfer_customer", body);
        assertThat(second.path("errcode").asInt()).isEqualTo(45035);
        assertThat(first.join().path("errcode").asInt()).isZero();
    }

    @Test
    void addsNobodyBeyondTheScaleThatTheCorpHasBought() {
        override("'externalContacts':7");
        var scan = "{\"type\":\"ADD\",\"userid\":\"staff-01\"}";
        var seventh = client.act(scan);
        assertThat(seventh.path("outcome").asText()).isEqualTo("ADDED");
        assertThat(client.act(scan).path("outcome").asText()).isEqualTo("NOBODY");
        var group = client.act("{\"type\":\"CREATE_GROUP\",\"userid\":\"staff-01\"}")
                .path("chatId")
                .asText();
        var join = "{\"type\":\"JOIN_GROUP\",\"chatId\":\"%s\"".formatted(group);
        assertThat(client.act(join + "}").path("outcome").asText()).isEqualTo("FULL");
        assertThat(client.act(join
                                + ",\"customer\":\"%s\"}"
                                        .formatted(
                                                seventh.path("externalUserId").asText()))
                        .path("outcome")
                        .asText())
                .isEqualTo("JOINED");
        override("");
        assertThat(client.act(scan).path("outcome").asText()).isEqualTo("ADDED");
    }
}
