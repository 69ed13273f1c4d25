package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.KnownContacts;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.ProductProcess;
import cn.siyu.bootstrap.RunningProduct;
import cn.siyu.bootstrap.TakenOverCorp;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A corp with customers, remarks and tags of its own is taken over by a process that is killed in
/// the middle, and kept in step without a single callback.
class TakeOverTest {
    private static final int CUSTOMERS = 3_000;
    private static final String BRAND = "/v1/brands/" + LiveBrand.SLUG;
    private static final String RUNS = BRAND + "/synchronizations";

    @TempDir
    Path directory;

    @Test
    void anExistingCorpIsTakenOverAndReconciliationFindsWhatCallbacksMissed() throws Exception {
        Path home = directory.resolve("home");
        try (var far = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var corp = TakenOverCorp.load(far, CUSTOMERS);
            corp.people(0, 100);
            var wiring = LiveBrand.settings(far.baseUrl());
            String run = cutOff(home, far, wiring);
            try (var product = RunningProduct.live(home, wiring)) {
                var ended = ended(product.api(), run);
                assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
                assertThat(ended.path("relationshipsSeen").asInt())
                        .as("no page is taken over twice, none is left out")
                        .isEqualTo(corp.relationships());
                assertThat(ended.path("relationshipsAdded").asInt()).isEqualTo(corp.relationships());
                equal(product, far);
                assertThat(enrolled(product)).as("nobody who was there before").isZero();

                var missed = corp.change();
                var found = ended(product.api(), begun(product.api(), "RECONCILIATION"));
                assertThat(found.path("state").asText()).as(found.toString()).isEqualTo("SUCCEEDED");
                assertThat(missed(found)).isEqualTo(missed);
                equal(product, far);
                assertThat(enrolled(product)).as("who came since").isEqualTo(missed.added());

                var nothing = ended(product.api(), begun(product.api(), "RECONCILIATION"));
                assertThat(missed(nothing)).as("who is in step stays so").isEqualTo(new TakenOverCorp.Missed(0, 0, 0));
                assertThat(count(product, "SELECT COUNT(*) AS n FROM customer"))
                        .as("a customer of two members is one")
                        .isEqualTo(corp.customers());
                assertThat(count(product, "SELECT COUNT(*) AS n FROM send"))
                        .as("nobody is greeted")
                        .isZero();
            }
        }
    }

    /// Begins, and kills the product while pages are read.
    private static String cutOff(Path home, WeComSimulator far, Map<String, String> wiring) throws Exception {
        var simulator = new Api(far.baseUrl(), "");
        String fault = simulator
                .post("/simulator/faults", "{\"path\":\"batch/get_by_user\",\"kind\":\"DELAY\",\"delayMillis\":100}")
                .path("id")
                .asText();
        String run;
        var launch =
                ProductProcess.Launch.ofClassPath().with(wiring, Map.of("SIYU_INSTANCE_SECRET", RunningProduct.SECRET));
        try (var product = ProductProcess.start(launch, home)) {
            var api = product.api(product.key("installation-key"));
            LiveBrand.make(api);
            greetAndEnrolNewcomers(api);
            run = begun(api, "INITIAL");
            JsonNode at;
            do {
                TimeUnit.MILLISECONDS.sleep(50);
                at = api.get(RUNS + "/" + run);
            } while (at.path("relationshipsSeen").asInt() == 0);
            assertThat(at.path("state").asText()).isEqualTo("RUNNING");
            assertThatThrownBy(() -> begun(api, "RECONCILIATION"))
                    .as("one at a time")
                    .hasMessageContaining("409")
                    .hasMessageContaining(run);
            product.kill();
        }
        simulator.delete("/simulator/faults/" + fault);
        return run;
    }

    private static void greetAndEnrolNewcomers(Api api) throws IOException, InterruptedException {
        String material = api.post(BRAND + "/materials", "{\"name\":\"hello\",\"text\":\"欢迎光临\"}")
                .path("id")
                .asText();
        String sop =
                api.post(BRAND + "/sops", "{\"name\":\"newcomers\"}").path("id").asText();
        api.post(BRAND + "/sops/" + sop + "/versions", """
                {"definition": {"trigger": {"type": "RELATIONSHIP_ADDED"}, "steps": [
                  {"type": "WAIT", "for": "P3D"},
                  {"type": "SEND", "material": "%s", "contactClass": "SERVICE"}]}}""".formatted(material));
        api.post(BRAND + "/sops/" + sop + "/versions/1/publications", "{}");
        api.post(BRAND + "/sops/" + sop + "/versions/1/activations", "{}");
    }

    private static void equal(RunningProduct product, WeComSimulator far) throws Exception {
        try (var database = product.database()) {
            assertThat(KnownContacts.here(database)).isEqualTo(KnownContacts.there(far));
        }
    }

    private static TakenOverCorp.Missed missed(JsonNode run) {
        return new TakenOverCorp.Missed(
                run.path("relationshipsAdded").asInt(),
                run.path("relationshipsEnded").asInt(),
                run.path("relationshipsChanged").asInt());
    }

    private static long enrolled(RunningProduct product) {
        return count(product, "SELECT COUNT(*) AS n FROM enrolment");
    }

    private static long count(RunningProduct product, String query) {
        return product.rows(query, row -> row.number("n")).getFirst();
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
