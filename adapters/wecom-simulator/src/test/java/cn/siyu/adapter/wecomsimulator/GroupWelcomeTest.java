package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Group welcome templates: what is kept of them, and whom they greet.
class GroupWelcomeTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control(
                "POST",
                "",
                TestClient.corp("""
                ,"customers":[{"externalUserId":"wmOne","name":"小雨"}],
                "groups":[{"chatId":"wrA","owner":"staff-01"}]""")
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

    private JsonNode call(String name, String body) {
        return client.contact(
                "group_welcome_template/" + name, body.replace("IMAGE", client.media("image", TestFiles.png(9, 9))));
    }

    private String add(String body) {
        return call("add", body).path("template_id").asText();
    }

    private void act(String type, String more) {
        client.act("{\"type\":\"%s\",\"chatId\":\"wrA\"%s}".formatted(type, more.replace('\'', '"')));
    }

    @Test
    void keepsTheTextAndTheFirstKindOfAttachment() {
        var id = add("{'text':{'content':'欢迎 %NICKNAME%'},'video':{'media_id':'made-up'},"
                + "'link':{'title':'菜单','url':'https://example.cn'},'agentid':1000002}");
        assertThat(id).matches("msg[A-Za-z0-9_-]{30}");
        var read = call("get", "{'template_id':'%s'}".formatted(id));
        assertThat(read.path("text").path("content").asText()).isEqualTo("欢迎 %NICKNAME%");
        assertThat(read.path("link").path("title").asText()).isEqualTo("菜单");
        assertThat(read.has("video")).isFalse();
        assertThat(code(call(
                        "edit", "{'template_id':'%s','image':{'pic_url':'https://wework.qpic.cn/a/0'}}".formatted(id))))
                .isZero();
        var changed = call("get", "{'template_id':'%s'}".formatted(id));
        assertThat(changed.has("text")).isFalse();
        assertThat(changed.path("image").path("pic_url").asText()).isEqualTo("https://wework.qpic.cn/a/0");
    }

    @Test
    void showsAPictureByItsAddress() {
        var id = add("{'image':{'media_id':'IMAGE'}}");
        var image = call("get", "{'template_id':'%s'}".formatted(id)).path("image");
        assertThat(image.path("pic_url").asText()).startsWith("https://wework.qpic.cn/");
        assertThat(image.has("media_id")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "add | {} | 40063",
                "add | {'text':{'content':''}} | 40063",
                "add | {'image':{}} | 40007",
                "add | {'file':{}} | 40007",
                "add | {'file':{'media_id':'IMAGE'}} | 40007",
                "add | {'link':{'title':'t'}} | 40063",
                "add | {'miniprogram':{'title':'t','pic_media_id':'IMAGE','appid':'x','page':'p'}} | 90207",
                "get | {} | 40063",
                "get | {'template_id':'msgNo'} | 40037",
                "get | {'template_id':'0123456789012345678901234567890123456789012345678901234567890123x'} | 40036",
                "edit | {'template_id':'msgNo','text':{'content':'a'}} | 40037",
                "del | {'template_id':'msgNo'} | 40037",
            })
    void checksItsParameters(String name, String body, int errcode) {
        assertThat(code(call(name, body))).isEqualTo(errcode);
    }

    @Test
    void boundsTheText() {
        assertThat(code(call("add", "{'text':{'content':'%s'}}".formatted("长".repeat(1000)))))
                .isZero();
        assertThat(code(call("add", "{'text':{'content':'%sa'}}".formatted("长".repeat(1000)))))
                .isEqualTo(45002);
    }

    @Test
    void keepsAHundred() {
        var last = "";
        for (var i = 0; i < 100; i++) {
            last = add("{'text':{'content':'%d'}}".formatted(i));
        }
        assertThat(code(call("add", "{'text':{'content':'one more'}}"))).isEqualTo(41055);
        assertThat(code(call("del", "{'template_id':'%s'}".formatted(last)))).isZero();
        assertThat(code(call("add", "{'text':{'content':'one more'}}"))).isZero();
    }

    @Test
    void isChangedByTheAppThatMadeItOnly() {
        var id = add("{'text':{'content':'a'}}");
        var other = client.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=secret-of-1000003")
                .path("access_token")
                .asText();
        for (var name : new String[] {"edit", "del"}) {
            var path = "/cgi-bin/externalcontact/group_welcome_template/" + name + "?access_token=" + other;
            var body = "{\"template_id\":\"%s\",\"text\":{\"content\":\"b\"}}".formatted(id);
            assertThat(code(client.post(path, body))).as(name).isEqualTo(41058);
        }
    }

    @Test
    void greetsCustomersWhoJoinAGroupThatUsesIt() {
        var id = add("{'text':{'content':'欢迎 %NICKNAME%'},'link':{'title':'菜单','url':'https://example.cn'}}");
        act("JOIN_GROUP", ",'name':'before'");
        act("GROUP_WELCOME", ",'templateId':'" + id + "'");
        act("JOIN_GROUP", ",'customer':'wmOne'");
        act("JOIN_GROUP", ",'userid':'staff-02'");
        assertThat(client.lines("/ledger")).singleElement().satisfies(line -> {
            assertThat(line.path("kind").asText()).isEqualTo("GROUP_WELCOME");
            assertThat(line.path("chatId").asText()).isEqualTo("wrA");
            assertThat(line.path("externalUserId").asText()).isEqualTo("wmOne");
            assertThat(line.path("text").asText()).isEqualTo("欢迎 小雨");
            assertThat(line.path("attachments").asInt()).isEqualTo(1);
        });
        call("del", "{'template_id':'%s'}".formatted(id));
        act("JOIN_GROUP", ",'name':'after'");
        assertThat(client.lines("/ledger")).hasSize(1);
    }
}
