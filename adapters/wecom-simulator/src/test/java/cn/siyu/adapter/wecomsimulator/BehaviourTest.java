package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Simulated people by plan and seed, against a product that does little but can be counted on.
class BehaviourTest {
    private static final String START = "2026-03-02T00:00:00Z";
    private static final String END = "2026-03-09T00:00:00Z";

    /// A week of a corp with 200 arriving customers, welcomed and sent one mass message in the
    /// middle.
    private static final class Week implements AutoCloseable {
        private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
        private final TestClient client = new TestClient(simulator);
        private final StubProduct product;
        private final CallbackReceiver application = new CallbackReceiver(0);

        Week(long seed) {
            this(seed, 0.5);
        }

        Week(long seed, double confirm) {
            product = new StubProduct(0);
            var plan = """
                    ,"behaviour":{"seed":%d,"product":{"baseUrl":"http://127.0.0.1:%d","brand":"coffee","key":"key_test_1","source":null},
                     "arrivals":{"customers":200,"from":"2026-03-02T00:00:00Z","to":"2026-03-07T00:00:00Z",
                                 "links":[{"code":"AAA"},{"code":"BBB","weight":2}],"addRate":0.9},
                     "customers":{"welcomeReply":0.4,"messageReply":0.3,"messageClick":0.3,"messageCoupon":0.2,"messageBuy":0.3,
                                  "messageDelete":0.05,"repliesPerWeek":0.5,"visitsPerWeek":1,"ordersPerWeek":0.6,
                                  "deletesPerWeek":0.02,"refund":0.2,"memberNotes":0.2},
                     "staff":{"confirm":%s,"confirmWhenReminded":1,"meanDelayMinutes":60},
                     "shop":{"storeExternalIds":["store-1","store-2"],"goods":[{"sku":"latte","category":"coffee","amountMinor":3200}]}}""".formatted(seed, product.port(), confirm);
            client.control("POST", "", TestClient.corp(plan).replace("2026-03-02T02:00:00Z", START));
            client.control("PUT", "/apps/1000002/callback", application.settings());
            for (var member : List.of("staff-01", "staff-02", "staff-03")) {
                product.shows(client.contact("add_contact_way", "{'type':1,'scene':2,'user':['%s']}".formatted(member))
                        .path("qr_code")
                        .asText());
            }
        }

        /// Steps from due moment to due moment and welcomes whoever came.
        void runUntil(String to) {
            var next = client.control("GET", "/clock", "").path("nextDueAt").asText();
            while (!next.equals("null") && next.compareTo(to) < 0) {
                next = step(next);
                welcomeNewcomers();
            }
            step(to);
        }

        String step(String to) {
            return client.control("POST", "/clock/steps", "{\"to\":\"" + to + "\"}")
                    .path("nextDueAt")
                    .asText();
        }

        void welcomeNewcomers() {
            for (var xml : application.events()) {
                var code = CallbackReceiver.element(xml, "WelcomeCode");
                if (!code.isEmpty()) {
                    client.contact("send_welcome_msg", "{'welcome_code':'%s','text':{'content':'欢迎'}}".formatted(code));
                }
            }
            application.events().clear();
        }

        JsonNode sendToAllCustomersOf(String userid) {
            return client.contact("add_msg_template", "{'sender':'%s','text':{'content':'新品'}}".formatted(userid));
        }

        List<String> ledger() {
            return client.lines("/ledger").stream().map(JsonNode::toString).toList();
        }

        @Override
        public void close() {
            application.close();
            product.close();
            simulator.close();
        }
    }

    private record Outcome(List<String> ledger, List<StubProduct.Report> reports) {}

    private static Outcome wholeWeek(long seed) {
        try (var week = new Week(seed)) {
            week.runUntil("2026-03-05T00:00:00Z");
            List.of("staff-01", "staff-02", "staff-03").forEach(week::sendToAllCustomersOf);
            week.runUntil(END);
            return new Outcome(week.ledger(), List.copyOf(week.product.reports()));
        }
    }

    @Test
    void repeatsARunWithTheSameSeedAndNotWithAnother() {
        var first = wholeWeek(7);
        var second = wholeWeek(7);
        var other = wholeWeek(8);
        assertThat(first.ledger()).hasSizeGreaterThan(150).isEqualTo(second.ledger());
        assertThat(first.reports()).hasSizeGreaterThan(100).isEqualTo(second.reports());
        assertThat(other.reports()).isNotEqualTo(first.reports());
        assertThat(first.reports()).extracting(StubProduct.Report::key).doesNotHaveDuplicates();
        assertThat(first.reports()).allMatch(report -> report.authorization().equals("Bearer key_test_1"));
        assertThat(first.reports().stream()
                        .map(report -> report.body().path("kind").asText(report.path())))
                .contains("REPLY", "VISIT", "CLICK", "COUPON_CLAIMED", "/v1/brands/coffee/orders");
    }

