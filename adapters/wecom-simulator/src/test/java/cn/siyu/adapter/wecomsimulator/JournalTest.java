package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A world survives the end of its process, however it ends.
class JournalTest {
    private static final String PLAN = """
            ,"moreCustomers":40,"behaviour":{"seed":1,"staff":{"confirm":1,"meanDelayMinutes":30},
              "customers":{"repliesPerWeek":5}}""";

    static List<JsonNode> everything(TestClient client) {
        var all = new ArrayList<JsonNode>();
        for (var record : List.of(
                "/ledger",
                "/customers",
                "/contact-ways",
                "/groups",
                "/join-ways",
                "/group-welcomes",
                "/mass-messages",
                "/undelivered")) {
            all.addAll(client.lines(record));
        }
        all.add(client.control("GET", "", ""));
        all.add(client.control("GET", "/clock", ""));
        all.add(client.contact("get_corp_tag_list", "{}"));
        all.add(client.contact("get_strategy_tag_list", "{}"));
        all.add(client.contact("customer_strategy/get", "{'strategy_id':1}"));
        all.add(client.contact("customer_acquisition_quota", "{}"));
        all.add(client.contact("transfer_result", "{'handover_userid':'staff-01','takeover_userid':'staff-02'}"));
        all.add(client.contact(
                "get_user_behavior_data",
                "{'userid':['staff-01','staff-03'],'start_time':1772416800,'end_time':1772416800}"));
        var links = client.contact("customer_acquisition/list_link", "{}");
        all.add(links);
        all.add(client.contact(
                "customer_acquisition/customer",
                "{'link_id':'%s'}".formatted(links.path("link_id_list").path(0).asText())));
        return all;
    }

