package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The welcome message when two apps have heard of the same customer: the first one wins.
class WelcomeTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private String code = "";

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("").replace(",\"customerContact\":false}],", "}],"));
        code = client.act("{\"type\":\"ADD\",\"userid\":\"staff-01\",\"addWay\":3}")
                .path("welcomeCode")
                .asText();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private int welcome(String secret) {
        var token = client.get("/cgi-bin/gettoken?corpsecret=" + secret + "&corpid=" + TestClient.CORP)
                .path("access_token")
                .asText();
        return client.post(
                        "/cgi-bin/externalcontact/send_welcome_msg?access_token=" + token,
                        "{\"welcome_code\":\"%s\",\"text\":{\"content\":\"欢迎\"}}".formatted(code))
                .path("errcode")
                .asInt();
    }

    @Test
    void tellsTheSecondAppThatAGreetingIsOnItsWayAndLaterThatThereWasOne() {
        assertThat(welcome("secret-of-1000003")).isZero();
        assertThat(welcome(TestClient.SECRET)).isEqualTo(41096);
        assertThat(welcome("secret-of-1000003")).isEqualTo(41050);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:00:02Z\"}");
        assertThat(welcome(TestClient.SECRET)).isEqualTo(41051);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:00:21Z\"}");
        assertThat(welcome(TestClient.SECRET)).isEqualTo(41050);
        assertThat(client.lines("/ledger")).hasSize(1);
    }

    @Test
    void carriesEveryKindOfAttachmentUpToNine() {
        var image = client.media("image", TestFiles.png(9, 9));
        var video = client.media("video", TestFiles.mp4(9));
        var file = client.media("file", TestFiles.ascii("price list"));
        var kinds = "{'msgtype':'image','image':{'media_id':'%s'}},".formatted(image)
                + "{'msgtype':'image','image':{'pic_url':'https://wework.qpic.cn/a/0'}},"
                + "{'msgtype':'link','link':{'title':'菜单','url':'https://example.cn'}},"
                + "{'msgtype':'miniprogram','miniprogram':{'title':'点单','pic_media_id':'%s','appid':'wx1','page':'p'}},"
                        .formatted(image)
                + "{'msgtype':'video','video':{'media_id':'%s'}},".formatted(video)
                + "{'msgtype':'file','file':{'media_id':'%s'}}".formatted(file);
        assertThat(attached(kinds + "," + kinds)).isEqualTo(41064);
        assertThat(attached("{'msgtype':'poem','poem':{}}")).isEqualTo(41065);
        assertThat(attached(kinds)).isZero();
        assertThat(client.lines("/ledger").getFirst().path("attachments").asInt())
                .isEqualTo(6);
    }

    private int attached(String attachments) {
        return client.contact(
                        "send_welcome_msg", "{'welcome_code':'%s','attachments':[%s]}".formatted(code, attachments))
                .path("errcode")
                .asInt();
    }

    @Test
    void waitsForTheCustomersConsentWhereChatsAreArchived() {
        client.act("{\"type\":\"MEMBER_CHANGES\",\"userid\":\"staff-01\",\"archived\":true}");
        var added = client.act("{\"type\":\"ADD\",\"userid\":\"staff-01\"}");
        code = added.path("welcomeCode").asText();
        assertThat(welcome(TestClient.SECRET)).isEqualTo(41053);
        client.act("{\"type\":\"AGREE_ARCHIVE\",\"userid\":\"staff-01\",\"customer\":\"%s\"}"
                .formatted(added.path("externalUserId").asText()));
        assertThat(welcome(TestClient.SECRET)).isZero();
    }

    @Test
    void leavesItToTheConsoleWhereThatGreets() {
        client.control("DELETE", "", "");
        client.control(
                "POST",
                "",
                TestClient.corp("").replace("\"name\":\"成员甲\"", "\"name\":\"成员甲\",\"consoleWelcome\":\"您好\""));
        var added = client.act("{\"type\":\"ADD\",\"userid\":\"staff-01\"}");
        assertThat(added.path("welcomeCode").asText()).isEmpty();
        assertThat(client.lines("/ledger")).singleElement().satisfies(line -> {
            assertThat(line.path("kind").asText()).isEqualTo("WELCOME");
            assertThat(line.path("text").asText()).isEqualTo("您好");
        });
        assertThat(client.act("{\"type\":\"ADD\",\"userid\":\"staff-02\"}")
                        .path("welcomeCode")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void givesNoCodeForMembersOfOtherCorps() {
        client.control("DELETE", "", "");
        client.control("POST", "", TestClient.corp(",\"customers\":[{\"externalUserId\":\"woPartner\"}]"));
        var added = client.act("{\"type\":\"ADD\",\"userid\":\"staff-01\",\"customer\":\"woPartner\"}");
        assertThat(added.path("outcome").asText()).isEqualTo("ADDED");
        assertThat(added.path("welcomeCode").asText()).isEmpty();
    }
}
