package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LeavingMember;
import cn.siyu.bootstrap.RunningProduct;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A staff member with customers and groups leaves; colleagues inherit everything over simulated days. One customer
/// refuses.
class LeavingMemberTest {
    private static final int CUSTOMERS = 50;

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
            }
        }
    }
}