    @Test
    void letsNobodyComeAtNightAndWelcomesEverybodyWithinTheirTwentySeconds() {
        try (var week = new Week(3)) {
            week.runUntil("2026-03-08T00:00:00Z");
            var customers = week.client.lines("/customers");
            assertThat(customers).hasSizeBetween(165, 195);
            var hours = customers.stream()
                    .flatMap(customer -> customer.path("followers").findValuesAsText("addedAt").stream())
                    .map(at ->
                            Instant.parse(at).atZone(ZoneId.of("Asia/Shanghai")).getHour())
                    .collect(Collectors.toSet());
            assertThat(hours).isNotEmpty().allMatch(hour -> hour >= 6 && hour <= 23);
            assertThat(week.client.lines("/ledger"))
                    .hasSize(customers.size())
                    .allMatch(line -> line.path("kind").asText().equals("WELCOME"));
        }
    }

    @Test
    void confirmsLateOrOnlyWhenReminded() {
        try (var week = new Week(5, 0)) {
            week.runUntil("2026-03-03T00:00:00Z");
            var msgid = week.sendToAllCustomersOf("staff-01").path("msgid").asText();
            week.runUntil("2026-03-04T00:00:00Z");
            assertThat(week.ledger()).noneMatch(line -> line.contains(msgid));
            week.client.contact("remind_groupmsg_send", "{'msgid':'%s'}".formatted(msgid));
            assertThat(week.ledger()).noneMatch(line -> line.contains(msgid));
            week.runUntil("2026-03-05T00:00:00Z");
            assertThat(week.ledger()).anyMatch(line -> line.contains(msgid));
        }
    }

    @Test
    void letsThoseWhoWereDueBeforeTheClockBeganComeAtOnce() {
        try (var week = new Week(17)) {
            week.client.control("PUT", "/clock", "{\"now\":\"2026-03-07T00:00:30Z\"}");
            var clock = week.client.control("GET", "/clock", "");
            assertThat(clock.path("nextDueAt")).isEqualTo(clock.path("now"));
            week.step("2026-03-07T00:00:30Z");
            assertThat(week.client.lines("/customers")).hasSizeGreaterThan(150);
        }
    }

    @Test
    void keepsReportsInOrderWhileTheProductFailsAndLosesNone() {
        var undisturbed = reportsOfTwoDays(0);
        var disturbed = reportsOfTwoDays(25);
        assertThat(disturbed).isEqualTo(undisturbed);
    }

    private static List<StubProduct.Report> reportsOfTwoDays(int failures) {
        try (var week = new Week(11)) {
            week.product.failReports(failures);
            week.runUntil("2026-03-04T00:00:00Z");
            week.step("2026-03-04T00:00:01Z");
            return List.copyOf(week.product.reports());
        }
    }

    @Test
    void holdsTimeWhileTheProductIsNotRunning() {
        try (var week = new Week(13)) {
            week.product.close();
            var halted = week.client.control("POST", "/clock/steps", "{\"to\":\"" + END + "\"}");
            assertThat(halted.path("halted").asBoolean()).isTrue();
            assertThat(halted.path("now").asText()).isLessThan("2026-03-03T00:00:00Z");
            assertThat(week.client.lines("/customers")).isEmpty();
        }
    }

    @Test
    void letsPeopleActByThemselvesOnARealClockToo() {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.control(
                    "POST",
                    "",
                    TestClient.corp("""
                    ,"moreCustomers":9,"behaviour":{"seed":1,"staff":{"confirm":1,"confirmWhenReminded":0,"meanDelayMinutes":0}}""")
                            .replace("STEPPED", "REAL")
                            .replace("\"now\":\"2026-03-02T02:00:00Z\"", "\"granularitySeconds\":1"));
            var msgid = client.contact("add_msg_template", "{'sender':'staff-01','text':{'content':'新品'}}");
            assertThat(msgid.path("errcode").asInt()).isZero();
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (client.lines("/ledger").isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(client.lines("/ledger")).hasSize(3);
        }
    }

    @Test
    void letsMembersAnswerWhatCustomersWrite() {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp("""
                    ,"moreCustomers":200,
                    "behaviour":{"seed":7,"customers":{"repliesPerWeek":2},"staff":{"answer":0.5,"meanAnswerMinutes":9}}"""));
            client.control("POST", "/clock/steps", "{\"to\":\"2026-03-06T02:00:00Z\"}");
            var days = client.contact("get_user_behavior_data", """
                            {'userid':['staff-01','staff-02','staff-03'],'start_time':1772467200,'end_time':1772640000}""").path("behavior_data");
            assertThat(days).hasSize(3).allSatisfy(day -> {
                assertThat(day.path("reply_percentage").asDouble()).isBetween(25.0, 75.0);
                assertThat(day.path("avg_reply_time").asInt()).isBetween(1, 90);
                assertThat(day.path("chat_cnt").asInt()).isPositive();
            });
        }
    }
}