    /// One of everything that a journal keeps.
    static void live(TestClient client) {
        client.control("POST", "", TestClient.corp(PLAN));
        var way = client.contact("add_contact_way", "{'type':2,'scene':2,'state':'s','user':['staff-01','staff-02']}");
        client.contact("add_contact_way", "{'type':1,'scene':1,'user':['staff-03']}");
        var added = client.act("{\"type\":\"SCAN\",\"qrCode\":\"%s\",\"name\":\"小雨\"}"
                .formatted(way.path("qr_code").asText()));
        client.contact(
                "send_welcome_msg",
                "{'welcome_code':'%s','text':{'content':'欢迎'}}"
                        .formatted(added.path("welcomeCode").asText()));
        var customer = added.path("externalUserId").asText();
        var userid = added.path("userid").asText();
        var tag = client.act("{\"type\":\"CREATE_TAG\",\"group\":\"意向\",\"name\":\"高\"}")
                .path("tag")
                .asText();
        client.act("{\"type\":\"TAG\",\"customer\":\"%s\",\"userid\":\"%s\",\"add\":[\"%s\"]}"
                .formatted(customer, userid, tag));
        reach(client);
        client.act("{\"type\":\"CUSTOMER_DELETES\",\"customer\":\"%s\",\"userid\":\"%s\"}".formatted(customer, userid));
        groups(client);
        client.contact("add_msg_template", "{'sender':'staff-01','text':{'content':'新品'}}");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T12:00:00Z\"}");
        client.contact("add_msg_template", "{'sender':'staff-02','text':{'content':'later'}}");
    }

    private static void groups(TestClient client) {
        var chat = client.act("{\"type\":\"CREATE_GROUP\",\"userid\":\"staff-01\",\"members\":[\"staff-02\"]}")
                .path("chatId")
                .asText();
        for (var act : List.of(
                "'JOIN_GROUP','joinScene':3,'name':'小雪'",
                "'JOIN_GROUP','userid':'staff-03'",
                "'LEAVE_GROUP','userid':'staff-03'",
                "'RENAME_GROUP','name':'一群'",
                "'GROUP_NOTICE','notice':'周三上新'",
                "'GROUP_ADMINS','userids':['staff-02']",
                "'WRITE_IN_GROUP','userid':'staff-02','messages':3")) {
            client.act("{\"type\":%s,\"chatId\":\"%s\"}".formatted(act.replace('\'', '"'), chat));
        }
        var template = client.contact("group_welcome_template/add", "{'text':{'content':'你好 %NICKNAME%'}}")
                .path("template_id")
                .asText();
        client.contact("group_welcome_template/add", "{'text':{'content':'再见'}}");
        client.act("{\"type\":\"GROUP_WELCOME\",\"chatId\":\"%s\",\"templateId\":\"%s\"}".formatted(chat, template));
        for (var baseName : List.of("一群", "二群")) {
            var way = "{'scene':2,'state':'s','room_base_name':'%s','chat_id_list':['%s']}".formatted(baseName, chat);
            var id = client.contact("groupchat/add_join_way", way)
                    .path("config_id")
                    .asText();
            client.act("{\"type\":\"JOIN_GROUP\",\"configId\":\"%s\"}".formatted(id));
            if (baseName.equals("二群")) {
                client.contact("groupchat/del_join_way", "{'config_id':'%s'}".formatted(id));
            }
        }
        var message = client.contact(
                "add_msg_template", "{'chat_type':'group','sender':'staff-01','text':{'content':'群里见'}}");
        client.act("{\"type\":\"CONFIRM\",\"msgid\":\"%s\"}"
                .formatted(message.path("msgid").asText()));
        client.act("{\"type\":\"SEND\",\"userid\":\"staff-01\",\"text\":\"早\",\"chats\":[\"%s\"]}".formatted(chat));
        var other = client.act("{\"type\":\"CREATE_GROUP\",\"userid\":\"staff-02\"}");
        client.act("{\"type\":\"DISMISS_GROUP\",\"chatId\":\"%s\"}"
                .formatted(other.path("chatId").asText()));
    }

    /// Links, requests, transfers, strategies, temporary chats and what members did.
    private static void reach(TestClient client) {
        var link = client.contact(
                        "customer_acquisition/create_link", "{'link_name':'春天','range':{'user_list':['staff-01']}}")
                .path("link")
                .path("link_id")
                .asText();
        var add = "{\"type\":\"ADD_BY_LINK\",\"link\":\"%s\",\"waits\":%b}";
        var came = client.act(add.formatted(link, false)).path("externalUserId").asText();
        client.act(add.formatted(link, true));
        client.act("{\"type\":\"REPLY\",\"customer\":\"%s\",\"userid\":\"staff-01\",\"count\":3}".formatted(came));
        client.act("{\"type\":\"MEMBER_WRITES\",\"customer\":\"%s\",\"userid\":\"staff-01\"}".formatted(came));
        client.contact(
                "transfer_customer",
                "{'handover_userid':'staff-01','takeover_userid':'staff-02','external_userid':['%s']}".formatted(came));
        client.contact(
                "customer_strategy/create",
                "{'strategy_name':'门店','admin_list':['staff-01'],'range':[{'type':2,'partyid':7}]}");
        client.contact("add_strategy_tag", "{'strategy_id':1,'group_name':'g','tag':[{'name':'t'}]}");
        var way = client.contact(
                "add_contact_way",
                "{'type':1,'scene':2,'is_temp':true,'user':['staff-03'],'conclusions':{'text':{'content':'再见'}}}");
        client.act("{\"type\":\"SCAN\",\"configId\":\"%s\"}"
                .formatted(way.path("config_id").asText()));
    }

    @Test
    void comesBackAfterKillMinus9(@TempDir Path directory) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx128m",
                        WeComSimulator.class.getName(),
                        "--port",
                        "0",
                        "--dir",
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<JsonNode> before;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var base = Objects.requireNonNull(out.readLine()).split(" +", -1)[2];
            var client = new TestClient(base);
            live(client);
            before = everything(client);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(before).hasSizeGreaterThan(50);
        try (var again = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(again);
            assertThat(everything(client)).isEqualTo(before);
            client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T12:00:00Z\"}");
            assertThat(client.lines("/ledger")).hasSizeGreaterThan(14);
        }
    }

    @Test
    void staysTheSameWorldOverManyRestarts(@TempDir Path directory) {
        List<JsonNode> before;
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            live(new TestClient(simulator));
            before = everything(new TestClient(simulator));
        }
        for (var restart = 0; restart < 3; restart++) {
            try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
                assertThat(everything(new TestClient(simulator))).isEqualTo(before);
            }
        }
    }

    @Test
    void dropsALineThatWasNotFinished(@TempDir Path directory) throws IOException {
        List<JsonNode> before;
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            live(new TestClient(simulator));
            before = everything(new TestClient(simulator));
        }
        var journal = directory.resolve(TestClient.CORP + ".journal");
        Files.writeString(journal, "{\"t\":\"cus\",\"number\":4", StandardOpenOption.APPEND);
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            assertThat(everything(new TestClient(simulator))).isEqualTo(before);
        }
    }

    @Test
    void servesTheOtherCorpsWhenAJournalIsBroken(@TempDir Path directory) throws IOException {
        String saved;
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp(""));
            saved = client.exchange("GET", "/simulator/corps/" + TestClient.CORP + "/world", "")
                    .body();
            client.exchange("POST", "/simulator/corps", "{\"corpId\":\"other\",\"apps\":[{\"secret\":\"s\"}]}");
        }
        var journal = directory.resolve(TestClient.CORP + ".journal");
        Files.writeString(journal, "{\"t\":\"cus\"}\n", StandardOpenOption.APPEND);
        var broken = Files.readString(journal);
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            assertThat(client.get("/simulator/corps").path("corps")).isEqualTo(TestClient.json("[\"other\"]"));
            assertThat(simulator.broken()).containsOnlyKeys(TestClient.CORP);
            assertThat(client.get("/simulator/health")
                            .path("broken")
                            .path(TestClient.CORP)
                            .asText())
                    .contains("cannot be read");
            assertThat(client.exchange("POST", "/simulator/corps", TestClient.corp(""))
                            .body())
                    .contains("broken journal");
            assertThat(Files.readString(journal)).isEqualTo(broken);
            assertThat(client.exchange("PUT", "/simulator/world", saved).statusCode())
                    .isEqualTo(200);
            assertThat(simulator.broken()).isEmpty();
            assertThat(client.token()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":\"rel-\",\"customer\":7,\"userid\":\"a\"}",
                "C\tx",
                "{\"t\":\"plan\",\"plan\":{\"colour\":1}}",
                "{"
            })
    void saysWhatIsBrokenInAJournal(String line, @TempDir Path directory) throws IOException {
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            new TestClient(simulator).control("POST", "", TestClient.corp(""));
        }
        Files.writeString(directory.resolve(TestClient.CORP + ".journal"), line + "\n", StandardOpenOption.APPEND);
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            assertThat(simulator.broken().get(TestClient.CORP)).containsAnyOf("cannot be read", "cannot follow");
        }
    }

    @Test
    void refusesADirectoryThatIsInUse(@TempDir Path directory) {
        var settings = SimulatorSettings.in(directory);
        try (var simulator = WeComSimulator.start(settings)) {
            assertThat(simulator.port()).isPositive();
            assertThatThrownBy(() -> WeComSimulator.start(settings)).hasStackTraceContaining("in use");
        }
    }
}
