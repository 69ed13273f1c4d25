package cn.siyu.bootstrap.bench;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.TakenOverCorp;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The first synchronisation of a corp that has customers, remarks and tags, and a reconciliation
/// that finds nothing to do.
final class TakeOver {
    private static final String RUNS = "/v1/brands/" + LiveBrand.SLUG + "/synchronizations";

    private TakeOver() {}

    /// What came of it.
    ///
    /// @param relationships how many were taken over
    /// @param took from asking to the end
    /// @param again how long a reconciliation took that found everything equal
    /// @param peak the most resident memory there ever was
    record Result(int relationships, Duration took, Duration again, long peak) {
        double perSecond() {
            return relationships / (took.toMillis() / 1e3);
        }
    }

    static Result measure(Store store, ProductProcess.Launch plain, Path home, int customers)
            throws IOException, InterruptedException {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            TakenOverCorp.load(simulator, customers);
            var launch = plain.with(LiveBrand.settings(simulator.baseUrl()), store);
            try (var product = ProductProcess.start(launch, home)) {
                var api = product.api(product.key("installation-key"));
                LiveBrand.make(api);
                long began = System.nanoTime();
                var run = run(api, "INITIAL");
                var took = Duration.ofNanos(System.nanoTime() - began);
                began = System.nanoTime();
                run(api, "RECONCILIATION");
                var again = Duration.ofNanos(System.nanoTime() - began);
                return new Result(run.path("relationshipsAdded").asInt(), took, again, product.peakMegabytes());
            }
        }
    }

    private static JsonNode run(Api api, String kind) throws IOException, InterruptedException {
        String id = api.post(RUNS, "{\"connection\":\"bench\",\"kind\":\"" + kind + "\"}")
                .path("id")
                .asText();
        JsonNode at;
        do {
            TimeUnit.MILLISECONDS.sleep(100);
            at = api.get(RUNS + "/" + id);
        } while (at.path("state").asText().equals("RUNNING"));
        if (!at.path("state").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException("the synchronisation ended as " + at);
        }
        return at;
    }
}
