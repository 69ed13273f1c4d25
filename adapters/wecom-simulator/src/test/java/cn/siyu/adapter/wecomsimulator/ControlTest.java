package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The control API: what it refuses, and the faults it injects.
class ControlTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp(",\"moreCustomers\":9"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> refused(String method, String path, String body) {
        return client.exchange(method, "/simulator" + path.replace("CORP", TestClient.CORP), body.replace('\'', '"'));
    }

    private void fault(String body) {
        assertThat(refused("POST", "/faults", body).statusCode()).isEqualTo(201);
    }

    private String sendPath() {
        return "/cgi-bin/externalcontact/add_msg_template?access_token=" + client.token();
    }

    private long messages() {
        return client.control("GET", "", "").path("massMessages").asLong();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POST | /corps | {'corpId':'a','colour':1,'apps':[{'secret':'s'}]} | 400 | unknown field 'colour'",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s','size':1}]} | 400 | at /apps/0/size",
                "POST | /corps | {'corpId':'../a','apps':[{'secret':'s'}]} | 400 | letters, digits",
                "POST | /corps | {'corpId':'a'} | 400 | at least one app",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'moreCustomers':1} | 400 | customer-contact",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'clock':{'now':'today'}} | 400 | instant in UTC",
                "POST | /corps | {'corpId':'ww9c1d0e5b7a3f2468','apps':[{'secret':'s'}]} | 409 | already",
                "POST | /corps | { | 400 | not JSON",
                "POST | /corps | | 400 | JSON body",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'departments':[{'id':2,'parentId':3},{'id':3,'parentId':2}]} | 400 | lies below itself",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'departments':[{'id':2,'parentId':9}]} | 400 | there is no department 9",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'departments':[{}]} | 400 | an id must be 1 or above",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'departments':[{'id':2},{'id':2}]} | 400 | two departments 2",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s','callback':{'url':'http://localhost/','token':'t','aesKey':'!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!'}}]} | 400 | aesKey must be 43 letters and digits",
                "PUT | /corps/CORP/apps/1000002/callback | {'url':'nourl','token':'t','aesKey':'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG','verify':false} | 400 | url must be an http or https address",
                "PUT | /corps/CORP/apps/1000002/callback | {'url':'http://localhost/','token':'','aesKey':'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG','verify':false} | 400 | token must not be empty",
                "POST | /corps | {'corpId':'a','apps':[{'agentId':1,'secret':'s'},{'agentId':1,'secret':'t'}]} | 400 | agentId 1 is there twice",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'staff':[{'userid':'a'},{'userid':'A'}]} | 400 | userid a is there twice",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'staff':[{'userid':'a','departments':[9]}]} | 400 | department 9, which there is not",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'staff':[{'userid':'a','status':77}]} | 400 | status of a must be",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'customers':[{'externalUserId':'wmA'},{'externalUserId':'wmA'}]} | 400 | wmA is there twice",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'customers':[{'externalUserId':'x!'}]} | 400 | letters, digits",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'moreCustomers':-5} | 400 | moreCustomers must be",
                "POST | /corps | {'corpId':'a','apps':[{'secret':'s'}],'behaviour':{'staff':{'confirm':5}}} | 400 | confirm must be between 0 and 1",
                "PATCH | /corps/CORP/apps/1000002 | {'secret':''} | 400 | secret must be",
                "PATCH | /corps/CORP/apps/1000002 | {'secret':'secret-of-1000003'} | 400 | another app",
                "PUT | /corps/CORP/limits | {'overrides':{'media':null}} | 400 | media must be a whole number",
                "PUT | /corps/CORP/limits | {'overrides':{'media':{'image':null}}} | 400 | media.image must be a whole number",
                "PUT | /corps/CORP/limits | {'overrides':{'callsPerMinute':-1}} | 400 | callsPerMinute must not be below 0",
                "PUT | /corps/CORP/limits | {'overrides':{'tokenSeconds':1.5}} | 400 | tokenSeconds must be a whole number",
                "PUT | /corps/CORP/behaviour | {'customers':{'refund':-1}} | 400 | refund must be between 0 and 1",
                "POST | /corps/CORP/actions | {'type':'CREATE_TAG'} | 400 | group must be",
                "POST | /corps/CORP/actions | {'type':'CREATE_TAG','group':'g'} | 400 | name must be",
                "POST | /corps/CORP/actions | {'type':'RENAME_TAG','tag':'x'} | 400 | name must be",
                "POST | /corps/CORP/actions | {'type':'GRANT_LINK_USES','uses':2147483647,'expiresAt':'2027-01-01T00:00:00Z'} | 400 | uses must be",
                "POST | /corps/CORP/actions | {'type':'MEMBER_CHANGES','userid':'staff-01','status':77} | 400 | status must be",
                "POST | /corps/CORP/actions | {'type':'ADD','userid':'staff-01','addWay':999} | 400 | addWay must be",
                "GET | /corps/nobody | | 404 | no corp nobody",
                "GET | /nothing | | 404 | there is no",
                "PUT | /corps | {} | 405 | not possible",
                "POST | /corps/CORP/actions | {'type':'FLY'} | 400 | FLY",
                "POST | /corps/CORP/actions | {'type':'SCAN','qrCode':'x'} | 404 | no contact way",
                "POST | /corps/CORP/actions | {'type':'REPLY','customer':'x','userid':'staff-01'} | 404 | no customer x",
                "POST | /corps/CORP/clock/steps | {} | 400 | to must be given",
                "PUT | /corps/CORP/behaviour | {'arrivals':{'customers':1}} | 400 | from must be given",
                "POST | /faults | {'path':'get'} | 400 | kind",
                "PUT | /outage | {'mode':'MAYBE'} | 400 | MAYBE",
            })
    void saysWhatIsWrongWithARequest(String method, String path, String body, int status, String words) {
        var response = refused(method, path, body == null ? "" : body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(TestClient.json(response.body()).path("detail").asText()).contains(words);
    }

    @Test
    void answersWithAnotherErrcodeAsOftenAsTold() {
        fault(
                "{'path':'add_msg_template','kind':'ERRCODE','errcode':45009,'errmsg':'api freq out of limit','skip':1,'count':2}");
        var body = "{\"sender\":\"staff-01\",\"text\":{\"content\":\"a\"}}";
        assertThat(client.post(sendPath(), body).path("errcode").asInt()).isZero();
        assertThat(client.post(sendPath(), body).path("errcode").asInt()).isEqualTo(45009);
        var second = client.post(sendPath(), body);
        assertThat(second.path("errcode").asInt()).isEqualTo(45009);
        assertThat(second.path("fail_list").isArray()).isTrue();
        assertThat(client.post(sendPath(), body).path("errcode").asInt()).isZero();
        assertThat(messages()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT_AFTER_WORK, 1",
        "RESET_BEFORE_WORK, 0",
        "RESET_AFTER_WORK, 1",
        "TRUNCATED_BODY, 1",
    })
    void breaksTheConnectionBeforeOrAfterTheWork(String kind, int done) {
        fault("{'path':'add_msg_template','kind':'%s','count':1,'delayMillis':50}".formatted(kind));
        var path = sendPath();
        assertThatThrownBy(() -> client.post(path, "{\"sender\":\"staff-01\",\"text\":{\"content\":\"a\"}}"));
        assertThat(messages()).isEqualTo(done);
        var logged = client.lines("/calls").getLast();
        assertThat(logged.path("fault").asText()).isEqualTo(kind);
        assertThat(logged.path("worked").asBoolean()).isEqualTo(done == 1);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_500, 500, false, 0", "HTTP_500, 500, true, 1", "HTML_BODY, 200, false, 1"})
    void answersWithAPageInPlaceOfJson(String kind, int status, boolean afterWork, int done) {
        fault("{'path':'add_msg_template','kind':'%s','afterWork':%s}".formatted(kind, afterWork));
        var response = client.exchange("POST", sendPath(), "{\"sender\":\"staff-01\",\"text\":{\"content\":\"a\"}}");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("<html>");
        assertThat(messages()).isEqualTo(done);
        refused("DELETE", "/faults", "");
        assertThat(client.contact("get_corp_tag_list", "{}").path("errcode").asInt())
                .isZero();
    }

    @Test
    void failsARepeatableShareOfCalls() {
        fault("{'path':'department/list','kind':'ERRCODE','errcode':-1,'rate':0.2}");
        var path = "/cgi-bin/department/list?access_token=" + client.token();
        var failed = 0;
        for (var i = 0; i < 200; i++) {
            failed += client.get(path).path("errcode").asInt() == -1 ? 1 : 0;
        }
        assertThat(failed).isBetween(20, 60);
    }

    @Test
    void stopsAndResumesServing() {
        refused("PUT", "/outage", "{'mode':'RESET'}");
        assertThatThrownBy(client::token).hasRootCauseInstanceOf(IOException.class);
        refused("PUT", "/outage", "{'mode':'BAD_GATEWAY'}");
        assertThat(client.exchange("GET", "/cgi-bin/gettoken", "").statusCode()).isEqualTo(502);
        refused("PUT", "/outage", "{'mode':'NONE'}");
        assertThat(client.token()).isNotEmpty();
    }

    @Test
    void resetsASecretAndDisablesAnApp() {
        var old = client.token();
        client.control("PATCH", "/apps/1000002", "{\"secret\":\"another\"}");
        assertThat(client.token()).isEmpty();
        client.control("PATCH", "/apps/1000002", "{\"secret\":\"" + TestClient.SECRET + "\",\"enabled\":false}");
        assertThat(client.token()).isEmpty();
        assertThat(client.get("/cgi-bin/department/list?access_token=" + old)
                        .path("errcode")
                        .asInt())
                .isEqualTo(40014);
    }

    @Test
    void logsCallsWithoutSecrets() {
        client.contactGet("list", "&userid=staff-01");
        assertThat(client.lines("/calls")).hasSize(2).allSatisfy(call -> {
            assertThat(call.path("worked").asBoolean()).isTrue();
            assertThat(call.toString()).doesNotContain(TestClient.SECRET);
        });
        assertThat(client.lines("/calls?after=1")).hasSize(1);
    }

    @Test
    void loadsWhatMembersNotedOfACustomer() {
        refused("POST", "/corps", """
                {'corpId':'wwnotes','apps':[{'secret':'s'}],'staff':[{'userid':'ada'}],'customers':[{'externalUserId':'wmNoted',
                 'name':'Wang','followers':[{'userid':'ada','remark':'tea','description':'likes it hot','mobiles':['13800000000']}]}]}
                """);
        var noted = client.get("/cgi-bin/externalcontact/get?external_userid=wmNoted&access_token="
                        + client.get("/cgi-bin/gettoken?corpid=wwnotes&corpsecret=s")
                                .path("access_token")
                                .asText())
                .path("follow_user")
                .path(0);
        assertThat(noted.path("remark").asText()).isEqualTo("tea");
        assertThat(noted.path("description").asText()).isEqualTo("likes it hot");
        assertThat(noted.path("remark_mobiles").path(0).asText()).isEqualTo("13800000000");
    }

    @Test
    void readsItsArguments() {
        var settings = SimulatorMain.settings("--port", "9", "--memory", "--host", "0.0.0.0");
        assertThat(settings.port()).isEqualTo(9);
        assertThat(settings.directory()).isNull();
        assertThatThrownBy(() -> SimulatorMain.settings("--colour")).hasMessageContaining("known: --port");
        assertThatThrownBy(() -> SimulatorMain.settings("--port", "x")).hasMessageContaining("0 to 65535, not x");
    }
}
