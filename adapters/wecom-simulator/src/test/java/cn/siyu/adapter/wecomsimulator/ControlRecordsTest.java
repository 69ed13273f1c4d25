package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clocks, records, metrics and the document of the control API.
class ControlRecordsTest {
    private static final Path DOCUMENT = Path.of("../../docs/reference/wecom-simulator-openapi.yaml");
    private final AtomicReference<Instant> machine = new AtomicReference<>(Instant.parse("2026-05-01T00:00:00Z"));
    private final WeComSimulator simulator =
            WeComSimulator.start(SimulatorSettings.inMemory().withMachine(machine::get));
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String now() {
        return client.control("GET", "/clock", "").path("now").asText();
    }

    @Test
    void runsAScaledClockAtAMultipleOfTheMachinesSpeed() {
        client.control("POST", "", TestClient.corp(""));
        client.control("PUT", "/clock", "{\"mode\":\"SCALED\",\"speed\":3600}");
        assertThat(now()).isEqualTo("2026-03-02T02:00:00Z");
        machine.set(Instant.parse("2026-05-01T00:00:10Z"));
        assertThat(now()).isEqualTo("2026-03-02T12:00:00Z");
        client.control("PUT", "/clock", "{\"speed\":0.5}");
        machine.set(Instant.parse("2026-05-01T00:00:20Z"));
        assertThat(now()).isEqualTo("2026-03-02T12:00:05Z");
        client.control("PUT", "/clock", "{\"mode\":\"STEPPED\"}");
        machine.set(Instant.parse("2026-05-01T00:00:30Z"));
        assertThat(now()).isEqualTo("2026-03-02T12:00:05Z");
        client.control("PUT", "/clock", "{\"mode\":\"REAL\"}");
        assertThat(now()).isEqualTo("2026-05-01T00:00:30Z");
        assertThat(client.exchange(
                                "PUT",
                                "/simulator/corps/" + TestClient.CORP + "/clock",
                                "{\"mode\":\"SCALED\",\"speed\":-1}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void loadsACorpWithAScaledClock() {
        client.control(
                "POST", "", TestClient.corp("").replace("\"mode\":\"STEPPED\"", "\"mode\":\"SCALED\",\"speed\":10"));
        machine.set(Instant.parse("2026-05-01T00:01:00Z"));
        assertThat(now()).isEqualTo("2026-03-02T02:10:00Z");
        assertThat(client.control("GET", "/clock", "").path("speed").asDouble()).isEqualTo(10);
    }

    @Test
    void goesOnWithTheLedgerBehindANumber() {
        client.control("POST", "", TestClient.corp(",\"moreCustomers\":30"));
        for (var text : new String[] {"a", "b"}) {
            for (var member : new String[] {"staff-01", "staff-02"}) {
                var sent = client.contact(
                        "add_msg_template", "{'sender':'%s','text':{'content':'%s'}}".formatted(member, text));
                client.act("{\"type\":\"CONFIRM\",\"msgid\":\"%s\"}"
                        .formatted(sent.path("msgid").asText()));
            }
        }
        var all = client.lines("/ledger");
        assertThat(all).hasSize(40);
        for (var known = 0; known <= 40; known++) {
            assertThat(all.get(Math.min(known, 39)).path("number").asInt()).isEqualTo(Math.min(known, 39) + 1);
            assertThat(client.lines("/ledger?after=" + known)).isEqualTo(all.subList(known, 40));
        }
        assertThat(client.lines("/ledger?after=41")).isEmpty();
        assertThat(client.exchange("GET", "/simulator/corps/" + TestClient.CORP + "/ledger?after=x", "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void goesOnWithTheCallsBehindANumber() {
        client.control("POST", "", TestClient.corp(""));
        client.token();
        client.get("/cgi-bin/gettoken?corpid=nobody&corpsecret=x");
        client.token();
        assertThat(client.lines("/calls?after=1"))
                .singleElement()
                .satisfies(call -> assertThat(call.path("number").asInt()).isEqualTo(3));
        assertThat(client.exchange("GET", "/simulator/calls?after=0", "").body().lines())
                .hasSize(3);
    }

    @Test
    void countsWhatHappens() {
        client.control("POST", "", TestClient.corp(",\"moreCustomers\":7"));
        client.token();
        client.get("/cgi-bin/user/get?access_token=bad");
        try (var application = new CallbackReceiver(0)) {
            client.control("PUT", "/apps/1000002/callback", application.settings());
            application.answerWith(500);
            client.act("{\"type\":\"CREATE_TAG\",\"group\":\"g\",\"name\":\"one\"}");
        }
        var response = client.exchange("GET", "/simulator/metrics", "");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body().lines().toList())
                .contains(
                        "wecom_simulator_calls_total{endpoint=\"/cgi-bin/gettoken\",errcode=\"0\"} 1",
                        "wecom_simulator_calls_total{endpoint=\"/cgi-bin/user/get\",errcode=\"40014\"} 1",
                        "wecom_simulator_callbacks_total{outcome=\"DELIVERED\"} 2",
                        "wecom_simulator_callbacks_total{outcome=\"FAILED_ATTEMPT\"} 1",
                        "wecom_simulator_customers{corp=\"ww9c1d0e5b7a3f2468\"} 7",
                        "wecom_simulator_clock_seconds{corp=\"ww9c1d0e5b7a3f2468\"} 1772416800",
                        "wecom_simulator_corps 1")
                .anyMatch(line -> line.matches("wecom_simulator_memory_used_bytes \\d+"));
    }

    /// Run with `-Dsimulator.document.write=true` to write the file anew.
    @Test
    void keepsItsDocumentInTheDocumentation() throws IOException {
        var served = client.exchange("GET", "/simulator/openapi.yaml", "").body();
        if (Boolean.getBoolean("simulator.document.write")) {
            Files.writeString(DOCUMENT, served);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(served);
        assertThat(served)
                .contains(
                        "/simulator/corps/{corp}/world:", "ActionScan", "CALLBACK_LATE", "additionalProperties: false");
    }
}
