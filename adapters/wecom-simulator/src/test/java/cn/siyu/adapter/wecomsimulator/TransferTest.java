package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Customers go from one member to another: what is accepted, what happens after 24 h, and what
/// apps are told.
class TransferTest {
    private static final String STAFF = """
            ,"staff":[{"userid":"ada","departments":[7]},{"userid":"bo"},{"userid":"cy"},
              {"userid":"gone","status":5,"leftAt":"2026-02-01T02:00:00Z"},
              {"userid":"longgone","status":5,"leftAt":"2025-01-01T02:00:00Z"},
              {"userid":"unreal","realName":false},{"userid":"banned","banned":true},
              {"userid":"idle","lastLoginAt":"2025-01-01T00:00:00Z"},{"userid":"clerk","customerContact":false}],
             "customers":[
              {"externalUserId":"wmA","name":"老王","followers":[{"userid":"ada"},{"userid":"idle"}]},
              {"externalUserId":"wmB","name":"小李","followers":[{"userid":"ada"},{"userid":"bo"}]},
              {"externalUserId":"wmC","name":"小陈","followers":[{"userid":"gone"},{"userid":"longgone"}]},
              {"externalUserId":"wmD","name":"小刘","followers":[{"userid":"gone"}]},
              {"externalUserId":"wmNone","name":"路人"}]""";
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final CallbackReceiver application = new CallbackReceiver(0);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", corp("\"STEPPED\""));
        client.control("PUT", "/apps/1000002/callback", application.settings());
    }

    /// The small corp with other members.
    private static String corp(String mode) {
        return TestClient.corp(STAFF)
                .replaceAll("(?s),\\s*\"staff\":\\[\\{\"userid\":\"staff-01\".*?\"status\":4\\}]", "")
                .replace("\"STEPPED\"", mode);
    }

    @AfterEach
    void stop() {
        application.close();
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode transfer(String path, String from, String to, String customer) {
        return client.contact(
                path,
                "{'handover_userid':'%s','takeover_userid':'%s','external_userid':['%s'],'transfer_success_msg':'你好'}"
                        .formatted(from, to, customer));
    }

    private int item(String path, String from, String to, String customer) {
        var answer = transfer(path, from, to, customer);
        assertThat(code(answer)).as("%s", answer).isZero();
        assertThat(answer.path("customer").path(0).path("external_userid").asText())
                .isEqualTo(customer);
        return code(answer.path("customer").path(0));
    }

    private JsonNode result(String path, String from, String to) {
        return client.contact(path, "{'handover_userid':'%s','takeover_userid':'%s'}".formatted(from, to))
                .path("customer");
    }

    private void step(String to) {
        client.control("POST", "/clock/steps", "{\"to\":\"" + to + "\"}");
    }

    private static long at(String time) {
        return Instant.parse(time).getEpochSecond();
    }

    @Test
    void saysToTheSecondWhenACustomerWillGoOver() {
        step("2026-03-02T02:00:07Z");
        assertThat(item("transfer_customer", "ada", "cy", "wmA")).isZero();
        assertThat(result("transfer_result", "ada", "cy")
                        .path(0)
                        .path("takeover_time")
                        .asLong())
                .isEqualTo(at("2026-03-03T02:00:07Z"));
    }

    @Test
    void handsACustomerOverAfterADayAndTellsBothSides() {
        client.contact("remark", "{'userid':'ada','external_userid':'wmA','remark':'老邻居','description':'爱喝拿铁'}");
        assertThat(item("transfer_customer", "ada", "cy", "wmA")).isZero();
        assertThat(result("transfer_result", "ada", "cy")).singleElement().satisfies(row -> {
            assertThat(row.path("status").asInt()).isEqualTo(2);
            assertThat(row.path("takeover_time").asLong()).isEqualTo(at("2026-03-03T02:00:00Z"));
        });
        step("2026-03-03T01:59:59Z");
        assertThat(application.events()).isEmpty();
        step("2026-03-03T02:00:00Z");

        assertThat(result("transfer_result", "ada", "cy"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("status").asInt()).isEqualTo(1));
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType") + " " + element(xml, "UserID") + " "
                        + element(xml, "Source") + element(xml, "WelcomeCode"))
                .containsExactly("del_external_contact ada DELETE_BY_TRANSFER", "add_external_contact cy ");
        var follow = client.contactGet("get", "&external_userid=wmA").path("follow_user");
        assertThat(follow).extracting(each -> each.path("userid").asText()).containsExactly("idle", "cy");
        assertThat(follow.path(1).path("remark").asText()).isEqualTo("老邻居");
        assertThat(follow.path(1).path("description").asText()).isEqualTo("爱喝拿铁");
        assertThat(follow.path(1).path("add_way").asInt()).isEqualTo(202);
        assertThat(client.lines("/ledger")).singleElement().satisfies(line -> {
            assertThat(line.path("kind").asText()).isEqualTo("TRANSFER");
            assertThat(line.path("text").asText()).isEqualTo("你好");
        });
    }

    @Test
    void doesNotTellOfAnAdditionAmongFriendsNorOfOneWhoComesBack() {
        item("transfer_customer", "ada", "bo", "wmB");
        step("2026-03-03T02:00:00Z");
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType"))
                .containsExactly("del_external_contact");
        item("transfer_customer", "bo", "ada", "wmB");
        step("2026-03-04T02:00:00Z");
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType"))
                .containsExactly("del_external_contact", "del_external_contact");
        assertThat(client.contactGet("list", "&userid=ada").path("external_userid"))
                .hasSize(2);
    }

    @Test
    void endsATransferThatTheCustomerRefuses() {
        item("transfer_customer", "ada", "cy", "wmA");
        assertThat(client.act("{\"type\":\"REFUSE_TRANSFER\",\"customer\":\"wmA\"}")
                        .path("changed")
                        .asBoolean())
                .isTrue();
        assertThat(application.events())
                .singleElement()
                .satisfies(xml -> assertThat(xml)
                        .endsWith("<ChangeType><![CDATA[transfer_fail]]></ChangeType>"
                                + "<FailReason><![CDATA[customer_refused]]></FailReason><UserID><![CDATA[cy]]></UserID>"
                                + "<ExternalUserID><![CDATA[wmA]]></ExternalUserID></xml>"));
        step("2026-03-05T02:00:00Z");
        assertThat(result("transfer_result", "ada", "cy")).singleElement().satisfies(row -> {
            assertThat(row.path("status").asInt()).isEqualTo(3);
            assertThat(row.path("takeover_time").asLong()).isZero();
        });
        assertThat(client.contactGet("list", "&userid=ada").path("external_userid"))
                .hasSize(2);
    }

    @Test
    void failsWhenTheTakingMemberCanNoLongerTakeCustomersAfterTheDay() {
        item("transfer_customer", "ada", "cy", "wmA");
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"cy\"}");
        step("2026-03-03T02:00:00Z");
        assertThat(application.events())
                .extracting(xml -> element(xml, "FailReason"))
                .containsExactly("customer_limit_exceed");
        assertThat(result("transfer_result", "ada", "cy").path(0).path("status").asInt())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "transfer_customer | ada | cy | wmNobody | 40096",
                "transfer_customer | ada | ada | wmA | 40130",
                "transfer_customer | bo | cy | wmA | 40131",
                "transfer_customer | ada | cy | wmNone | 84061",
                "transfer_customer | ada | unreal | wmA | 40098",
                "transfer_customer | ada | clerk | wmA | 40098",
                "transfer_customer | ada | gone | wmA | 40098",
                "transfer_customer | ada | banned | wmA | 40143",
                "transfer_customer | ada | idle | wmA | 40205",
                "transfer_customer | idle | cy | wmA | 40205",
                "resigned/transfer_customer | ada | cy | wmA | 40097",
                "resigned/transfer_customer | longgone | cy | wmC | 40205",
                "resigned/transfer_customer | gone | cy | wmC | 0",
            })
    void answersForEachCustomer(String path, String from, String to, String customer, int errcode) {
        assertThat(item(path, from, to, customer)).isEqualTo(errcode);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'takeover_userid':'cy','external_userid':['wmA']} | 40003",
                "{'handover_userid':'ada','takeover_userid':'nobody','external_userid':['wmA']} | 40003",
                "{'handover_userid':'ada','takeover_userid':'cy'} | 41035",
                "{'handover_userid':'ada','takeover_userid':'cy','external_userid':'wmA'} | 0",
            })
    void answersForTheCallAsAWhole(String body, int errcode) {
        var answer = client.contact("transfer_customer", body);
        assertThat(code(answer)).isEqualTo(errcode);
        assertThat(answer.path("customer").isArray()).isTrue();
    }

    @Test
    void takesAHundredCustomersAndTwoHundredCharactersAtMost() {
        var ids = IntStream.range(0, 101).mapToObj(i -> "'wm" + i + "'").toList();
        var body = "{'handover_userid':'ada','takeover_userid':'cy','external_userid':%s,'transfer_success_msg':'%s'}";
        assertThat(code(client.contact("transfer_customer", body.formatted(ids, ""))))
                .isEqualTo(40032);
        assertThat(code(client.contact("transfer_customer", body.formatted("['wmA']", "字".repeat(201)))))
                .isEqualTo(40058);
        var allowed = client.contact("transfer_customer", body.formatted(ids.subList(0, 100), "字".repeat(200)));
        assertThat(allowed.path("customer"))
                .hasSize(100)
                .allSatisfy(row -> assertThat(code(row)).isEqualTo(40096));
    }

    @Test
    void transfersACustomerOnceAtATimeAndTwiceInNinetyDays() {
        assertThat(item("transfer_customer", "ada", "cy", "wmA")).isZero();
        assertThat(item("transfer_customer", "ada", "bo", "wmA")).isEqualTo(40129);
        step("2026-03-03T02:00:00Z");
        assertThat(item("transfer_customer", "cy", "ada", "wmA")).isZero();
        step("2026-03-04T02:00:00Z");
        assertThat(item("transfer_customer", "ada", "bo", "wmA")).isEqualTo(40128);
        step("2026-05-31T15:59:59Z");
        assertThat(item("transfer_customer", "ada", "bo", "wmA")).isEqualTo(40128);
        step("2026-05-31T16:00:00Z");
        assertThat(item("transfer_customer", "ada", "bo", "wmA")).isZero();
    }

    @Test
    void refusesATakingMemberWhoIsFull() {
        client.exchange("DELETE", "/simulator/corps/" + TestClient.CORP, "");
        client.control(
                "POST",
                "",
                TestClient.corp(",\"moreCustomers\":40000")
                        .replace("{\"userid\":\"staff-03\"}", "{\"userid\":\"staff-03\",\"customerContact\":false}"));
        var customer = client.contactGet("list", "&userid=staff-01")
                .path("external_userid")
                .path(0)
                .asText();
        assertThat(item("transfer_customer", "staff-01", "staff-02", customer)).isEqualTo(40099);
        client.control("PUT", "/limits", "{\"enabled\":false}");
        assertThat(item("transfer_customer", "staff-01", "staff-02", customer)).isZero();
    }

    @Test
    void doesNotCountTransfersWhenLimitsAreOff() {
        client.control("PUT", "/limits", "{\"enabled\":false}");
        var members = new String[] {"ada", "cy"};
        for (var day = 3; day < 8; day++) {
            assertThat(item("transfer_customer", members[(day + 1) % 2], members[day % 2], "wmA"))
                    .isZero();
            step("2026-03-0" + day + "T02:00:00Z");
        }
    }

    @Test
    void listsWhomAMemberLeftUntilSomebodyTakesThem() {
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"ada\"}");
        var all = client.contact("get_unassigned_list", "{}");
        assertThat(all.path("is_last").asBoolean()).isTrue();
        assertThat(all.path("next_cursor").asText()).isEmpty();
        assertThat(all.path("info"))
                .extracting(row -> row.path("handover_userid").asText() + " "
                        + row.path("external_userid").asText() + " "
                        + row.path("dimission_time").asLong())
                .containsExactly(
                        "longgone wmC " + at("2025-01-01T02:00:00Z"),
                        "gone wmC " + at("2026-02-01T02:00:00Z"),
                        "gone wmD " + at("2026-02-01T02:00:00Z"),
                        "ada wmA " + at("2026-03-02T02:00:00Z"),
                        "ada wmB " + at("2026-03-02T02:00:00Z"));

        assertThat(item("resigned/transfer_customer", "gone", "cy", "wmD")).isZero();
        assertThat(item("resigned/transfer_customer", "gone", "bo", "wmD")).isEqualTo(40100);
        assertThat(client.contact("get_unassigned_list", "{}").path("info")).hasSize(4);
        step("2026-03-03T02:00:00Z");
        assertThat(result("resigned/transfer_result", "gone", "cy")
                        .path(0)
                        .path("status")
                        .asInt())
                .isEqualTo(1);
        assertThat(result("transfer_result", "gone", "cy")).isEmpty();
        assertThat(client.contactGet("list", "&userid=cy").path("external_userid"))
                .hasSize(1);
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType") + element(xml, "Source"))
                .containsExactly("add_external_contact");
    }

    @Test
    void cutsTheUnassignedIntoPagesByCursorOrByNumber() {
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"ada\"}");
        var first = client.contact("get_unassigned_list", "{'page_size':2}");
        assertThat(first.path("info")).hasSize(2);
        assertThat(first.path("is_last").asBoolean()).isFalse();
        var second = client.contact(
                "get_unassigned_list",
                "{'page_size':2,'cursor':'%s'}"
                        .formatted(first.path("next_cursor").asText()));
        assertThat(second.path("info"))
                .isEqualTo(client.contact("get_unassigned_list", "{'page_size':2,'page_id':1}")
                        .path("info"));
        var third = client.contact("get_unassigned_list", "{'page_size':2,'page_id':2}");
        assertThat(third.path("info")).hasSize(1);
        assertThat(third.path("is_last").asBoolean()).isTrue();
        assertThat(code(client.contact("get_unassigned_list", "{'cursor':'made-up'}")))
                .isEqualTo(50100);
    }

    @Test
    void answersTheOlderCallsToo() {
        var body = "{'external_userid':'%s','handover_userid':'gone','takeover_userid':'cy'}";
        assertThat(code(client.post(
                        "/cgi-bin/crm/transfer_external_contact?access_token=" + client.token(),
                        body.formatted("wmD").replace('\'', '"'))))
                .isZero();
        assertThat(code(client.contact("transfer", body.formatted("wmD")))).isEqualTo(40100);
        assertThat(client.contact("get_transfer_result", body.formatted("wmD"))
                        .path("status")
                        .asInt())
                .isEqualTo(2);
        assertThat(client.contact("get_transfer_result", body.formatted("wmC"))
                        .path("status")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void hidesMembersOutsideTheAppsRange() {
        client.exchange("DELETE", "/simulator/corps/" + TestClient.CORP, "");
        client.control(
                "POST",
                "",
                corp("\"STEPPED\"").replace("\"secret-of-1000002\"", "\"secret-of-1000002\",\"visible\":[\"ada\"]"));
        assertThat(code(transfer("transfer_customer", "ada", "cy", "wmA"))).isEqualTo(60011);
        assertThat(client.contact("get_unassigned_list", "{}").path("info")).isEmpty();
    }

    @Test
    void goesByTheMachinesTimeOnARealClockAndSurvivesARestart(@TempDir Path directory) throws InterruptedException {
        var machine = new AtomicReference<>(Instant.parse("2026-03-02T02:00:00Z"));
        var settings = SimulatorSettings.in(directory).withMachine(machine::get);
        try (var real = WeComSimulator.start(settings)) {
            var other = new TestClient(real);
            other.control("POST", "", corp("\"REAL\""));
            other.contact(
                    "transfer_customer", "{'handover_userid':'ada','takeover_userid':'cy','external_userid':['wmA']}");
        }
        machine.set(Instant.parse("2026-03-03T02:00:00Z"));
        try (var real = WeComSimulator.start(settings)) {
            var other = new TestClient(real);
            for (var i = 0; i < 400 && other.lines("/ledger").isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(50); // the clock's own thread works it off
            }
            assertThat(other.lines("/ledger")).hasSize(1);
            assertThat(other.contact("transfer_result", "{'handover_userid':'ada','takeover_userid':'cy'}")
                            .path("customer")
                            .path(0)
                            .path("status")
                            .asInt())
                    .isEqualTo(1);
        }
    }
}
