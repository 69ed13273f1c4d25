package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// WeCom goes away in the middle of a wave, and comes back.
class FarSideOutageTest {
    private static final int CUSTOMERS = 300;
    private static final String BRAND = "/v1/brands/" + LiveBrand.SLUG;

    @TempDir
    Path directory;

    @Test
    void aWaveGoesOnWhenWeComIsBackAndNobodyGetsItTwice() throws Exception {
        var settings = SimulatorSettings.in(directory.resolve("far-side")).withPort(freePort());
        Path home = directory.resolve("home");
        var far = WeComSimulator.start(settings);
        try {
            var wiring = LiveBrand.settings(far.baseUrl());
            LiveBrand.load(far, CUSTOMERS);
            try (var product = RunningProduct.live(home, wiring)) {
                LiveBrand.make(product.api());
            }
            LiveBrand.seed("jdbc:h2:file:" + home.resolve("siyu") + LiveBrand.H2_OPTIONS, "sa", CUSTOMERS);
            try (var product = RunningProduct.live(home, wiring)) {
                startWave(product.api());
                var before = far;
                eventually("the wave is under way", () -> received(before).size() >= CUSTOMERS / 10);
                far.close();
                assertThat(open(product)).as("what is not sent when WeCom goes").isPositive();
                TimeUnit.SECONDS.sleep(3); // calls into the void go on meanwhile
                far = WeComSimulator.start(settings);
                var after = far;

                eventually("nothing is left to send", () -> open(product) == 0);
                var received = received(after);
                int unknown = batches(product.api(), "UNKNOWN").size();

                assertThat(received).as("what WeCom was given").doesNotHaveDuplicates();
                assertThat(received.size() + unknown)
                        .as("nobody is lost: either WeCom has it, or the batch says that nobody knows")
                        .isGreaterThanOrEqualTo(CUSTOMERS);
                assertThat(unknown)
                        .as("at most what was on the wire when WeCom went")
                        .isLessThanOrEqualTo(LiveBrand.MEMBERS);
                assertThat(received).containsAll(handedOver(product));
            }
        } finally {
            far.close();
        }
    }

    /// Each text is another one, so that each is a call of its own.
    private static void startWave(Api api) throws IOException, InterruptedException {
        String material = api.post(
                        BRAND + "/materials", "{\"name\":\"news\",\"text\":\"{{customer.nickname|朋友}}，燕麦拿铁上新。\"}")
                .path("id")
                .asText();
        String sop = api.post(BRAND + "/sops", "{\"name\":\"wave\"}").path("id").asText();
        api.post(BRAND + "/sops/" + sop + "/versions", """
                {"definition": {"trigger": {"type": "AUDIENCE"}, "audience": "not dormant", "steps": [
                  {"type": "SEND", "material": "%s", "contactClass": "MARKETING"}]}}""".formatted(material));
        api.post(BRAND + "/sops/" + sop + "/versions/1/publications", "{}");
        api.post(BRAND + "/sops/" + sop + "/versions/1/activations", "{}");
    }

    /// Whom WeCom has a message for, as often as it has one.
    private static List<String> received(WeComSimulator far) throws IOException, InterruptedException {
        var json = JsonMapper.builder().build();
        var received = new ArrayList<String>();
        String lines = new Api(far.baseUrl(), "").text("/simulator/corps/" + LiveBrand.CORP + "/mass-messages");
        for (String line : lines.split("\n", -1)) {
            if (!line.isBlank()) {
                String text = json.readTree(line).path("text").asText();
                received.add(LiveBrand.contact(Integer.parseInt(text.substring(2, text.indexOf('，')))));
            }
        }
        return received;
    }

    /// Who got it, by our own book.
    private static Set<String> handedOver(RunningProduct product) {
        return new HashSet<>(product.rows(
                "SELECT s.recipient FROM send s JOIN send_batch b ON b.brand = s.brand AND b.id = s.batch"
                        + " WHERE b.state IN ('SENT', 'SETTLED')",
                row -> row.text("recipient")));
    }

    private static int open(RunningProduct product) {
        int enrolled = product.rows("SELECT id FROM enrolment", row -> row.number("id"))
                .size();
        return enrolled < CUSTOMERS
                ? CUSTOMERS
                : product.rows(
                                "SELECT id FROM send_batch WHERE state IN ('PLANNED', 'INTENT')",
                                row -> row.number("id"))
                        .size();
    }

    private static List<JsonNode> batches(Api api, String state) throws IOException, InterruptedException {
        var found = new ArrayList<JsonNode>();
        api.get(BRAND + "/send-batches?limit=500&state=" + state).path("items").forEach(found::add);
        return found;
    }

    private static void eventually(String what, Callable<Boolean> holds) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!holds.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
