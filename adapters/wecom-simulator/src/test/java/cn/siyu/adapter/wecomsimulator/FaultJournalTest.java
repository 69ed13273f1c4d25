package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fault rules survive the process, each as far as it has come, and go with a saved world.
class FaultJournalTest {
    private static final String SHARE =
            "{\"path\":\"department/list\",\"kind\":\"ERRCODE\",\"errcode\":45033,\"rate\":0.4,\"seed\":11,\"skip\":3}";
    private static final String ONCE =
            "{\"path\":\"get_follow_user_list\",\"kind\":\"ERRCODE\",\"errcode\":45036,\"count\":1}";
    private static final String BLOCK = "{\"path\":\"get_corp_tag_list\",\"kind\":\"BLOCK\",\"count\":1}";

    private static void load(TestClient client) {
        client.control("POST", "", TestClient.corp(""));
        for (var rule : List.of(SHARE, ONCE, BLOCK)) {
            assertThat(client.exchange("POST", "/simulator/faults", rule).statusCode())
                    .isEqualTo(201);
        }
    }

    /// What so many calls meet, one after the other.
    private static List<Integer> calls(TestClient client, int times) {
        var token = client.token();
        var met = new ArrayList<Integer>();
        for (var i = 0; i < times; i++) {
            met.add(client.get("/cgi-bin/department/list?access_token=" + token)
                    .path("errcode")
                    .asInt());
        }
        return met;
    }

    private static int followers(TestClient client) {
        return client.contactGet("get_follow_user_list", "").path("errcode").asInt();
    }

    private static int tags(TestClient client) {
        return client.contact("get_corp_tag_list", "{}").path("errcode").asInt();
    }

    @Test
    void goesOnWhereItStopped(@TempDir Path directory) {
        List<Integer> whole;
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            load(client);
            whole = calls(client, 60);
        }
        assertThat(whole).contains(0, 45033);
        var parts = new ArrayList<Integer>();
        for (var run = 0; run < 3; run++) {
            try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
                var client = new TestClient(simulator);
                if (run == 0) {
                    load(client);
                    assertThat(followers(client)).isEqualTo(45036);
                    assertThat(tags(client)).isEqualTo(45009);
                } else {
                    assertThat(followers(client)).as("the rule is used up").isZero();
                    assertThat(tags(client)).as("the block goes on").isEqualTo(45009);
                }
                parts.addAll(calls(client, 20));
            }
        }
        assertThat(parts).isEqualTo(whole);
    }

    /// What lies on the disk when a call has been answered is what a killed process leaves behind.
    @Test
    void hasWrittenDownWhatACallMetBeforeItIsAnswered(@TempDir Path directory, @TempDir Path left) throws IOException {
        List<Integer> after;
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            load(client);
            calls(client, 17);
            for (var file : List.of("faults.lines", TestClient.CORP + ".journal")) {
                Files.copy(directory.resolve(file), left.resolve(file));
            }
            after = calls(client, 30);
        }
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(left))) {
            assertThat(calls(new TestClient(simulator), 30)).isEqualTo(after);
        }
    }

    @Test
    void forgetsWhatWasRemovedAndALineThatWasNotFinished(@TempDir Path directory) throws IOException {
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            load(client);
            client.exchange("DELETE", "/simulator/faults/1", "");
        }
        Files.writeString(directory.resolve("faults.lines"), "+ {\"rule\":{\"id\":9", StandardOpenOption.APPEND);
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            assertThat(client.get("/simulator/faults").path("faults").findValuesAsText("id"))
                    .containsExactly("2", "3");
            assertThat(client.post("/simulator/faults", SHARE).path("id").asInt())
                    .isEqualTo(4);
            client.exchange("DELETE", "/simulator/faults", "");
        }
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            assertThat(new TestClient(simulator).get("/simulator/faults").path("faults"))
                    .isEmpty();
        }
    }

    @Test
    void goesWithASavedWorld() {
        String saved;
        List<Integer> after;
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            load(client);
            calls(client, 20);
            saved = client.exchange("GET", "/simulator/world", "").body();
            assertThat(client.exchange("GET", "/simulator/corps/" + TestClient.CORP + "/world", "")
                            .body())
                    .doesNotContain("\"faults\"");
            after = calls(client, 20);
        }
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.exchange("POST", "/simulator/faults", SHARE.replace("department/list", "user/get"));
            var loaded = client.exchange("PUT", "/simulator/world", saved);
            assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
            assertThat(client.get("/simulator/faults").path("faults")).hasSize(3);
            assertThat(client.exchange("GET", "/simulator/world", "").body()).isEqualTo(saved);
            assertThat(calls(client, 20)).isEqualTo(after);

            var odd = client.exchange("PUT", "/simulator/world", saved.replace("\"seen\":", "\"saw\":"));
            assertThat(odd.statusCode()).isEqualTo(400);
            assertThat(odd.body()).contains("faults").contains("saw");
            assertThat(client.get("/simulator/faults").path("faults")).hasSize(3);
        }
    }
}
