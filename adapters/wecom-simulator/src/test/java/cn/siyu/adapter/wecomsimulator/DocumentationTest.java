package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples of `docs/how-to/wecom-simulator.md` are accepted as they stand there, and the page
/// names every operation.
class DocumentationTest {
    private static final Path PAGE = Path.of("../../docs/how-to/wecom-simulator.md");

    @Test
    void loadsTheExamplesOfTheHowToPage() throws IOException {
        var page = Files.readString(PAGE);
        var corp =
                Pattern.compile("/simulator/corps -d '(.*?)'", Pattern.DOTALL).matcher(page);
        var plan = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(corp.find()).isTrue();
        assertThat(plan.find()).isTrue();
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            assertThat(client.exchange("POST", "/simulator/corps", corp.group(1))
                            .statusCode())
                    .isEqualTo(201);
            var put = client.exchange("PUT", "/simulator/corps/wwdemo/behaviour", plan.group(1));
            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(TestClient.json(put.body()).path("pendingEvents").asInt())
                    .isGreaterThan(100);
        }
    }

    /// The page's shell commands, all of them, in their order, against a simulator that has just
    /// been started.
    @Test
    void runsTheCommandsOfTheHowToPage() throws IOException, InterruptedException {
        var commands = new StringBuilder("set -eu\n");
        var blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        while (blocks.find()) {
            commands.append(blocks.group(1));
        }
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            assertThat(commands.toString()).contains("SIM=http://127.0.0.1:7700");
            var script = commands.toString().replace("http://127.0.0.1:7700", simulator.baseUrl());
            var shell = new ProcessBuilder("sh", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(output).isZero();
            assertThat(output)
                    .contains("\"outcome\":\"ADDED\"")
                    .contains("\"text\":\"新品上市\"")
                    .contains("\"number\":3,")
                    .contains("\"errcode\":45009")
                    .contains("\"errcode\":45033")
                    .contains("wecom_simulator_calls_total{endpoint=\"/cgi-bin/gettoken\",errcode=\"0\"} 1")
                    .contains("\"loaded\":[\"wwdemo\"]");
            var clock = new TestClient(simulator).get("/simulator/corps/wwdemo/clock");
            assertThat(clock.path("now").asText()).startsWith("2026-03-02T");
            assertThat(new TestClient(simulator).get("/simulator/faults").path("faults"))
                    .isEmpty();
        }
    }
}
