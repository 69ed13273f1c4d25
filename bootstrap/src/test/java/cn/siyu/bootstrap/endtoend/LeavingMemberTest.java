package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LeavingMember;
import cn.siyu.bootstrap.RunningProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A staff member with customers, groups, open tasks and running enrolments leaves; colleagues
/// inherit everything over simulated days. One customer refuses.
class LeavingMemberTest {
    private static final int CUSTOMERS = 50;

    private static final String CALLS = """
            SELECT COUNT(*) FROM task t JOIN staff s ON s.brand = t.brand AND s.id = t.staff
            JOIN relationship r ON r.brand = t.brand AND r.id = t.relationship
            JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
            WHERE t.kind = 'HEIRS' AND t.state = 'OPEN'
            """;

    private static final String CALLS_OF_LEAVER = CALLS + "AND s.external_id = '" + LeavingMember.LEAVER + "'";
    private static final String CALLS_OF_WHOEVER_SERVES =
            CALLS + "AND r.ended_at IS NULL AND a.staff = t.staff AND a.id = t.account";
    private static final String ENROLLED = """
            SELECT COUNT(*) FROM enrolment e JOIN sop p ON p.brand = e.brand AND p.id = e.sop AND p.name = '离职前后'
            JOIN relationship r ON r.brand = e.brand AND r.id = e.relationship
            WHERE e.state = 'ACTIVE'""";

    private static final String ENROLLED_TWICE = """
            SELECT COUNT(*) FROM enrolment e JOIN enrolment f
              ON f.brand = e.brand AND f.customer = e.customer AND f.sop = e.sop AND f.id > e.id""";

    @TempDir
    Path home;

    @Test
    void everythingOfALeaverIsInheritedAndBothSidesAgree() throws Exception {
        try (var far = WeComSimulator.start(SimulatorSettings.inMemory());
                var product = RunningProduct.start(
                        home,
                        Map.of(
                                "siyu.sandbox.simulator-url",
                                far.baseUrl(),
                                "siyu.sandbox.customers",
                                1,
                                "siyu.sandbox.grain",
                                "PT30M"))) {
            var member = new LeavingMember(new Api(far.baseUrl(), ""));
            calls(product.api());
            member.gets(CUSTOMERS, 3);
            product.advance(Duration.ofHours(1));
            member.leaves();
            String order = LeavingMember.order(product.api());
            product.advance(Duration.ofHours(1));
            var waiting = product.api().get(order);
            assertThat(waiting.at("/customers/waiting").asInt())
                    .as(waiting.toString())
                    .isEqualTo(CUSTOMERS);
            assertThat(waiting.at("/groups/waiting").asInt()).isEqualTo(3);
            try (var database = product.database()) {
                assertThat(LeavingMember.count(database, CALLS_OF_LEAVER))
                        .as("tasks wait with the leaver as long as the customers do")
                        .isEqualTo(CUSTOMERS);
            }
            String stays = member.contacts().get(7);
            member.refuses(stays);

            product.advance(Duration.ofHours(30));

            var ended = product.api().get(order);
            assertThat(ended.at("/state").asText()).as(ended.toString()).isEqualTo("COMPLETED");
            assertThat(ended.at("/customers/taken").asInt()).isEqualTo(CUSTOMERS - 1);
            assertThat(ended.at("/customers/refused").asInt()).isOne();
            assertThat(ended.at("/groups/taken").asInt()).isEqualTo(3);
            try (var database = product.database()) {
                assertThat(LeavingMember.here(database)).isEqualTo(member.there());
                assertThat(LeavingMember.taken(database)).isEqualTo(member.owners());
                assertThat(LeavingMember.lost(database)).as("nobody was lost").isZero();
                assertThat(LeavingMember.count(database, "SELECT COUNT(*) FROM carry_edge"))
                        .as("trust went along")
                        .isEqualTo(CUSTOMERS - 1);
                assertThat(LeavingMember.count(database, CALLS_OF_LEAVER))
                        .as("only about the customer who stays")
                        .isOne();
                assertThat(LeavingMember.count(database, CALLS_OF_WHOEVER_SERVES))
                        .as("open tasks went along")
                        .isEqualTo(CUSTOMERS);
                assertThat(LeavingMember.count(database, ENROLLED + " AND r.ended_at IS NULL"))
                        .as("enrolments run on over the new relationships")
                        .isEqualTo(CUSTOMERS);
                assertThat(LeavingMember.count(database, ENROLLED_TWICE))
                        .as("nobody was enrolled as somebody new")
                        .isZero();
            }
            product.advance(Duration.ofHours(8));

            try (var database = product.database()) {
                assertThat(LeavingMember.count(database, CALLS_OF_WHOEVER_SERVES + " AND t.step > 0"))
                        .as("the next step is theirs who took over")
                        .isEqualTo(CUSTOMERS);
                assertThat(LeavingMember.count(database, CALLS_OF_LEAVER + " AND t.step > 0"))
                        .isOne();
            }
        }
    }

    /// Everybody is called at once, and again after a day and a half.
    private static void calls(Api api) throws IOException, InterruptedException {
        String call = "{\"type\":\"TASK\",\"kind\":\"HEIRS\",\"title\":\"回访\",\"expiresIn\":\"P9D\"}";
        String sops = "/v1/brands/demo/sops";
        String sop = api.post(sops, "{\"name\":\"离职前后\"}").path("id").asText();
        api.post(
                sops + "/" + sop + "/versions",
                "{\"definition\":{\"trigger\":{\"type\":\"RELATIONSHIP_ADDED\"},\"steps\":[" + call
                        + ",{\"type\":\"WAIT\",\"for\":\"PT36H\"}," + call
                        + ",{\"type\":\"WAIT\",\"for\":\"P9D\"}," + call + "]}}");
        api.post(sops + "/" + sop + "/versions/1/publications", "{}");
        api.post(sops + "/" + sop + "/versions/1/activations", "{}");
    }
}
