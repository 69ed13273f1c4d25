package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What customers are called, and by whom: ids of openids, of service providers, of meetings, and
/// of each traversal.
class CustomerIdsTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        load("");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void load(String more) {
        client.exchange("DELETE", "/simulator/corps/" + TestClient.CORP, "");
        client.control("POST", "", TestClient.corp(ReachRulesTest.PEOPLE + more));
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode posted(String path, String body) {
        return client.post("/cgi-bin/" + path + "?access_token=" + client.token(), body.replace('\'', '"'));
    }

    private void step(String to) {
        client.control("POST", "/clock/steps", "{\"to\":\"" + to + "\"}");
    }

    @Test
    void listsWhoIsServedUnderIdsThatChangeWithEachTraversal() {
        var all = client.contact("contact_list", "{}");
        assertThat(all.path("info_list"))
                .extracting(row -> row.path("is_customer").asBoolean() + " "
                        + row.path("external_userid").asText("-") + " "
                        + row.path("name").asText("-") + " "
                        + row.path("follow_userid").asText() + " "
                        + row.path("chat_id").asText("-"))
                .containsExactly(
                        "true wmA - staff-01 -",
                        "true woB - staff-02 -",
                        "true wmA - staff-01 wrGroup",
                        "false - **风 staff-01 wrGroup");
        var ids = all.path("info_list").findValuesAsText("tmp_openid");
        assertThat(ids.get(0)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(1));
        assertThat(client.contact("contact_list", "{}").path("info_list").findValuesAsText("tmp_openid"))
                .doesNotContainAnyElementsOf(ids);

        List<JsonNode> paged = new ArrayList<>();
        var cursor = "";
        do {
            var page = client.contact("contact_list", "{'limit':1,'cursor':'%s'}".formatted(cursor));
            page.path("info_list").forEach(paged::add);
            cursor = page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(paged).hasSize(4);
        assertThat(paged.get(0).path("tmp_openid")).isEqualTo(paged.get(2).path("tmp_openid"));
        var kept = client.contact("contact_list", "{'limit':1}")
                .path("next_cursor")
                .asText();
        step("2026-03-02T06:00:01Z");
        assertThat(code(client.contact("contact_list", "{'limit':1,'cursor':'%s'}".formatted(kept))))
                .isEqualTo(50100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "convert_to_openid | {'external_userid':'woB'} | 41056",
                "convert_to_openid | {} | 41035",
                "convert_to_openid | {'external_userid':'wmNo'} | 40096",
                "unionid_to_external_userid | {'unionid':'oNo'} | 610014",
                "unionid_to_external_userid | {'unionid':'oUnion','openid':'oOther'} | 610018",
                "to_service_external_userid | {'external_userid':'wmNo'} | 40096",
                "from_service_external_userid | {'external_userid':'wmNo','source_agentid':1} | 40096",
                "from_service_external_userid | {'external_userid':'wmNo'} | 40063",
                "from_service_external_userid | {'source_agentid':1} | 41035",
                "get_new_external_userid | {} | 41035",
                "finish_external_userid_migration | {'corpid':'no'} | 40013",
            })
    void checksIds(String endpoint, String body, int errcode) {
        assertThat(code(client.contact(endpoint, body))).isEqualTo(errcode);
    }

    @Test
    void knowsACustomerByItsOtherIds() {
        var openid = client.contact("convert_to_openid", "{'external_userid':'wmA'}")
                .path("openid")
                .asText();
        assertThat(openid).startsWith("o").hasSize(28);
        assertThat(client.contact("unionid_to_external_userid", "{'unionid':'oUnion','openid':'%s'}".formatted(openid))
                        .path("external_userid")
                        .asText())
                .isEqualTo("wmA");
        var theirs = client.contact("to_service_external_userid", "{'external_userid':'woB'}")
                .path("external_userid")
                .asText();
        assertThat(theirs).startsWith("wo").isNotEqualTo("woB");
        assertThat(client.contact(
                                "from_service_external_userid",
                                "{'external_userid':'%s','source_agentid':1000002}".formatted(theirs))
                        .path("external_userid")
                        .asText())
                .isEqualTo("woB");
        var items = client.contact("get_new_external_userid", "{'external_userid_list':['woB','wmNo']}");
        assertThat(items.path("items"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.path("new_external_userid").asText()).isEqualTo(theirs));
        assertThat(posted(
                                "service/externalcontact/unionid_to_external_userid_3rd",
                                "{'unionid':'oUnion','openid':'%s'}".formatted(openid))
                        .path("external_userid_info")
                        .path(0)
                        .path("corpid")
                        .asText())
                .isEqualTo(TestClient.CORP);
    }

    @Test
    void showsNoUnionidWithoutADeveloperIdAndConvertsNoneForAnUnverifiedCorp() {
        load(",\"verified\":false");
        var body = "{'unionid':'oUnion'}";
        var provider = "/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd?access_token=";
        assertThat(code(client.contact("unionid_to_external_userid", body))).isEqualTo(610016);
        assertThat(code(client.post(provider + client.token(), "{}"))).isEqualTo(610016);
        load(",\"developer\":false");
        assertThat(code(client.contact("unionid_to_external_userid", body))).isEqualTo(41057);
        assertThat(code(client.post(provider + client.token(), "{}"))).isEqualTo(41057);
        assertThat(client.contactGet("get", "&external_userid=wmA")
                        .path("external_contact")
                        .has("unionid"))
                .isFalse();
    }

    @Test
    void convertsTemporaryIdsOfMeetingsFormsAndDocuments() {
        var id = client.act("{\"type\":\"TEMPORARY_ID\",\"customer\":\"wmA\",\"businessType\":2}")
                .path("tmpExternalUserId")
                .asText();
        var path = "idconvert/convert_tmp_external_userid";
        var body = "{'business_type':%d,'user_type':%d,'tmp_external_userid_list':['%s','no']}";
        var found = posted(path, body.formatted(2, 1, id));
        assertThat(found.path("results").toString())
                .isEqualTo("[{\"tmp_external_userid\":\"%s\",\"external_userid\":\"wmA\"}]".formatted(id));
        assertThat(found.path("invalid_tmp_external_userid_list").toString()).isEqualTo("[\"no\"]");
        assertThat(posted(path, body.formatted(1, 1, id)).path("results")).isEmpty();
        assertThat(posted(path, body.formatted(2, 2, id)).path("results")).isEmpty();
        assertThat(code(posted(path, body.formatted(4, 1, id)))).isEqualTo(40058);
        assertThat(code(posted(path, body.formatted(1, 5, id)))).isEqualTo(40058);
        assertThat(code(posted(path, "{'business_type':1,'user_type':1}"))).isEqualTo(40063);
        var many = IntStream.range(0, 101).mapToObj(i -> "'t" + i + "'").toList();
        assertThat(code(posted(
                        path, "{'business_type':1,'user_type':1,'tmp_external_userid_list':%s}".formatted(many))))
                .isEqualTo(40032);
    }
}
