package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Customer groups: what apps read of them, what people do in them, and what apps are told.
class GroupChatTest {
    private static final long NOW = 1772416800L;
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final CallbackReceiver application = new CallbackReceiver(0);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"customers":[{"externalUserId":"wmOne","name":"客户甲","followers":[{"userid":"staff-01"}]},
                 {"externalUserId":"woTwo","name":"客户乙"}],
                "groups":[{"chatId":"wrOld","name":"业主1群","owner":"staff-01","admins":["staff-02"],"notice":"每周三上新",
                  "createdAt":"2026-02-20T02:00:00Z",
                  "members":[{"externalUserId":"wmOne","joinScene":3,"state":"flyer-2","invitor":"staff-01","nickname":"3栋",
                              "joinedAt":"2026-02-21T02:00:00Z"},
                             {"externalUserId":"woTwo","joinedAt":"2026-02-20T12:00:00Z"}]}]"""));
        client.control("PUT", "/apps/1000002/callback", application.settings());
    }

    @AfterEach
    void stop() {
        application.close();
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode group(String chatId) {
        return client.contact("groupchat/get", "{'chat_id':'%s','need_name':1}".formatted(chatId))
                .path("group_chat");
    }

    private JsonNode act(String type, String more) {
        return client.act("{\"type\":\"%s\"%s}".formatted(type, more.replace('\'', '"')));
    }

    private String create(String more) {
        return act("CREATE_GROUP", more).path("chatId").asText();
    }

    @Test
    void describesAGroupAndEverybodyInIt() {
        var group = group("wrOld");
        assertThat(group.path("name").asText()).isEqualTo("业主1群");
        assertThat(group.path("owner").asText()).isEqualTo("staff-01");
        assertThat(group.path("create_time").asLong()).isEqualTo(1771552800L);
        assertThat(group.path("notice").asText()).isEqualTo("每周三上新");
        assertThat(group.path("admin_list").findValuesAsText("userid")).containsExactly("staff-02");
        assertThat(group.path("member_version").asText()).matches("[0-9a-f]{32}");
        var members = group.path("member_list");
        assertThat(members).hasSize(4);
        assertThat(members.findValuesAsText("userid")).contains("staff-01", "staff-02", "woTwo", "wmOne");
        var owner = members.path(0);
        assertThat(owner.path("type").asInt()).isEqualTo(1);
        assertThat(owner.path("name").asText()).isEqualTo("成员甲");
        assertThat(owner.has("unionid")).isFalse();
        assertThat(owner.has("invitor")).isFalse();
        assertThat(members.path(2).path("userid").asText()).isEqualTo("woTwo");
        assertThat(members.path(2).has("unionid"))
                .as("only WeChat users have one")
                .isFalse();
        var customer = members.path(3);
        assertThat(customer.path("type").asInt()).isEqualTo(2);
        assertThat(customer.path("unionid").asText()).hasSize(28);
        assertThat(customer.path("join_time").asLong()).isEqualTo(1771639200L);
        assertThat(customer.path("join_scene").asInt()).isEqualTo(3);
        assertThat(customer.path("state").asText()).isEqualTo("flyer-2");
        assertThat(customer.path("invitor").path("userid").asText()).isEqualTo("staff-01");
        assertThat(customer.path("group_nickname").asText()).isEqualTo("3栋");
        assertThat(customer.path("name").asText()).isEqualTo("客户甲");
        var nameless = client.contact("groupchat/get", "{'chat_id':'wrOld'}")
                .path("group_chat")
                .path("member_list");
        assertThat(nameless.findValues("name")).isEmpty();
    }

    @Test
    void listsGroupsPageByPage() {
        var made = new ArrayList<String>();
        made.add("wrOld");
        for (var i = 0; i < 5; i++) {
            made.add(create(",'userid':'staff-0%d'".formatted(1 + i % 2)));
        }
        assertThat(made.getLast()).matches("wr[A-Za-z0-9_-]{30}");
        var listed = new ArrayList<String>();
        var cursor = "";
        do {
            var page = client.contact("groupchat/list", "{'limit':4,'cursor':'%s'}".formatted(cursor));
            listed.addAll(page.path("group_chat_list").findValuesAsText("chat_id"));
            cursor = page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(listed).isEqualTo(made);
        var mine = client.contact("groupchat/list", "{'limit':10,'owner_filter':{'userid_list':['Staff-02']}}");
        assertThat(mine.path("group_chat_list")).hasSize(2);
        assertThat(mine.path("group_chat_list").path(0).path("status").asInt()).isZero();
        var rest = client.contact("groupchat/list", "{'limit':10,'offset':4}");
        assertThat(rest.path("group_chat_list").findValuesAsText("chat_id")).isEqualTo(made.subList(4, 6));
        assertThat(client.contact("groupchat/list", "{'limit':10,'status_filter':1}")
                        .path("group_chat_list"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "list | {} | 40063",
                "list | {'limit':0} | 40058",
                "list | {'limit':1001} | 40058",
                "list | {'limit':10,'status_filter':4} | 40058",
                "list | {'limit':10,'cursor':'made-up'} | 50100",
                "list | {'limit':10,'offset':50001} | 40058",
                "list | {'limit':10,'owner_filter':{'userid_list':['nobody']}} | 40003",
                "get | {} | 40063",
                "get | {'chat_id':'wrNo'} | 40050",
                "get_new_external_userid | {'chat_id':'wrNo','external_userid_list':['wmOne']} | 40050",
                "get_new_external_userid | {'chat_id':'wrOld'} | 40063",
            })
    void checksItsParameters(String call, String body, int errcode) {
        var answer = client.contact("groupchat/" + call, body);
        assertThat(code(answer)).isEqualTo(errcode);
        assertThat(answer.has("group_chat_list")).isEqualTo(call.equals("list"));
        assertThat(answer.has("items")).isEqualTo(call.equals("get_new_external_userid"));
    }

    @Test
    void asksForOwnersWhenTooManyMembersAreVisible() {
        var many = IntStream.range(0, 1001)
                .mapToObj(i -> "{\"userid\":\"m-%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        var corp = "{\"corpId\":\"wwmany\",\"apps\":[{\"agentId\":1,\"secret\":\"s\"}],\"staff\":[" + many + "]}";
        assertThat(client.exchange("POST", "/simulator/corps", corp).statusCode())
                .isEqualTo(201);
        var token = client.get("/cgi-bin/gettoken?corpid=wwmany&corpsecret=s")
                .path("access_token")
                .asText();
        var path = "/cgi-bin/externalcontact/groupchat/list?access_token=" + token;
        assertThat(code(client.post(path, "{\"limit\":10}"))).isEqualTo(81017);
        var named = "{\"limit\":10,\"owner_filter\":{\"userid_list\":[%s]}}";
        var hundred = IntStream.range(0, 100).mapToObj(i -> "\"m-" + i + "\"").collect(Collectors.joining(","));
        assertThat(code(client.post(path, named.formatted(hundred)))).isZero();
        assertThat(code(client.post(path, named.formatted(hundred + ",\"m-100\""))))
                .isEqualTo(81017);
    }

    @Test
    void hidesGroupsWhoseOwnersTheAppDoesNotSee() {
        client.control("DELETE", "", "");
        client.control(
                "POST",
                "",
                TestClient.corp(",\"groups\":[{\"chatId\":\"wrOld\",\"owner\":\"staff-01\"}]")
                        .replace(
                                "\"secret\":\"secret-of-1000002\"",
                                "\"secret\":\"secret-of-1000002\",\"visible\":[\"staff-02\"]"));
        assertThat(client.contact("groupchat/list", "{'limit':10}").path("group_chat_list"))
                .isEmpty();
        assertThat(code(client.contact("groupchat/get", "{'chat_id':'wrOld'}"))).isEqualTo(60011);
        assertThat(code(client.contact("groupchat/list", "{'limit':10,'owner_filter':{'userid_list':['staff-01']}}")))
                .isEqualTo(60011);
    }

    @Test
    void tellsOfEverythingThatPeopleDoWithAGroup() {
        var chat = create(",'userid':'staff-01','name':'团购','members':['staff-02','staff-03'],'customers':['wmOne']");
        var before = group(chat).path("member_version").asText();
        var in = ",'chatId':'" + chat + "'";
        var joined = act("JOIN_GROUP", in + ",'name':'小雨','joinScene':3");
        assertThat(joined.path("outcome").asText()).isEqualTo("JOINED");
        var newcomer = joined.path("externalUserId").asText();
        var after = group(chat).path("member_version").asText();
        act("JOIN_GROUP", in + ",'customer':'woTwo','invitor':'staff-02'");
        act("LEAVE_GROUP", in + ",'customer':'" + newcomer + "'");
        act("REMOVE_FROM_GROUP", in + ",'customers':['wmOne'],'userids':['staff-03']");
        act("HAND_OVER_GROUP", in + ",'userid':'staff-02'");
        act("RENAME_GROUP", in + ",'name':'团购二群'");
        act("GROUP_NOTICE", in + ",'notice':'周五'");
        assertThat(group(chat).path("owner").asText()).isEqualTo("staff-02");
        assertThat(group(chat).path("name").asText()).isEqualTo("团购二群");
        assertThat(group(chat).path("notice").asText()).isEqualTo("周五");
        assertThat(group(chat).path("member_list").findValuesAsText("userid"))
                .contains("staff-01", "staff-02", "woTwo")
                .doesNotContain(newcomer, "wmOne", "staff-03");
        act("DISMISS_GROUP", in);
        assertThat(code(client.contact("groupchat/get", "{'chat_id':'%s'}".formatted(chat))))
                .isEqualTo(49008);
        assertThat(client.contact("groupchat/list", "{'limit':10}").path("group_chat_list"))
                .hasSize(1);

        var events = application.events();
        assertThat(events)
                .extracting(xml -> element(xml, "ChangeType") + " " + element(xml, "UpdateDetail"))
                .containsExactly(
                        "create ",
                        "update add_member",
                        "update add_member",
                        "update del_member",
                        "update del_member",
                        "update change_owner",
                        "update change_name",
                        "update change_notice",
                        "dismiss ");
        assertThat(events.get(1))
                .isEqualTo("<xml><ToUserName><![CDATA[ww9c1d0e5b7a3f2468]]></ToUserName>"
                        + "<FromUserName><![CDATA[sys]]></FromUserName><CreateTime>" + NOW + "</CreateTime>"
                        + "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_chat]]></Event>"
                        + "<ChatId><![CDATA[" + chat + "]]></ChatId><ChangeType><![CDATA[update]]></ChangeType>"
                        + "<UpdateDetail><![CDATA[add_member]]></UpdateDetail><JoinScene>3</JoinScene>"
                        + "<QuitScene>0</QuitScene><MemChangeCnt>1</MemChangeCnt><MemChangeList><Item>" + newcomer
                        + "</Item></MemChangeList><LastMemVer>" + before + "</LastMemVer><CurMemVer>" + after
                        + "</CurMemVer></xml>");
        assertThat(element(events.get(2), "JoinScene")).isEqualTo("0");
        assertThat(element(events.get(3), "QuitScene")).isEqualTo("0");
        assertThat(element(events.get(4), "QuitScene")).isEqualTo("1");
        assertThat(element(events.get(4), "MemChangeCnt")).isEqualTo("2");
        assertThat(events.get(4)).contains("<Item>wmOne</Item><Item>staff-03</Item>");
        for (var i = 2; i < 5; i++) {
            assertThat(element(events.get(i), "LastMemVer")).isEqualTo(element(events.get(i - 1), "CurMemVer"));
        }
        assertThat(events.get(5)).doesNotContain("MemVer");
    }

    @Test
    void holdsFiveHundredPeople() {
        for (var i = 0; i < 496; i++) {
            act("JOIN_GROUP", ",'chatId':'wrOld'");
        }
        assertThat(act("JOIN_GROUP", ",'chatId':'wrOld'").path("outcome").asText())
                .isEqualTo("FULL");
        assertThat(act("JOIN_GROUP", ",'chatId':'wrOld','customer':'wmOne'")
                        .path("outcome")
                        .asText())
                .isEqualTo("ALREADY_IN");
        client.control("PUT", "/limits", "{\"enabled\":false}");
        assertThat(act("JOIN_GROUP", ",'chatId':'wrOld'").path("outcome").asText())
                .isEqualTo("JOINED");
    }

    @Test
    void refusesWhatNobodyCouldDo() {
        var path = "/simulator/corps/" + TestClient.CORP + "/actions";
        assertThat(client.exchange(
                                "POST", path, "{\"type\":\"LEAVE_GROUP\",\"chatId\":\"wrOld\",\"userid\":\"staff-01\"}")
                        .body())
                .contains("HAND_OVER_GROUP");
        assertThat(client.exchange(
                                "POST",
                                path,
                                "{\"type\":\"HAND_OVER_GROUP\",\"chatId\":\"wrOld\",\"userid\":\"clerk\"}")
                        .body())
                .contains("clerk is not in the group");
        assertThat(client.exchange("POST", path, "{\"type\":\"CREATE_GROUP\",\"userid\":\"clerk\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(client.exchange("POST", path, "{\"type\":\"WRITE_IN_GROUP\",\"chatId\":\"wrOld\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.exchange("POST", path, "{\"type\":\"DISMISS_GROUP\",\"chatId\":\"wrNo\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void convertsIds() {
        var opengid = client.lines("/groups").getFirst().path("opengid").asText();
        assertThat(opengid).hasSize(28);
        assertThat(client.contact("opengid_to_chatid", "{'opengid':'%s'}".formatted(opengid))
                        .path("chat_id")
                        .asText())
                .isEqualTo("wrOld");
        assertThat(code(client.contact("opengid_to_chatid", "{}"))).isEqualTo(40063);
        assertThat(code(client.contact("opengid_to_chatid", "{'opengid':'x'}"))).isEqualTo(90511);
        assertThat(code(client.contact("opengid_to_chatid", "{'opengid':'G%s'}".formatted("a".repeat(27)))))
                .isEqualTo(90509);
        var items = client.contact(
                        "groupchat/get_new_external_userid",
                        "{'chat_id':'wrOld','external_userid_list':['wmOne','wmNobody','staff-01']}")
                .path("items");
        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("external_userid").asText()).isEqualTo("wmOne");
        assertThat(items.path(0).path("new_external_userid").asText())
                .matches("wm[A-Za-z0-9_-]{30}")
                .isNotEqualTo("wmOne");
    }

    @Test
    void showsDetailsThatLagBehindWhatHappenedWhereTheCorpIsSetSo() {
        client.control("PUT", "/limits", "{\"overrides\":{\"groupDetailLagSeconds\":2}}");
        act("RENAME_GROUP", ",'chatId':'wrOld','name':'新名'");
        act("LEAVE_GROUP", ",'chatId':'wrOld','customer':'wmOne'");
        var members = group("wrOld").path("member_list");
        assertThat(group("wrOld").path("name").asText()).isEqualTo("业主1群");
        assertThat(members.findValuesAsText("userid")).contains("wmOne");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:00:01Z\"}");
        act("GROUP_NOTICE", ",'chatId':'wrOld','notice':'搬家'");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:00:02Z\"}");
        var now = group("wrOld");
        assertThat(now.path("name").asText()).isEqualTo("新名");
        assertThat(now.path("member_list").findValuesAsText("userid")).doesNotContain("wmOne");
        assertThat(now.path("notice").asText()).isEqualTo("每周三上新");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T02:00:03Z\"}");
        assertThat(group("wrOld").path("notice").asText()).isEqualTo("搬家");
    }

    @Test
    void showsNoUnionidWithoutADeveloperId() {
        var shown = group("wrOld").path("member_list").findValuesAsText("unionid");
        assertThat(shown).as("WeChat users only").hasSize(1);
        client.control("DELETE", "", "");
        client.control("POST", "", TestClient.corp("""
                ,"developer":false,"customers":[{"externalUserId":"wmOne"}],
                "groups":[{"chatId":"wrOld","owner":"staff-01","members":[{"externalUserId":"wmOne"}]}]"""));
        assertThat(group("wrOld").path("member_list").findValuesAsText("unionid"))
                .isEmpty();
    }
}
