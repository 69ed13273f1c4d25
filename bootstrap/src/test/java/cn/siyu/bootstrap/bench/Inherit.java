package cn.siyu.bootstrap.bench;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LeavingMember;
import cn.siyu.bootstrap.ProductProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A member leaves, and colleagues inherit everything over simulated days, while the process that
/// carries it out is killed again and again: in the middle of asking, and in the middle of writing
/// down what was taken over. In the end both sides are compared, relationship by relationship and
/// group by group.
final class Inherit {
    private static final String CLOCK = "/v1/brands/demo/clock/advances";
    private static final int REFUSERS = 7;

    private Inherit() {}

    /// What came of it.
    ///
    /// @param took from the order to the end, starts included
    /// @param customerCalls calls that asked for customers, as the simulator counts them
    record Result(int customers, int groups, int refused, Duration took, long customerCalls, long groupCalls) {}

    static Result survive(Store store, ProductProcess.Launch plain, Path home, int customers, int groups, int kills)
            throws IOException, InterruptedException, SQLException {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var settings = new HashMap<String, String>();
            settings.put("siyu.sandbox.simulator-url", simulator.baseUrl());
            settings.put("siyu.sandbox.customers", "1");
            settings.put("siyu.sandbox.first-days", "0");
            settings.put("siyu.sandbox.days", "1");
            var launch = plain.with(settings, store.environment());
            var far = new Api(simulator.baseUrl(), "");
            String order;
            LeavingMember member;
            try (var product = ProductProcess.start(launch, home)) {
                var api = product.api(product.key("sandbox-key"));
                member = new LeavingMember(far);
                member.gets(customers, groups);
                advance(api, "PT1H");
                member.leaves();
                order = LeavingMember.order(api);
            }
            long began = System.nanoTime();
            for (int kill = 1; kill <= kills; kill++) {
                try (var product = ProductProcess.start(launch, home)) {
                    var api = product.api(product.key("sandbox-key"));
                    killedOnTheWay(product, api, order, kill, customers);
                }
                if (kill == 1) {
                    for (int i = 0; i < REFUSERS; i++) {
                        member.refuses(
                                member.contacts().get(i * 11 % member.contacts().size()));
                    }
                }
            }
            JsonNode ended;
            try (var product = ProductProcess.start(launch, home)) {
                ended = ended(product.api(product.key("sandbox-key")), order);
            }
            var took = Duration.ofNanos(System.nanoTime() - began);
            compare(member, store, home);
            return new Result(
                    ended.at("/customers/taken").asInt(),
                    ended.at("/groups/taken").asInt(),
                    ended.at("/customers/refused").asInt(),
                    took,
                    calls(far, "resigned/transfer_customer"),
                    calls(far, "groupchat/transfer"));
        }
    }

    /// The first time while it asks, then while it writes down what was taken over.
    private static void killedOnTheWay(ProductProcess product, Api api, String order, int kill, int customers)
            throws IOException, InterruptedException {
        begin(api, kill == 1 ? "PT1H" : "PT26H");
        String field = kill == 1 ? "/customers/waiting" : "/customers/taken";
        int enough = kill == 1 ? customers / 3 : customers * (kill - 1) / 4;
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (api.get(order).at(field).asInt() < enough && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        product.kill();
    }

    private static void begin(Api api, String by) throws IOException, InterruptedException {
        settled(api);
        api.post(CLOCK, "{\"by\":\"" + by + "\"}");
    }

    private static void advance(Api api, String by) throws IOException, InterruptedException {
        begin(api, by);
        settled(api);
    }

    /// An advance that was cut off goes on by itself after the start.
    private static void settled(Api api) throws IOException, InterruptedException {
        ProductProcess.settle(api, "demo");
    }

    private static JsonNode ended(Api api, String order) throws IOException, InterruptedException {
        for (int hours = 0; hours < 24 * 30; hours += 6) {
            advance(api, "PT6H");
            var at = api.get(order);
            if (at.path("state").asText().equals("COMPLETED")) {
                return at;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException("it has no end: " + api.get(order));
    }

    private static long calls(Api far, String api) throws IOException, InterruptedException {
        String corp = far.get("/simulator/corps").path("corps").get(0).asText();
        return far.text("/simulator/corps/" + corp + "/calls")
                .lines()
                .filter(line -> line.contains("/" + api + "\""))
                .count();
    }

    private static void compare(LeavingMember member, Store store, Path home)
            throws IOException, InterruptedException, SQLException {
        try (var database = DriverManager.getConnection(store.url(home), store.user(), "")) {
            equal("relationships", LeavingMember.here(database), member.there());
            equal("groups", LeavingMember.taken(database), member.owners());
            long lost = LeavingMember.lost(database);
            if (lost > 0) {
                throw new IllegalStateException(lost + " customers count as lost");
            }
        }
    }

    private static <V> void equal(String what, Map<String, V> here, Map<String, V> there) {
        if (!here.equals(there)) {
            long differ = there.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(here.get(entry.getKey())))
                    .count();
            throw new IllegalStateException("the " + what + " of both sides are not equal: " + there.size() + " there, "
                    + here.size() + " here, " + differ + " of them missing or other");
        }
    }
}
