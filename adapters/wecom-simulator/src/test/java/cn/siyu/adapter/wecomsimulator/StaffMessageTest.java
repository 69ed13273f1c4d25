package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages of an app to members, taken back or not; who opened a page; tickets for pages.
class StaffMessageTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"customers":[{"externalUserId":"wmOne","followers":[{"userid":"staff-01"}]},{"externalUserId":"wmAlone"}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode call(String path, String body) {
        return client.post("/cgi-bin/" + path + "?access_token=" + client.token(), body.replace('\'', '"'));
    }

    /// Sends to staff-01.
    private JsonNode send(String more) {
        return call("message/send", "{'touser':'staff-01','agentid':1000002," + more + "}");
    }

    private JsonNode text(String to, String more) {
        return call(
                "message/send",
                "{%s,'agentid':1000002,'msgtype':'text','text':{'content':'有客户等你'}%s}".formatted(to, more));
    }

    private JsonNode last() {
        return client.lines("/staff-messages").getLast();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'msgtype':'text','text':{'content':''} | 44004",
                "'msgtype':'markdown','markdown':{'content':'**a**'} | 0",
                "'msgtype':'markdown','markdown':{} | 44004",
                "'msgtype':'poem','poem':{} | 40008",
                "'text':{'content':'a'} | 40008",
                "'msgtype':'image','image':{'media_id':'no'} | 40007",
                "'msgtype':'voice','voice':{} | 40007",
                "'msgtype':'textcard','textcard':{'title':'t','description':'d','url':'https://a.cn'} | 0",
                "'msgtype':'textcard','textcard':{'title':'t','description':'d'} | 40063",
                "'msgtype':'news','news':{'articles':[{'title':'t','url':'https://a.cn'}]} | 0",
                "'msgtype':'news','news':{'articles':[{'title':'t','appid':'wx1','pagepath':'p'}]} | 0",
                "'msgtype':'news','news':{'articles':[{'title':'t'}]} | 40063",
                "'msgtype':'news','news':{} | 40063",
                "'msgtype':'news','news':{'articles':[{},{},{},{},{},{},{},{},{}]} | 45008",
                "'msgtype':'mpnews','mpnews':{'articles':[{'title':'t','content':'c'}]} | 40063",
                "'msgtype':'miniprogram_notice','miniprogram_notice':{'appid':'wx1','title':'预订成功','content_item':[{'key':'k','value':'v'}]} | 0",
                "'msgtype':'miniprogram_notice','miniprogram_notice':{'appid':'wx1','title':'成功'} | 40058",
                "'msgtype':'miniprogram_notice','miniprogram_notice':{'title':'预订成功'} | 40063",
                "'msgtype':'template_card','template_card':{'card_type':'text_notice','sub_title_text':'s','card_action':{'type':1,'url':'u'}} | 0",
                "'msgtype':'template_card','template_card':{'card_type':'text_notice','sub_title_text':'s'} | 40058",
                "'msgtype':'template_card','template_card':{'card_type':'text_notice','card_action':{'type':1,'url':'u'}} | 40063",
                "'msgtype':'template_card','template_card':{'card_type':'news_notice','main_title':{'title':'t'},'card_action':{'type':2,'appid':'w'}} | 40063",
                "'msgtype':'template_card','template_card':{'card_type':'poem'} | 40058",
                "'msgtype':'template_card','template_card':{'card_type':'vote_interaction','task_id':'t','checkbox':{'option_list':[{}]}} | 40063",
                "'msgtype':'text','text':{'content':'a'},'safe':2 | 40058",
            })
    void checksAMessageByItsKind(String more, int errcode) {
        assertThat(code(send(more))).isEqualTo(errcode);
    }

    @Test
    void sendsFilesThatWereUploadedForMessages() {
        var image = client.media("image", TestFiles.png(9, 9));
        assertThat(code(send("'msgtype':'image','image':{'media_id':'%s'}".formatted(image))))
                .isZero();
        var voice = client.media("voice", TestFiles.amr(2));
        assertThat(code(send("'msgtype':'voice','voice':{'media_id':'%s'}".formatted(voice))))
                .isZero();
        var video = client.media("video", TestFiles.mp4(2));
        assertThat(code(send("'msgtype':'video','video':{'media_id':'%s','title':'t'}".formatted(video))))
                .isZero();
        var file = client.media("file", TestFiles.ascii("abcdefgh"));
        assertThat(code(send("'msgtype':'file','file':{'media_id':'%s'}".formatted(file))))
                .isZero();
        assertThat(code(send("'msgtype':'file','file':{'media_id':'%s'}".formatted(video))))
                .isEqualTo(40007);
        var article = "{'title':'t','content':'c','thumb_media_id':'%s'}".formatted(image);
        assertThat(code(send("'msgtype':'mpnews','safe':2,'mpnews':{'articles':[%s]}".formatted(article))))
                .isZero();
    }

    @Test
    void cutsWhatIsTooLong() {
        send("'msgtype':'text','text':{'content':'%s'}".formatted("菜".repeat(700)));
        assertThat(last().path("content").path("content").asText()).isEqualTo("菜".repeat(682));
        send("'msgtype':'textcard','textcard':{'title':'%s','description':'d','url':'u','btntxt':'查看详情吧'}"
                .formatted("a".repeat(129)));
        assertThat(last().path("content").path("title").asText()).hasSize(128);
        assertThat(last().path("content").path("btntxt").asText()).isEqualTo("查看详情");
        assertThat(code(send("'msgtype':'markdown','markdown':{'content':'%s'}".formatted("a".repeat(2049)))))
                .isEqualTo(45002);
    }

    @Test
    void reachesTheNamedMembersAndTellsWhoIsInvalid() {
        var answer = text("'touser':'STAFF-01|Nobody|staff-03','toparty':'7|99','totag':'4'", "");
        assertThat(code(answer)).isZero();
        assertThat(answer.path("invaliduser").asText()).isEqualTo("nobody");
        assertThat(answer.path("invalidparty").asText()).isEqualTo("99");
        assertThat(answer.path("invalidtag").asText()).isEqualTo("4");
        assertThat(last().path("users").toString()).isEqualTo("[\"staff-01\",\"staff-03\",\"staff-02\"]");
        text("'touser':'@all'", "");
        assertThat(last().path("users")).hasSize(5);
        assertThat(code(text("'touser':'nobody'", ""))).isEqualTo(81013);
        assertThat(code(text("'touser':''", ""))).isEqualTo(40063);
        assertThat(code(text("'touser':'%s'".formatted("a|".repeat(1001)), ""))).isEqualTo(40032);
        assertThat(code(text("'toparty':'%s'".formatted("7|".repeat(101)), ""))).isEqualTo(40066);
    }

    @Test
    void speaksForItsOwnAppOnly() {
        var body = "{'touser':'staff-01','msgtype':'text','text':{'content':'a'}%s}";
        assertThat(code(call("message/send", body.formatted("")))).isEqualTo(41011);
        assertThat(code(call("message/send", body.formatted(",'agentid':1000003"))))
                .isEqualTo(301002);
        assertThat(code(call("message/send", body.formatted(",'agentid':7")))).isEqualTo(40056);
        assertThat(code(call("message/send", body.formatted(",'agentid':'1000002'"))))
                .isZero();
    }

    @Test
    void sparesAMemberTheSameWithinTheIntervalWhenAsked() {
        var same = ",'enable_duplicate_check':1,'duplicate_check_interval':60";
        text("'touser':'staff-01'", "");
        assertThat(code(text("'touser':'staff-01|staff-02'", same))).isZero();
        assertThat(last().path("users").toString()).isEqualTo("[\"staff-02\"]");
        assertThat(last().path("spared").toString()).isEqualTo("[\"staff-01\"]");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:01:01Z\"}");
        text("'touser':'staff-01'", same);
        assertThat(last().path("users").toString()).isEqualTo("[\"staff-01\"]");
        text("'touser':'staff-01'", "");
        assertThat(last().path("users").toString()).isEqualTo("[\"staff-01\"]");
    }

    @Test
    void dropsWhatIsBeyondThirtyAMinuteForOneMember() {
        for (var i = 0; i < 31; i++) {
            assertThat(code(text("'touser':'staff-01'", ""))).isZero();
        }
        assertThat(last().path("spared").toString()).isEqualTo("[\"staff-01\"]");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:01:00Z\"}");
        text("'touser':'staff-01'", "");
        assertThat(last().path("users").toString()).isEqualTo("[\"staff-01\"]");
    }

    @Test
    void answersACodeForACardThatCanBeChanged() {
        var card = "'msgtype':'template_card','template_card':{'card_type':'button_interaction','task_id':'%s',"
                + "'main_title':{'title':'t'},'button_list':[{'text':'好','key':'1'}]}";
        assertThat(send(card.formatted("t-1")).path("response_code").asText()).isNotEmpty();
        assertThat(code(send(card.formatted("t-1")))).isEqualTo(40058);
        assertThat(code(send(card.formatted("t 2")))).isEqualTo(40058);
        assertThat(text("'touser':'staff-01'", "").has("response_code")).isFalse();
    }

    @Test
    void takesAMessageBackWithinADay() {
        var msgid = text("'touser':'staff-01'", "").path("msgid").asText();
        assertThat(code(call("message/recall", "{}"))).isEqualTo(40063);
        assertThat(code(call("message/recall", "{'msgid':'no'}"))).isEqualTo(40058);
        assertThat(code(call("message/recall", "{'msgid':'%s'}".formatted(msgid))))
                .isZero();
        assertThat(last().path("recalled").asBoolean()).isTrue();
        var other = text("'touser':'staff-01'", "").path("msgid").asText();
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T02:00:01Z\"}");
        assertThat(code(call("message/recall", "{'msgid':'%s'}".formatted(other))))
                .isEqualTo(40058);
    }

    private String opens(String who) {
        return client.act("{\"type\":\"OPEN_PAGE\",\"agentId\":1000002," + who + "}")
                .path("code")
                .asText();
    }

    private JsonNode userOf(String code) {
        return client.get("/cgi-bin/auth/getuserinfo?code=" + code + "&access_token=" + client.token());
    }

    @Test
    void tellsOnceWithinFiveMinutesWhoOpenedAPage() {
        var code = opens("\"userid\":\"staff-01\"");
        assertThat(userOf(code).path("userid").asText()).isEqualTo("staff-01");
        assertThat(code(userOf(code))).isEqualTo(40029);
        assertThat(code(userOf(""))).isEqualTo(40029);
        var customer = userOf(opens("\"customer\":\"wmOne\""));
        assertThat(customer.path("external_userid").asText()).isEqualTo("wmOne");
        assertThat(customer.path("openid").asText()).hasSize(28);
        assertThat(userOf(opens("\"customer\":\"wmAlone\"")).has("external_userid"))
                .isFalse();
        var other = client.act("{\"type\":\"OPEN_PAGE\",\"agentId\":1000003,\"userid\":\"staff-01\"}");
        assertThat(code(userOf(other.path("code").asText()))).isEqualTo(40029);
        var late = opens("\"userid\":\"staff-01\"");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:05:00Z\"}");
        assertThat(code(userOf(late))).isEqualTo(40029);
    }

    @Test
    void keepsATicketForTwoHours() {
        var agent = "/cgi-bin/ticket/get?type=agent_config&access_token=";
        var first = client.get("/cgi-bin/get_jsapi_ticket?access_token=" + client.token());
        assertThat(first.path("expires_in").asInt()).isEqualTo(7200);
        assertThat(client.get("/cgi-bin/get_jsapi_ticket?access_token=" + client.token())
                        .path("ticket"))
                .isEqualTo(first.path("ticket"));
        assertThat(client.get(agent + client.token()).path("ticket")).isNotEqualTo(first.path("ticket"));
        assertThat(code(client.get("/cgi-bin/ticket/get?access_token=" + client.token())))
                .isEqualTo(40058);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T04:00:00Z\"}");
        assertThat(client.get("/cgi-bin/get_jsapi_ticket?access_token=" + client.token())
                        .path("ticket"))
                .isNotEqualTo(first.path("ticket"));
    }

    @Test
    void servesTheWxJavaClient() throws WxErrorException {
        var wxjava = WxJava.of(simulator);
        var sent = wxjava.getMessageService()
                .send(WxCpMessage.TEXT()
                        .agentId(1000002)
                        .toUser("staff-01|nobody")
                        .content("你好")
                        .build());
        assertThat(sent.getErrCode()).isZero();
        assertThat(sent.getInvalidUser()).isEqualTo("nobody");
        assertThat(last().path("content").path("content").asText()).isEqualTo("你好");
        wxjava.getMessageService().recall(sent.getMsgId());
        assertThat(last().path("recalled").asBoolean()).isTrue();
        wxjava.getMessageService()
                .send(WxCpMessage.TEXTCARD()
                        .agentId(1000002)
                        .toUser("staff-01")
                        .title("新任务")
                        .description("去群发")
                        .url("https://example.cn")
                        .btnTxt("查看")
                        .build());
        assertThat(last().path("msgtype").asText()).isEqualTo("textcard");
        assertThat(wxjava.getOauth2Service()
                        .getAuthUserInfo(opens("\"userid\":\"staff-02\""))
                        .getUserId())
                .isEqualTo("staff-02");
        assertThat(wxjava.getJsapiTicket()).isNotEmpty().isNotEqualTo(wxjava.getAgentJsapiTicket());
        WxJava.refused(40029, () -> wxjava.getOauth2Service().getAuthUserInfo("no"));
    }
}
