package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Callbacks over real HTTP, verified and decrypted by an independent library.
class CallbackTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final CallbackReceiver application = new CallbackReceiver(0);
    private String qrCode = "";

    @BeforeEach
    void configure() {
        client.control("POST", "", TestClient.corp(""));
        client.control("PUT", "/apps/1000002/callback", application.settings());
        qrCode = client.contact("add_contact_way", "{'type':1,'scene':2,'state':'shop-17','user':['staff-01']}")
                .path("qr_code")
                .asText();
    }

    @AfterEach
    void stop() {
        application.close();
        simulator.close();
    }

    private String scan() {
        return client.act("{\"type\":\"SCAN\",\"qrCode\":\"" + qrCode + "\"}")
                .path("externalUserId")
                .asText();
    }

    private void act(String type, String customer, String more) {
        client.act("{\"type\":\"%s\",\"customer\":\"%s\",\"userid\":\"staff-01\"%s}".formatted(type, customer, more));
    }

    @Test
    void refusesAnAddressThatDoesNotAnswerTheUrlCheck() {
        var unreachable = application.settings().replace(":" + application.port() + "/", ":1/");
        var path = "/simulator/corps/" + TestClient.CORP + "/apps/1000002/callback";
        var refused = client.exchange("PUT", path, unreachable);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("cannot be reached");
    }

    @Test
    void tellsOfANewContactInTheDocumentedOrder() {
        var customer = scan();
        assertThat(application.events())
                .singleElement()
                .satisfies(xml -> assertThat(xml)
                        .matches("<xml><ToUserName><!\\[CDATA\\[ww9c1d0e5b7a3f2468]]></ToUserName>"
                                + "<FromUserName><!\\[CDATA\\[sys]]></FromUserName><CreateTime>1772416800</CreateTime>"
                                + "<MsgType><!\\[CDATA\\[event]]></MsgType><Event><!\\[CDATA\\[change_external_contact]]></Event>"
                                + "<ChangeType><!\\[CDATA\\[add_external_contact]]></ChangeType>"
                                + "<UserID><!\\[CDATA\\[staff-01]]></UserID><ExternalUserID><!\\[CDATA\\[" + customer
                                + "]]></ExternalUserID><State><!\\[CDATA\\[shop-17]]></State>"
                                + "<WelcomeCode><!\\[CDATA\\[[\\w-]{43}]]></WelcomeCode></xml>"));
    }

    @Test
    void tellsOfWhatPeopleDoInTheirClients() {
        var customer = scan();
        act("REMARK", customer, ",\"remark\":\"老邻居\"");
        act("CUSTOMER_DELETES", customer, "");
        act("MEMBER_DELETES", customer, "");
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType"))
                .containsExactly(
                        "add_external_contact", "edit_external_contact", "del_follow_user", "del_external_contact");
    }

    @Test
    void tellsOfTagsThatTheConsoleChanged() {
        var tag = client.act("{\"type\":\"CREATE_TAG\",\"group\":\"意向\",\"name\":\"高\"}")
                .path("tag")
                .asText();
        client.act("{\"type\":\"RENAME_TAG\",\"tag\":\"%s\",\"name\":\"低\"}".formatted(tag));
        client.act("{\"type\":\"DELETE_TAG\",\"tag\":\"%s\"}".formatted(tag));
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType") + " " + element(xml, "TagType"))
                .containsExactly("create tag_group", "create tag", "update tag", "delete tag_group");
        assertThat(application.events())
                .allSatisfy(xml -> assertThat(element(xml, "StrategyId")).isEqualTo("0"));
    }

    @Test
    void tellsOfTagGroupsThatTheConsoleRenamedOrDeletedWithAllTheirTags() {
        client.act("{\"type\":\"CREATE_TAG\",\"group\":\"意向\",\"name\":\"高\"}");
        client.act("{\"type\":\"CREATE_TAG\",\"group\":\"意向\",\"name\":\"低\"}");
        var group = client.contact("get_corp_tag_list", "{}")
                .path("tag_group")
                .path(0)
                .path("group_id")
                .asText();
        client.act("{\"type\":\"RENAME_TAG\",\"tag\":\"%s\",\"name\":\"热度\"}".formatted(group));
        assertThat(client.contact("get_corp_tag_list", "{}")
                        .path("tag_group")
                        .path(0)
                        .path("group_name")
                        .asText())
                .isEqualTo("热度");
        client.act("{\"type\":\"DELETE_TAG\",\"tag\":\"%s\"}".formatted(group));
        assertThat(client.contact("get_corp_tag_list", "{}").path("tag_group")).isEmpty();
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType") + " " + element(xml, "TagType"))
                .containsExactly(
                        "create tag_group", "create tag", "create tag", "update tag_group", "delete tag_group");
    }

    @Test
    void staysSilentAboutWhatTheApiChanged() {
        var customer = scan();
        client.contact("remark", "{'userid':'staff-01','external_userid':'%s','remark':'A'}".formatted(customer));
        var tag = client.contact("add_corp_tag", "{'group_name':'意向','tag':[{'name':'高'}]}")
                .path("tag_group")
                .path("tag")
                .path(0)
                .path("id")
                .asText();
        var marked = client.contact(
                "mark_tag", "{'userid':'staff-01','external_userid':'%s','add_tag':['%s']}".formatted(customer, tag));
        assertThat(marked.path("errcode").asInt()).isZero();
        assertThat(application.events()).hasSize(1);
    }

    @Test
    void repeatsAnEventThatIsNotAcceptedTwiceAndThenDropsIt() {
        application.answerWith(500, 302, 200);
        scan();
        assertThat(application.events())
                .hasSize(3)
                .containsOnly(application.events().getFirst());
        application.answerWith(500, 500, 500);
        scan();
        assertThat(application.events()).hasSize(6);
        assertThat(client.lines("/undelivered")).isEmpty();
    }

    @Test
    void keepsEventsOnASteppedClockWhileTheApplicationIsNotRunning() {
        application.close();
        scan();
        assertThat(client.lines("/undelivered")).hasSize(1);
        var clock = client.control("GET", "/clock", "");
        assertThat(clock.path("nextDueAt")).isEqualTo(clock.path("now"));
        var halted = client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T03:00:00Z\"}");
        assertThat(halted.path("halted").asBoolean()).isTrue();
        assertThat(halted.path("now").asText()).isEqualTo("2026-03-02T02:00:00Z");

        try (var back = new CallbackReceiver(application.port())) {
            var step = client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T03:00:00Z\"}");
            assertThat(step.path("halted").asBoolean()).isFalse();
            assertThat(step.path("now").asText()).isEqualTo("2026-03-02T03:00:00Z");
            assertThat(back.events()).hasSize(1);
        }
    }
}
