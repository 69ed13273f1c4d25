package cn.siyu.bootstrap.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What clients do most: read one customer; and report interactions, each of which is evidence of trust.
final class CustomerCalls {
    private static final String BRAND = "/v1/brands/" + LiveBrand.SLUG;
    private static final int CONNECTIONS = 16;
    private static final int PER_BATCH = 500;

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

    static Result measure(Store store, ProductProcess.Launch plain, Path home, int customers, int reads, int batches)
            throws IOException, InterruptedException, SQLException {
        var launch = plain.with(LiveBrand.settings("http://127.0.0.1:9"), store);
        try (var product = ProductProcess.start(launch, home)) {
            LiveBrand.make(product.api(product.key("installation-key")));
        }
        LiveBrand.seed(store.url(home), store.user(), customers);
        try (var product = ProductProcess.start(launch, home)) {
            String key = product.key("installation-key");
            var ids = ids(product.api(key));
            String head = "Authorization: Bearer " + key + "\r\n";
            var requests = ids.stream()
                    .map(id -> Load.request("GET", BRAND + "/customers/" + id, head, ""))
                    .toList();
            Load.run(product.port(), CONNECTIONS, reads, i -> requests.get(i * 7919 % requests.size()));
            var read = Load.run(product.port(), CONNECTIONS, reads, i -> requests.get(i * 7919 % requests.size()));
            var reports = reports(head, batches + 20, customers);
            Load.run(product.port(), 2, 20, reports::get);
            var told = Load.run(product.port(), 2, batches, i -> reports.get(20 + i));
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

    private static List<byte[]> reports(String head, int batches, int customers) {
        var at = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        var all = new ArrayList<byte[]>();
        for (int batch = 0; batch < batches; batch++) {
            var json = new StringBuilder("{\"items\":[");
            for (int i = 0; i < PER_BATCH; i++) {
                int number = batch * PER_BATCH + i;
                json.append(i == 0 ? "" : ",")
                        .append("{\"kind\":\"CLICK\",\"source\":\"bench\",\"externalId\":\"b")
                        .append(number)
                        .append("\",\"identity\":{\"type\":\"EXTERNAL_USERID\",\"scope\":\"")
                        .append(LiveBrand.CORP)
                        .append("\",\"value\":\"")
                        .append(LiveBrand.contact(number % customers))
                        .append("\"},\"occurredAt\":\"")
                        .append(at.plusMillis(number % 1000))
                        .append("\"}");
            }
            all.add(Load.request(
                    "POST",
                    BRAND + "/interactions/batch",
                    head + "Content-Type: application/json\r\nIdempotency-Key: bench-" + batch + "\r\n",
                    json.append("]}").toString()));
        }
        return all;
    }
}
