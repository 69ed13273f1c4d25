package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.RunningProduct;
import cn.siyu.bootstrap.TakenOverCorp;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A corp with customers, remarks and tags of its own is taken over, and kept in step without a
/// single callback.
class TakeOverTest {
    private static final int CUSTOMERS = 6_000;
    private static final String RUNS = "/v1/brands/" + LiveBrand.SLUG + "/synchronizations";

    @TempDir
    Path directory;

    @Test
    void anExistingCorpIsTakenOverAndReconciliationFindsWhatCallbacksMissed() throws Exception {
        Path home = directory.resolve("home");
        try (var far = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var corp = TakenOverCorp.load(far, CUSTOMERS);
            corp.people(0, 400);
            var wiring = LiveBrand.settings(far.baseUrl());
            String run = cutOff(home, far, wiring);
            try (var product = RunningProduct.live(home, wiring)) {
                var ended = ended(product.api(), run);
                assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
                assertThat(ended.path("relationshipsSeen").asInt())
                        .as("no page is read twice")
                        .isEqualTo(corp.relationships());
                assertThat(ended.path("relationshipsAdded").asInt()).isEqualTo(corp.relationships());
                assertThat(TakenOverCorp.here(product)).isEqualTo(corp.there());

                var missed = corp.change();
                var found = ended(product.api(), begun(product.api(), "RECONCILIATION"));
                assertThat(found.path("state").asText()).as(found.toString()).isEqualTo("SUCCEEDED");
                assertThat(found.path("relationshipsAdded").asInt()).isEqualTo(missed.added());
                assertThat(found.path("relationshipsEnded").asInt()).isEqualTo(missed.ended());
                assertThat(found.path("relationshipsChanged").asInt()).isEqualTo(missed.changed());
                assertThat(TakenOverCorp.here(product)).isEqualTo(corp.there());

                var nothing = ended(product.api(), begun(product.api(), "RECONCILIATION"));
                assertThat(nothing.path("relationshipsAdded").asInt()
                                + nothing.path("relationshipsChanged").asInt()
                                + nothing.path("relationshipsEnded").asInt())
                        .as("who is in step stays so")
                        .isZero();
                assertThat(product.rows("SELECT id FROM send", row -> row.number("id")))
                        .as("nobody is greeted")
                        .isEmpty();
            }
        }
    }

    /// Begins, and stops the product while pages are read.
    private static String cutOff(Path home, WeComSimulator far, Map<String, String> wiring) throws Exception {
        var simulator = new Api(far.baseUrl(), "");
        String fault = simulator
                .post("/simulator/faults", "{\"path\":\"batch/get_by_user\",\"kind\":\"DELAY\",\"delayMillis\":100}")
                .path("id")
                .asText();
        String run;
        try (var product = RunningProduct.live(home, wiring)) {
            LiveBrand.make(product.api());
            run = begun(product.api(), "INITIAL");
            JsonNode at;
            do {
                TimeUnit.MILLISECONDS.sleep(50);
                at = product.api().get(RUNS + "/" + run);
            } while (at.path("relationshipsSeen").asInt() == 0);
            assertThat(at.path("state").asText()).isEqualTo("RUNNING");
        }
        simulator.delete("/simulator/faults/" + fault);
        return run;
    }

    private static String begun(Api api, String kind) throws IOException, InterruptedException {
        return api.post(RUNS, "{\"connection\":\"bench\",\"kind\":\"" + kind + "\"}")
                .path("id")
                .asText();
    }

    private static JsonNode ended(Api api, String run) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        var at = api.get(RUNS + "/" + run);
        while (at.path("state").asText().equals("RUNNING")) {
            assertThat(System.nanoTime()).as(at.toString()).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
            at = api.get(RUNS + "/" + run);
        }
        return at;
    }
}
