package cn.siyu.bootstrap.bench;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.ProductProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// A wave: everybody of an audience falls due in one minute, is decided about by all the rules for
/// MARKETING, planned into batches, and handed to WeCom over HTTP, durably before and after each
/// call.
final class Wave {
    private static final String BRAND = "/v1/brands/" + LiveBrand.SLUG;

    private Wave() {}

    /// What came of it.
    ///
    /// @param recipients how many the simulator was given
    /// @param took from the due moment until the simulator has the last recipient
    /// @param memory resident, at the end
    record Result(int recipients, Duration took, long memory) {
        double perSecond() {
            return recipients / (took.toMillis() / 1e3);
        }
    }

    static Result measure(Store store, ProductProcess.Launch plain, Path home, int customers)
            throws IOException, InterruptedException, SQLException {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var launch = plain.with(LiveBrand.settings(simulator.baseUrl()), store.environment());
            LiveBrand.load(simulator, customers);
            try (var product = ProductProcess.start(launch, home)) {
                LiveBrand.make(product.api(product.key("installation-key")));
            }
            LiveBrand.seed(store.url(home), store.user(), customers);
            try (var product = ProductProcess.start(launch, home)) {
                return run(product, new Api(simulator.baseUrl(), ""), customers);
            }
        }
    }

    private static Result run(ProductProcess product, Api simulator, int customers)
            throws IOException, InterruptedException {
        var api = product.api(product.key("installation-key"));
        var zone = ZoneId.of(api.get(BRAND).path("timeZone").asText());
        String material = api.post(BRAND + "/materials", "{\"name\":\"news\",\"text\":\"燕麦拿铁上新，本周到店尝鲜价 19.9 元。\"}")
                .path("id")
                .asText();
        var due = ZonedDateTime.now(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(2);
        String sop = api.post(BRAND + "/sops", "{\"name\":\"wave\"}").path("id").asText();
        api.post(BRAND + "/sops/" + sop + "/versions", """
                {"definition": {"trigger": {"type": "AUDIENCE"}, "audience": "not dormant", "steps": [
                  {"type": "WAIT", "until": {"day": 0, "localTime": "%s"}},
                  {"type": "SEND", "material": "%s", "contactClass": "MARKETING"}]}}""".formatted(
                        due.format(DateTimeFormatter.ofPattern("HH:mm")), material));
        api.post(BRAND + "/sops/" + sop + "/versions/1/publications", "{}");
        api.post(BRAND + "/sops/" + sop + "/versions/1/activations", "{}");
        TimeUnit.MILLISECONDS.sleep(
                Math.max(0, Duration.between(Instant.now(), due.toInstant()).toMillis()));
        return count(product, simulator, due.toInstant(), customers);
    }

    private static Result count(ProductProcess product, Api simulator, Instant due, int customers)
            throws IOException, InterruptedException {
        int before = -1;
        var quiet = Instant.now();
        var last = Instant.now();
        int recipients = 0;
        while (recipients < customers && Duration.between(quiet, Instant.now()).toSeconds() < 60) {
            TimeUnit.MILLISECONDS.sleep(50);
            recipients = recipients(simulator);
            if (recipients != before) {
                quiet = Instant.now();
                last = quiet;
                before = recipients;
            }
        }
        return new Result(recipients, Duration.between(due, last), product.residentMegabytes());
    }

    private static int recipients(Api simulator) throws IOException, InterruptedException {
        JsonNode corp = simulator.get("/simulator/corps/" + LiveBrand.CORP);
        return corp.path("massRecipients").asInt();
    }
}
