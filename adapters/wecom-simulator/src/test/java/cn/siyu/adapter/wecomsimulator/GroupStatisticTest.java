package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Group statistics count what happened, on the days on which it did.
class GroupStatisticTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    /// Two owners. The first one's group grows on 20 and 21 February, is written in on 2 March,
    /// loses somebody on the 3rd and is dissolved on the 4th; it is the 5th, in the morning.
    @BeforeEach
    void live() {
        client.control("POST", "", TestClient.corp("""
                ,"customers":[{"externalUserId":"wmOne"},{"externalUserId":"wmTwo"}],
                "groups":[{"chatId":"wrA","owner":"staff-01","createdAt":"2026-02-20T02:00:00Z",
                  "members":[{"externalUserId":"wmOne"},{"externalUserId":"wmTwo","joinedAt":"2026-02-20T17:00:00Z"}]},
                 {"chatId":"wrB","owner":"staff-02","createdAt":"2026-02-20T02:00:00Z"},
                 {"chatId":"wrC","owner":"staff-02","createdAt":"2026-02-27T02:00:00Z"}]"""));
        act("WRITE_IN_GROUP", ",'customer':'wmOne','messages':3");
        act("WRITE_IN_GROUP", ",'customer':'wmOne'");
        act("WRITE_IN_GROUP", ",'userid':'staff-01'");
        step("2026-03-03T02:00:00Z");
        act("LEAVE_GROUP", ",'customer':'wmTwo'");
        step("2026-03-04T02:00:00Z");
        act("DISMISS_GROUP", "");
        step("2026-03-05T02:00:00Z");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void act(String type, String more) {
        client.act("{\"type\":\"%s\",\"chatId\":\"wrA\"%s}".formatted(type, more.replace('\'', '"')));
    }

    private void step(String to) {
        client.control("POST", "/clock/steps", "{\"to\":\"%s\"}".formatted(to));
    }

    private JsonNode ask(String call, String from, String to, String more) {
        return client.contact(
                "groupchat/" + call,
                "{'day_begin_time':%d,'day_end_time':%d,'owner_filter':{'userid_list':['staff-01','staff-02','staff-03']}%s}"
                        .formatted(
                                Instant.parse(from).getEpochSecond(),
                                Instant.parse(to).getEpochSecond(),
                                more));
    }

    /// new groups, groups, written groups, new members, members, writers, messages
    private static String numbers(JsonNode item) {
        var data = item.path("data");
        return "new_chat_cnt chat_total chat_has_msg new_member_cnt member_total member_has_msg msg_total"
                .transform(names -> Arrays.stream(names.split(" ", -1))
                        .map(name -> data.path(name).asText("missing"))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void countsByOwner() {
        var growing = ask("statistic", "2026-02-20T00:00:00Z", "2026-02-21T00:00:00Z", "");
        assertThat(growing.path("total").asInt()).as("staff-03 has no group").isEqualTo(2);
        assertThat(growing.path("next_offset").asInt()).isEqualTo(2);
        assertThat(growing.path("items").path(0).path("owner").asText()).isEqualTo("staff-01");
        assertThat(numbers(growing.path("items").path(0))).isEqualTo("1 1 0 3 3 0 0");
        assertThat(numbers(growing.path("items").path(1))).isEqualTo("1 1 0 1 1 0 0");
        var written = ask("statistic", "2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z", ",'order_by':4");
        assertThat(numbers(written.path("items").path(0))).isEqualTo("0 1 1 0 3 2 5");
        var shrunk = ask("statistic", "2026-03-03T00:00:00Z", "2026-03-03T00:00:00Z", ",'order_by':4,'order_asc':1");
        assertThat(shrunk.path("items").findValuesAsText("owner")).containsExactly("staff-01", "staff-02");
        assertThat(numbers(shrunk.path("items").path(0))).isEqualTo("0 1 1 0 2 2 5");
        var ended = ask("statistic", "2026-03-04T00:00:00Z", "2026-03-04T00:00:00Z", "");
        assertThat(ended.path("items").findValuesAsText("owner")).containsExactly("staff-02");
        assertThat(numbers(ended.path("items").path(0))).isEqualTo("0 2 0 0 2 0 0");
    }

    @Test
    void countsByDay() {
        var days = ask("statistic_group_by_day", "2026-02-19T20:00:00Z", "2026-02-22T00:00:00Z", "")
                .path("items");
        assertThat(days).hasSize(3);
        // 20 February begins at 16:00 UTC of the 19th
        assertThat(days.path(0).path("stat_time").asLong())
                .isEqualTo(Instant.parse("2026-02-19T16:00:00Z").getEpochSecond());
        assertThat(numbers(days.path(0))).isEqualTo("2 2 0 3 3 0 0");
        assertThat(numbers(days.path(1))).isEqualTo("0 2 0 1 4 0 0");
        assertThat(numbers(days.path(2))).isEqualTo("0 2 0 0 4 0 0");
    }

    @Test
    void ordersAndPages() {
        var from = "2026-02-27T00:00:00Z";
        assertThat(ask("statistic", from, from, "").path("items").findValuesAsText("owner"))
                .containsExactly("staff-02", "staff-01");
        assertThat(ask("statistic", from, from, ",'order_asc':1").path("items").findValuesAsText("owner"))
                .containsExactly("staff-01", "staff-02");
        assertThat(ask("statistic", from, from, ",'order_by':4").path("items").findValuesAsText("owner"))
                .containsExactly("staff-01", "staff-02");
        var first = ask("statistic", from, from, ",'limit':1");
        assertThat(first.path("total").asInt()).isEqualTo(2);
        assertThat(first.path("next_offset").asInt()).isEqualTo(1);
        var second = ask("statistic", from, from, ",'limit':1,'offset':1");
        assertThat(second.path("next_offset").asInt()).isEqualTo(2);
        assertThat(second.path("items").findValuesAsText("owner")).containsExactly("staff-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2026-03-05T00:00:00Z | 2026-03-05T00:00:00Z | | 600018",
                "2026-03-04T00:00:00Z | 2026-03-03T00:00:00Z | | 600018",
                "2026-02-02T00:00:00Z | 2026-03-04T00:00:00Z | | 600018",
                "2026-02-03T00:00:00Z | 2026-03-04T00:00:00Z | | 0",
                "2025-09-06T00:00:00Z | 2025-09-06T00:00:00Z | | 0",
                "2025-09-05T00:00:00Z | 2025-09-05T00:00:00Z | | 600018",
                "2026-03-04T00:00:00Z | 2026-03-04T00:00:00Z | ,'order_by':5 | 40058",
                "2026-03-04T00:00:00Z | 2026-03-04T00:00:00Z | ,'order_asc':2 | 40058",
                "2026-03-04T00:00:00Z | 2026-03-04T00:00:00Z | ,'offset':-1 | 40058",
                "2026-03-04T00:00:00Z | 2026-03-04T00:00:00Z | ,'limit':0 | 40058",
                "2026-03-04T00:00:00Z | 2026-03-04T00:00:00Z | ,'limit':1001 | 40058",
                "2026-03-04T00:00:00Z | 2026-03-04T00:00:00Z | ,'limit':1000 | 0",
            })
    void checksItsParameters(String from, String to, String more, int errcode) {
        var answer = ask("statistic", from, to, more == null ? "" : more);
        assertThat(answer.path("errcode").asInt()).isEqualTo(errcode);
        assertThat(answer.path("items").isArray()).isTrue();
    }

    @Test
    void needsOwnersAndADay() {
        var day = Instant.parse("2026-03-04T00:00:00Z").getEpochSecond();
        for (var call : new String[] {"statistic", "statistic_group_by_day"}) {
            assertThat(client.contact("groupchat/" + call, "{'day_begin_time':%d}".formatted(day))
                            .path("errcode")
                            .asInt())
                    .isEqualTo(40063);
            assertThat(client.contact("groupchat/" + call, "{'owner_filter':{'userid_list':['staff-01']}}")
                            .path("errcode")
                            .asInt())
                    .isEqualTo(40063);
            var many = IntStream.range(0, 101).mapToObj(i -> "'m" + i + "'").collect(Collectors.joining(","));
            var body = "{'day_begin_time':%d,'owner_filter':{'userid_list':[%s]}}".formatted(day, many);
            assertThat(client.contact("groupchat/" + call, body).path("errcode").asInt())
                    .isEqualTo(81017);
        }
    }
}
