package cn.siyu.bootstrap.bench;

import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.ProductProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What clients do most: read one customer; and report interactions, each of which is evidence of
/// trust.
final class CustomerCalls {
    private static final String BRAND = "/v1/brands/" + LiveBrand.SLUG;
    private static final int CONNECTIONS = 16;
    private static final int PER_BATCH = 500;
    private static final int WARM_UP = 20;
    private static final int CUSTOMERS = 20_000;
    private static final String BATCH = BRAND + "/interactions/batch";

    private CustomerCalls() {}

    /// What came of it.
    ///
    /// @param reads single customers
    /// @param batches interactions, 500 a call
    /// @param memory resident, at the end
    record Result(Load.Result reads, Load.Result batches, long memory) {
        double evidencePerSecond() {
            return batches.perSecond() * PER_BATCH;
        }
    }

    static Result measure(Store store, ProductProcess.Launch plain, Path home, int reads, int batches)
            throws IOException, InterruptedException, SQLException {
        var launch = plain.with(LiveBrand.settings("http://127.0.0.1:9"), store.environment());
        try (var product = ProductProcess.start(launch, home)) {
            LiveBrand.make(product.api(product.key("installation-key")));
        }
        LiveBrand.seed(store.url(home), store.user(), CUSTOMERS);
        try (var product = ProductProcess.start(launch, home)) {
            String key = product.key("installation-key");
            var ids = ids(product.api(key));
            String head = "Authorization: Bearer " + key + "\r\n";
            var requests = ids.stream()
                    .map(id -> Load.request("GET", BRAND + "/customers/" + id, head, ""))
                    .toList();
            Load.run(product.port(), CONNECTIONS, reads, i -> requests.get(i * 7919 % requests.size()));
            var read = Load.run(product.port(), CONNECTIONS, reads, i -> requests.get(i * 7919 % requests.size()));
            var reports = reports(batches + WARM_UP);
            accepted(product.api(key).post(BATCH, reports.getFirst()));
            String json = head + "Content-Type: application/json\r\n";
            var calls = reports.stream()
                    .map(body -> Load.request("POST", BATCH, json, body))
                    .toList();
            Load.run(product.port(), 2, WARM_UP, calls::get);
            var told = Load.run(product.port(), 2, batches, i -> calls.get(WARM_UP + i));
            return new Result(read, told, product.residentMegabytes());
        }
    }

    private static List<String> ids(Api api) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        String next = BRAND + "/customers?limit=500&fields=id";
        while (!next.isEmpty() && ids.size() < 5000) {
            JsonNode page = api.get(next);
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            next = page.path("next").asText("");
        }
        return ids;
    }

    /// A batch is answered with 207 whatever becomes of its items.
    private static void accepted(JsonNode batch) {
        for (JsonNode item : batch.path("items")) {
            if (item.path("status").asInt() / 100 != 2) {
                throw new IllegalStateException("an interaction was refused: " + item);
            }
        }
    }

    private static List<String> reports(int batches) {
        var at = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        var all = new ArrayList<String>();
        for (int batch = 0; batch < batches; batch++) {
            var items = new ArrayList<String>();
            for (int i = 0; i < PER_BATCH; i++) {
                int number = batch * PER_BATCH + i;
                items.add("""
                        {"kind":"CLICK","touchpoint":"PRIVATE_CHAT","source":"bench","externalId":"b%d",
                         "identity":{"type":"EXTERNAL_USERID","scope":"%s","value":"%s"},"occurredAt":"%s"}""".formatted(
                        number, LiveBrand.CORP, LiveBrand.contact(number % CUSTOMERS), at.plusMillis(number % 1000)));
            }
            all.add("{\"items\":[" + String.join(",", items) + "]}");
        }
        return all;
    }
}
