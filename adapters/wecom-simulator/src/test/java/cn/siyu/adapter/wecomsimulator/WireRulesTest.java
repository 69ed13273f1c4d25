package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of the wire that hold for every endpoint, seen as raw HTTP.
class WireRulesTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp(""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getcallbackip", "get_api_domain_ip"})
    void tellsAddressesBeforeTheErrcode(String endpoint) {
        var answer = client.exchange("GET", "/cgi-bin/" + endpoint + "?access_token=" + client.token(), "");
        assertThat(answer.body()).isEqualTo("{\"ip_list\":[\"127.0.0.1\"],\"errcode\":0,\"errmsg\":\"ok\"}");
    }

    @Test
    void answersAnUnknownPathWithAnEmpty404() {
        var response = client.exchange("GET", "/cgi-bin/externalcontact/follow_user/list?access_token=x", "");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
        assertThat(client.exchange("GET", "/", "").statusCode()).isEqualTo(404);
    }

    @Test
    void givesErrorsTheirHeadersHintAndEmptyArrays() {
        var response = client.exchange("GET", "/cgi-bin/externalcontact/list?userid=staff-01", "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=UTF-8");
        assertThat(response.headers().firstValue("Server")).hasValue("nginx");
        assertThat(response.headers().firstValue("Error-Code")).hasValue("41001");
        var answer = TestClient.json(response.body());
        assertThat(response.headers().firstValue("Error-Msg"))
                .hasValue(answer.path("errmsg").asText());
        assertThat(answer.path("errmsg").asText())
                .matches("access_token missing, hint: \\[\\d{25}], from ip: 127\\.0\\.0\\.1, "
                        + "more info at https://open\\.work\\.weixin\\.qq\\.com/devtool/query\\?e=41001");
        assertThat(answer.path("external_userid").isArray()).isTrue();
        assertThat(answer.path("external_userid")).isEmpty();
    }

    @Test
    void givesASuccessNoErrorHeaders() {
        var response = client.exchange(
                "GET", "/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=" + TestClient.SECRET, "");
        assertThat(response.headers().firstValue("Error-Code")).isEmpty();
        assertThat(response.body()).startsWith("{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 41004",
        "corpid=ww9c1d0e5b7a3f2468, 41004",
        "corpsecret=x, 41002",
        "corpid=nobody&corpsecret=x, 40013",
        "corpid=ww9c1d0e5b7a3f2468&corpsecret=x, 40001",
    })
    void refusesATokenInTheOrderOfTheLiveHost(String query, int errcode) {
        assertThat(code(client.get("/cgi-bin/gettoken?" + query))).isEqualTo(errcode);
    }

    @Test
    void blocksAnAddressForAnHourAfterAHundredWrongSecrets() {
        var wrong = "/cgi-bin/gettoken?corpsecret=wrong&corpid=" + TestClient.CORP;
        for (var i = 0; i < 101; i++) {
            assertThat(code(client.get(wrong))).isEqualTo(40001);
        }
        assertThat(code(client.get(wrong))).isEqualTo(45009);
        assertThat(client.token()).isEmpty();
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T03:00:00Z\"}");
        assertThat(client.token()).isNotEmpty();
    }

    @Test
    void givesTheSameTokenWhileItIsValidAndAnotherOneAfterwards() {
        var first = client.token();
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T03:59:59Z\"}");
        assertThat(client.token()).isEqualTo(first);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T04:00:00Z\"}");
        assertThat(code(client.get("/cgi-bin/user/get?userid=staff-01&access_token=" + first)))
                .isEqualTo(42001);
        assertThat(client.token()).isNotEqualTo(first).hasSizeLessThanOrEqualTo(512);
    }

    @Test
    void checksTokenThenRightThenParameters() {
        assertThat(code(client.get("/cgi-bin/externalcontact/get"))).isEqualTo(41001);
        var bad = client.get("/cgi-bin/externalcontact/get?access_token=bad");
        assertThat(code(bad)).isEqualTo(40014);
        assertThat(bad.path("errmsg").asText()).isEqualTo("invalid access_token");
        var other = client.get("/cgi-bin/gettoken?corpsecret=secret-of-1000003&corpid=" + TestClient.CORP)
                .path("access_token")
                .asText();
        assertThat(code(client.get("/cgi-bin/externalcontact/get?access_token=" + other)))
                .isEqualTo(48002);
        assertThat(code(client.get("/cgi-bin/user/get?userid=staff-01&access_token=" + other)))
                .isZero();
        assertThat(code(client.contactGet("get", ""))).isEqualTo(41035);
    }

    @Test
    void seesNoTokenInHeaderOrBody() {
        var answer = client.post(
                "/cgi-bin/externalcontact/get_contact_way", "{\"access_token\":\"" + client.token() + "\"}");
        assertThat(code(answer)).isEqualTo(41001);
    }

    @Test
    void forgivesEmptyPairsQuotedNumbersNullsAndSingleTexts() {
        var answer = client.post(
                "/cgi-bin/externalcontact/add_contact_way?&access_token=" + client.token() + "&&debug=1",
                "{\"type\":\"1\",\"scene\":2,\"remark\":null,\"user\":\"staff-01\",\"nobodyKnows\":{}}");
        assertThat(code(answer)).isZero();
        assertThat(answer.path("errmsg").asText()).isEqualTo("Warning: wrong json format. ok");
    }

    @Test
    void takesANumberInAQueryAsItIs() {
        var answer = client.get("/cgi-bin/user/simplelist?department_id=7&access_token=" + client.token());
        assertThat(answer.path("errmsg").asText()).isEqualTo("ok");
        var forgiven = client.post(
                "/cgi-bin/externalcontact/list_contact_way?access_token=" + client.token(), "{\"limit\":\"7\"}");
        assertThat(forgiven.path("errmsg").asText()).isEqualTo("Warning: wrong json format. ok");
    }

    @Test
    void doesNotReadTheBodyOfTheWrongVerbNorOneThatIsNotJson() {
        var path = "/cgi-bin/externalcontact/add_contact_way?access_token=" + client.token();
        assertThat(code(client.get(path + "&type=1&scene=2&user=staff-01"))).isEqualTo(41037);
        assertThat(code(client.post(path, "type=1"))).isEqualTo(41037);
        assertThat(code(client.post(path, "[1]"))).isEqualTo(41037);
        assertThat(code(client.post(path, "{\"type\":{}}"))).isEqualTo(40058);
    }

    @Test
    void refusesWhatCannotBeReadAsTheTypeThatIsDocumented() {
        var path = "/cgi-bin/externalcontact/add_contact_way?access_token=" + client.token();
        for (var type : List.of("1.5", "\"one\"", "true", "99999999999999999999", "[1]")) {
            var answer = client.post(path, "{\"type\":%s,\"scene\":2,\"user\":[\"staff-01\"]}".formatted(type));
            assertThat(code(answer)).as(type).isEqualTo(40058);
        }
        assertThat(code(client.post(path, "{\"type\":1,\"scene\":2,\"user\":[[]]}")))
                .isEqualTo(40058);
        assertThat(code(client.post(path, "{\"type\":2,\"scene\":2,\"party\":[4294967303]}")))
                .isEqualTo(40058);
    }

    @Test
    void refusesABodyBeyondEightMegabytes() {
        var path = "/cgi-bin/externalcontact/mark_tag?access_token=";
        var large = "{\"userid\":\"" + "a".repeat(8 << 20) + "\"}";
        assertThat(code(client.post(path + client.token(), large))).isEqualTo(40206);
        assertThat(code(client.post(path + "bad", large))).isEqualTo(40014);
    }

    @Test
    void checksTheAddressBeforeTheRight() {
        client.exchange("DELETE", "/simulator/corps/" + TestClient.CORP, "");
        var secret = "\"secret\":\"secret-of-1000003\"";
        client.control("POST", "", TestClient.corp("").replace(secret, secret + ",\"trustedIps\":[\"10.0.0.1\"]"));
        var token = client.get("/cgi-bin/gettoken?corpsecret=secret-of-1000003&corpid=" + TestClient.CORP)
                .path("access_token")
                .asText();
        var refused = client.get("/cgi-bin/externalcontact/list?access_token=" + token);
        assertThat(code(refused)).isEqualTo(60020);
        assertThat(refused.path("external_userid").isArray()).isTrue();
    }

    @Test
    void keepsEveryTextSoThatItCanBeAnsweredAgain() {
        var made = client.contact(
                "add_corp_tag", "{'group_name':'a\\u0000b','tag':[{'name':'\\ud83d\\ude00 \\ud800 \\udc00'}]}");
        assertThat(code(made)).isZero();
        var group = client.contact("get_corp_tag_list", "{}").path("tag_group").path(0);
        assertThat(group.path("group_name").asText()).isEqualTo("a\u0000b");
        assertThat(group.path("tag").path(0).path("name").asText()).isEqualTo("😀 \uFFFD \uFFFD");
    }

    @Test
    void keepsLineBreaksOutOfItsHeaders() {
        var response = client.exchange(
                "POST",
                "/cgi-bin/externalcontact/del_corp_tag?access_token=" + client.token(),
                "{\"tag_id\":[\"高\\r\\nX-Other: 1\"]}");
        assertThat(response.headers().firstValue("Error-Code")).hasValue("40068");
        assertThat(response.headers().firstValue("X-Other")).isEmpty();
        assertThat(response.headers().firstValue("Error-Msg").orElseThrow()).startsWith("invalid tagid: ???X-Other");
    }

    @Test
    void forgivesInLenientModeAndSaysWhat() {
        client.control("PUT", "/mode", "{\"mode\":\"LENIENT\"}");
        var other = client.get("/cgi-bin/gettoken?corpsecret=secret-of-1000003&corpid=" + TestClient.CORP)
                .path("access_token")
                .asText();
        var path = "/cgi-bin/externalcontact/add_contact_way?access_token=" + other;
        var wrong = client.exchange("GET", path + "&type=1&scene=2&style=round&user=staff-01", "");
        assertThat(code(TestClient.json(wrong.body()))).isZero();
        assertThat(wrong.headers().firstValue("Simulator-Forgave")).hasValue("verb, right, style");
        client.control("PUT", "/mode", "{\"mode\":\"STRICT\"}");
        assertThat(code(client.get(path + "&type=1"))).isEqualTo(48002);
    }

    @Test
    void answersHeadAndOtherVerbsLikeACallWithoutABody() {
        var path = "/cgi-bin/externalcontact/mark_tag?access_token=" + client.token();
        assertThat(client.exchange("HEAD", path, "").headers().firstValue("Error-Code"))
                .isPresent();
        assertThat(code(TestClient.json(client.exchange("PUT", path, "{}").body())))
                .isEqualTo(40003);
    }

    @Test
    void cutsPagesByCursorsThatAreChecked() {
        client.exchange("DELETE", "/simulator/corps/" + TestClient.CORP, "");
        client.control("POST", "", TestClient.corp(",\"moreCustomers\":250"));
        List<String> seen = new ArrayList<>();
        var cursor = "";
        do {
            var page = client.contact(
                    "batch/get_by_user",
                    "{'userid_list':['staff-01','staff-02','staff-03'],'limit':100,'cursor':'%s'}".formatted(cursor));
            page.path("external_contact_list")
                    .forEach(row -> seen.add(
                            row.path("external_contact").path("external_userid").asText()));
            cursor = page.path("next_cursor").asText();
            assertThat(cursor).matches("|[A-Za-z0-9_-]{43}");
            if (!cursor.isEmpty()) {
                var misused = client.contact(
                        "batch/get_by_user", "{'userid_list':['staff-01'],'cursor':'%s'}".formatted(cursor));
                assertThat(code(misused)).isEqualTo(50100);
            }
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(250).doesNotHaveDuplicates().allMatch(id -> id.matches("wm[A-Za-z0-9_-]{30}"));
        assertThat(seen).allMatch(id -> id.startsWith(seen.getFirst().substring(0, 10)));
        var forged = client.contact(
                "batch/get_by_user", "{'userid_list':['staff-01'],'cursor':'%s'}".formatted("A".repeat(43)));
        assertThat(code(forged)).isEqualTo(50100);
        assertThat(forged.path("external_contact_list").isArray()).isTrue();
    }

    @Test
    void blocksAnApiForAMinuteWhenItIsCalledTooOften() {
        var path = "/cgi-bin/department/list?access_token=" + client.token();
        var refused = 0;
        for (var call = 0; call < 10_003; call++) {
            refused += code(client.get(path)) == 45009 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(3);
        assertThat(code(client.get("/cgi-bin/user/get?userid=staff-01&access_token=" + client.token())))
                .isZero();
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:01:00Z\"}");
        assertThat(code(client.get(path))).isZero();
        client.control("PUT", "/limits", "{\"enabled\":false}");
        assertThat(code(client.get(path))).isZero();
    }
}
