package cn.siyu.bootstrap.bench;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.KnownContacts;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.ProductProcess;
import cn.siyu.bootstrap.TakenOverCorp;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Synchronisations of a corp that has customers, remarks and tags: the first one, one that finds
/// nothing to do, one that finds what callbacks missed, and one whose process is killed again and
/// again. Each ends with a comparison of both sides, relationship by relationship.
final class TakeOver {
    private static final String RUNS = "/v1/brands/" + LiveBrand.SLUG + "/synchronizations";

    private TakeOver() {}

    /// What came of it.
    ///
    /// @param relationships how many were taken over
    /// @param took from asking to the end
    /// @param processor the processor time that the product's process took for it, over all cores
    /// @param again how long a reconciliation took that found everything equal
    /// @param missed how long one took that found a thousand changes
    /// @param peak the most resident memory there was until the end of the first one
    /// @param peakInAll the same, until the end of all
    record Result(
            int relationships,
            Duration took,
            Duration processor,
            Duration again,
            Duration missed,
            long peak,
            long peakInAll) {
        double perSecond() {
            return relationships / (took.toMillis() / 1e3);
        }
    }

    /// What came of being killed.
    ///
    /// @param kills how often
    /// @param took from asking to the end, starts included
    /// @param seen relationships that were read, which is more than there are if pages were read
    ///     again
    record Survived(int relationships, int kills, Duration took, long seen) {}

    static Result measure(Store store, ProductProcess.Launch plain, Path home, int customers)
            throws IOException, InterruptedException, SQLException {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var corp = TakenOverCorp.load(simulator, customers);
            var launch = plain.with(LiveBrand.settings(simulator.baseUrl()), store.environment());
            Result result;
            try (var product = ProductProcess.start(launch, home)) {
                var api = product.api(product.key("installation-key"));
                LiveBrand.make(api);
                result = run(product, api, corp);
            }
            compare(simulator, store, home);
            return result;
        }
    }

    private static Result run(ProductProcess product, Api api, TakenOverCorp corp)
            throws IOException, InterruptedException {
        var before = product.processorTime();
        long began = System.nanoTime();
        var first = ended(api, begun(api, "INITIAL"));
        var took = since(began);
        var processor = product.processorTime().minus(before);
        long peak = product.peakMegabytes();
        began = System.nanoTime();
        found(ended(api, begun(api, "RECONCILIATION")), new TakenOverCorp.Missed(0, 0, 0));
        var again = since(began);
        var changed = corp.change();
        began = System.nanoTime();
        found(ended(api, begun(api, "RECONCILIATION")), changed);
        var missed = since(began);
        return new Result(
                first.path("relationshipsAdded").asInt(),
                took,
                processor,
                again,
                missed,
                peak,
                product.peakMegabytes());
    }

    static Survived survive(Store store, ProductProcess.Launch plain, Path home, int customers, int kills)
            throws IOException, InterruptedException, SQLException {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var corp = TakenOverCorp.load(simulator, customers);
            var launch = plain.with(LiveBrand.settings(simulator.baseUrl()), store.environment());
            try (var product = ProductProcess.start(launch, home)) {
                LiveBrand.make(product.api(product.key("installation-key")));
            }
            String run = "";
            long began = System.nanoTime();
            for (int kill = 1; kill <= kills; kill++) {
                try (var product = ProductProcess.start(launch, home)) {
                    var api = product.api(product.key("installation-key"));
                    run = run.isEmpty() ? begun(api, "INITIAL") : run;
                    reached(api, run, (long) corp.relationships() * kill / (kills + 1));
                    product.kill();
                }
            }
            JsonNode ended;
            try (var product = ProductProcess.start(launch, home)) {
                ended = ended(product.api(product.key("installation-key")), run);
            }
            var took = since(began);
            compare(simulator, store, home);
            return new Survived(
                    ended.path("relationshipsAdded").asInt(),
                    kills,
                    took,
                    ended.path("relationshipsSeen").asLong());
        }
    }

    private static void compare(WeComSimulator simulator, Store store, Path home)
            throws IOException, InterruptedException, SQLException {
        var there = KnownContacts.there(simulator);
        try (var database = DriverManager.getConnection(store.url(home), store.user(), "")) {
            var here = KnownContacts.here(database);
            if (!here.equals(there)) {
                long differ = there.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(here.get(entry.getKey())))
                        .count();
                throw new IllegalStateException("the two sides are not equal: " + there.size()
                        + " relationships there, " + here.size() + " here, " + differ + " of them missing or other");
            }
        }
    }

    private static void found(JsonNode run, TakenOverCorp.Missed expected) {
        var found = new TakenOverCorp.Missed(
                run.path("relationshipsAdded").asInt(),
                run.path("relationshipsEnded").asInt(),
                run.path("relationshipsChanged").asInt());
        if (!found.equals(expected)) {
            throw new IllegalStateException("found " + found + ", but it was " + expected);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String begun(Api api, String kind) throws IOException, InterruptedException {
        return api.post(RUNS, "{\"connection\":\"bench\",\"kind\":\"" + kind + "\"}")
                .path("id")
                .asText();
    }

    private static void reached(Api api, String run, long seen) throws IOException, InterruptedException {
        var at = api.get(RUNS + "/" + run);
        while (at.path("relationshipsSeen").asLong() < seen) {
            running(at);
            TimeUnit.MILLISECONDS.sleep(20);
            at = api.get(RUNS + "/" + run);
        }
        running(at);
    }

    private static void running(JsonNode at) {
        if (!at.path("state").asText().equals("RUNNING")) {
            throw new IllegalStateException("the synchronisation ended too soon: " + at);
        }
    }

    private static JsonNode ended(Api api, String run) throws IOException, InterruptedException {
        JsonNode at;
        do {
            TimeUnit.MILLISECONDS.sleep(100);
            at = api.get(RUNS + "/" + run);
        } while (at.path("state").asText().equals("RUNNING"));
        if (!at.path("state").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException("the synchronisation ended as " + at);
        }
        return at;
    }
}
