package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of attachment, in messages to customers and to groups.
class AttachmentRulesTest {
    private static final String LINK = "{'msgtype':'link','link':{'title':'%s','picurl':'%s','desc':'%s','url':'%s'}}";
    private static final String PROGRAM =
            "{'msgtype':'miniprogram','miniprogram':{'title':'%s','pic_media_id':'IMAGE','appid':'%s','page':'%s'}}";
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"customers":[{"externalUserId":"wmOne","followers":[{"userid":"staff-01"}]}],
                "groups":[{"chatId":"wrA","owner":"staff-01"}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private JsonNode send(String chatType, String attachments) {
        return client.contact(
                "add_msg_template",
                "{'chat_type':'%s','sender':'staff-01','attachments':[%s]}".formatted(chatType, uploaded(attachments)));
    }

    /// With the media_ids of files in the place of their kinds' names.
    private String uploaded(String attachments) {
        return attachments
                .replace("IMAGE", client.media("image", TestFiles.png(100, 100)))
                .replace("VIDEO", client.media("video", TestFiles.mp4(5)))
                .replace("FILE", client.media("file", TestFiles.png(1, 1)));
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "group"})
    void carriesUpToNineOfEveryKind(String chatType) {
        var url = "{'msgtype':'image','image':{'pic_url':'https://wework.qpic.cn/a/0'}}";
        var attachments = String.join(
                ",",
                LINK.formatted("菜单", "https://example.cn/p", "今日", "https://example.cn"),
                PROGRAM.formatted("点单", "wx1234", "pages/index"),
                "{'msgtype':'image','image':{'media_id':'IMAGE','pic_url':'ignored'}}",
                "{'msgtype':'video','video':{'media_id':'VIDEO'}}",
                "{'msgtype':'file','file':{'media_id':'FILE'}}",
                url,
                url,
                url,
                url);
        var message = send(chatType, attachments);
        assertThat(code(message)).isZero();
        assertThat(code(send(chatType, attachments + "," + url))).isEqualTo(41064);
        var kept = client.contact(
                        "get_groupmsg_list_v2",
                        "{'chat_type':'%s','start_time':1772416000,'end_time':1772417000}".formatted(chatType))
                .path("group_msg_list")
                .path(0)
                .path("attachments");
        assertThat(kept).hasSize(9);
        assertThat(kept.path(0).path("link").path("desc").asText()).isEqualTo("今日");
        assertThat(kept.path(1).path("miniprogram").path("page").asText()).isEqualTo("pages/index");
        assertThat(kept.path(2).path("image").has("media_id")).isTrue();
        assertThat(kept.path(2).path("image").has("pic_url"))
                .as("the media_id wins")
                .isFalse();
        assertThat(kept.path(5).path("image").path("pic_url").asText()).isEqualTo("https://wework.qpic.cn/a/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'msgtype':'poem','poem':{}} | 41065",
                "{'image':{'media_id':'m'}} | 41065",
                "{'msgtype':'image'} | 41088",
                "{'msgtype':'image','image':{}} | 40007",
                "{'msgtype':'image','image':{'media_id':'made-up'}} | 40007",
                "{'msgtype':'image','image':{'media_id':'VIDEO'}} | 40007",
                "{'msgtype':'video','video':{'media_id':'FILE'}} | 40007",
                "{'msgtype':'file','file':{'media_id':'IMAGE'}} | 40007",
                "{'msgtype':'miniprogram','miniprogram':{'title':'t','pic_media_id':'FILE','appid':'wx1','page':'p'}} | 40007",
                "{'msgtype':'video','video':{}} | 40007",
                "{'msgtype':'file','file':{}} | 40007",
                "{'msgtype':'link','link':{'url':'u'}} | 40063",
                "{'msgtype':'link','link':{'title':'t'}} | 40063",
                "{'msgtype':'miniprogram','miniprogram':{'title':'t','appid':'wx1','page':'p'}} | 40007",
                "{'msgtype':'miniprogram','miniprogram':{'title':'t','pic_media_id':'IMAGE','page':'p'}} | 40063",
                "{'msgtype':'miniprogram','miniprogram':{'title':'t','pic_media_id':'IMAGE','appid':'wx1'}} | 40063",
                "{'msgtype':'miniprogram','miniprogram':{'pic_media_id':'IMAGE','appid':'wx1','page':'p'}} | 40063",
                "{'msgtype':'miniprogram','miniprogram':{'title':'t','pic_media_id':'IMAGE','appid':'x','page':'p'}} | 90207",
            })
    void checksEveryField(String attachment, int errcode) {
        assertThat(code(send("single", attachment))).isEqualTo(errcode);
        assertThat(code(send("group", attachment))).isEqualTo(errcode);
    }

    @Test
    void boundsEveryText() {
        for (var long129 : new String[] {"a".repeat(129), "长".repeat(43)}) {
            assertThat(code(send("single", LINK.formatted(long129, "", "", "u"))))
                    .isEqualTo(40058);
        }
        assertThat(code(send("single", LINK.formatted("a".repeat(128), "", "", "u"))))
                .isZero();
        assertThat(code(send("single", LINK.formatted("t", "p".repeat(2049), "", "u"))))
                .isEqualTo(40058);
        assertThat(code(send("single", LINK.formatted("t", "", "d".repeat(513), "u"))))
                .isEqualTo(40058);
        assertThat(code(send("single", LINK.formatted("t", "", "", "u".repeat(2049)))))
                .isEqualTo(40058);
        assertThat(code(send("single", PROGRAM.formatted("t".repeat(65), "wx1", "p"))))
                .isEqualTo(40058);
    }

    @Test
    void takesFilesOfMessagesThatAreThreeDaysOldAtMost() {
        var moment = client.upload(
                        "upload_attachment?media_type=image&attachment_type=1", "media", TestFiles.png(100, 100))
                .path("media_id")
                .asText();
        assertThat(code(send("single", image(moment)))).isEqualTo(41072);
        var media = client.media("image", TestFiles.png(100, 100));
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-05T01:59:59Z\"}");
        assertThat(code(send("single", image(media)))).isZero();
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-05T02:00:00Z\"}");
        assertThat(code(send("single", image(media)))).isEqualTo(40145);
    }

    private static String image(String media) {
        return "{'msgtype':'image','image':{'media_id':'%s'}}".formatted(media);
    }
}
