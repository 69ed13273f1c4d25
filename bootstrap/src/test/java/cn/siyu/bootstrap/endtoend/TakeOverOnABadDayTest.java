package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.KnownContacts;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.RunningProduct;
import cn.siyu.bootstrap.TakenOverCorp;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A synchronisation while the platform refuses, breaks off and answers nonsense, and while some
/// accounts can't be read at all; and one that somebody stops.
class TakeOverOnABadDayTest {
    private static final int CUSTOMERS = 2_000;
    private static final String BRAND = "/v1/brands/" + LiveBrand.SLUG;
    private static final String RUNS = BRAND + "/synchronizations";
    private static final List<String> FAULTS = List.of(
            "\"path\":\"batch/get_by_user\",\"kind\":\"ERRCODE\",\"errcode\":45033,\"skip\":2",
            "\"path\":\"batch/get_by_user\",\"kind\":\"ERRCODE\",\"skip\":4",
            "\"path\":\"batch/get_by_user\",\"kind\":\"TRUNCATED_BODY\",\"skip\":7",
            "\"path\":\"batch/get_by_user\",\"kind\":\"RESET_AFTER_HEADERS\",\"skip\":10",
            "\"path\":\"batch/get_by_user\",\"kind\":\"VOID_TOKEN\",\"skip\":13",
            "\"path\":\"externalcontact/list\",\"kind\":\"HTML_BODY\"");

    @TempDir
    Path home;

    @Test
    void failedPagesAreReadLaterAndAccountsThatCannotBeReadHoldNobodyUp() throws Exception {
        try (var far = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var simulator = new Api(far.baseUrl(), "");
            TakenOverCorp.load(far, CUSTOMERS);
            var there = KnownContacts.there(far);
            cannotBeRead(simulator);
            for (String fault : FAULTS) {
                simulator.post("/simulator/faults", "{\"count\":1," + fault + "}");
            }
            try (var product = RunningProduct.live(home, LiveBrand.settings(far.baseUrl()))) {
                LiveBrand.make(product.api());
                LiveBrand.account(product.api(), "nobody");
                String run = begun(product.api());
                var ended = until(product.api(), run, at -> !running(at));

                assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("PARTLY_SUCCEEDED");
                assertThat(ended.path("accountsDone").asInt()).isEqualTo(8);
                var problems = new TreeMap<String, String>();
                ended.path("firstProblems")
                        .forEach(one -> problems.put(
                                one.path("address").asText(),
                                one.path("problem").asText()));
                assertThat(problems).as(problems.toString()).containsOnlyKeys("member8", "member9", "nobody");
                there.keySet().removeIf(key -> key.startsWith("member9/")); // member8 was read, but not compared
                try (var database = product.database()) {
                    assertThat(KnownContacts.here(database)).isEqualTo(there);
                }
                assertThat(simulator.get("/simulator/faults").toString())
                        .as("every fault has bitten")
                        .doesNotContain("\"bitten\":0");
            }
        }
    }

    /// One member the app no longer sees, another one lost the right to have customers.
    private static void cannotBeRead(Api simulator) throws IOException, InterruptedException {
        var visible = new StringBuilder();
        for (int i = 0; i < LiveBrand.MEMBERS - 1; i++) {
            visible.append(i == 0 ? "\"" : ",\"").append(LiveBrand.member(i)).append('"');
        }
        simulator.patch("/simulator/corps/" + LiveBrand.CORP + "/apps/1", "{\"visible\":[" + visible + "]}");
        simulator.post(
                "/simulator/corps/" + LiveBrand.CORP + "/actions",
                "{\"type\":\"MEMBER_CHANGES\",\"userid\":\"" + LiveBrand.member(8) + "\",\"customerContact\":false}");
    }

    @Test
    void whoStopsItKeepsWhatWasTakenOver() throws Exception {
        try (var far = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var corp = TakenOverCorp.load(far, CUSTOMERS);
            var simulator = new Api(far.baseUrl(), "");
            simulator.post(
                    "/simulator/faults", "{\"path\":\"batch/get_by_user\",\"kind\":\"DELAY\",\"delayMillis\":200}");
            try (var product = RunningProduct.live(home, LiveBrand.settings(far.baseUrl()))) {
                LiveBrand.make(product.api());
                String run = begun(product.api());
                until(product.api(), run, at -> at.path("relationshipsSeen").asInt() > 0);
                var stopped = product.api().post(RUNS + "/" + run + "/cancellations", "{}");
                assertThat(stopped.path("state").asText()).isEqualTo("CANCELLED");
                assertThat(stopped.path("finishedAt").isTextual()).isTrue();

                simulator.delete("/simulator/faults");
                String next = begun(product.api());
                var after = until(product.api(), next, at -> !running(at));
                assertThat(after.path("state").asText()).as(after.toString()).isEqualTo("SUCCEEDED");
                assertThat(after.path("relationshipsAdded").asInt())
                        .as("what the first one took over stays")
                        .isPositive()
                        .isLessThan(corp.relationships());
                var first = product.api().get(RUNS + "/" + run);
                assertThat(first.path("relationshipsAdded").asInt()
                                + after.path("relationshipsAdded").asInt())
                        .isEqualTo(corp.relationships());
                try (var database = product.database()) {
                    assertThat(KnownContacts.here(database)).isEqualTo(KnownContacts.there(far));
                }
            }
        }
    }

    private static String begun(Api api) throws IOException, InterruptedException {
        return api.post(RUNS, "{\"connection\":\"bench\",\"kind\":\"INITIAL\"}")
                .path("id")
                .asText();
    }

    private static boolean running(JsonNode run) {
        return run.path("state").asText().equals("RUNNING");
    }

    private static JsonNode until(Api api, String run, Predicate<JsonNode> reached)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        var at = api.get(RUNS + "/" + run);
        while (!reached.test(at)) {
            assertThat(System.nanoTime()).as(at.toString()).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(50);
            at = api.get(RUNS + "/" + run);
        }
        return at;
    }
}
