package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/tutorials/first-takeover.md` comes true as it stands there: its settings, its commands in
/// their order, its answers.
class TakeOverTutorialTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)(?: (\\w+))?\n(.*?)```", Pattern.DOTALL);

    private final StringBuilder commands = new StringBuilder("set -eu\n");
    private final Map<String, String> named = new HashMap<>();

    @TempDir
    Path directory;

    TakeOverTutorialTest() throws IOException {
        BLOCK.matcher(Files.readString(Path.of("../docs/tutorials/first-takeover.md")))
                .results()
                .forEach(block -> {
                    if (block.group(1).equals("sh")) {
                        commands.append(block.group(3));
                    } else if (block.group(2) != null) {
                        named.put(block.group(1) + " " + block.group(2), block.group(3));
                    }
                });
    }

    @Test
    void comesTrue() throws Exception {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory());
                var product = RunningProduct.live(directory.resolve("takeover"), settings(simulator.baseUrl()))) {
            String output = ran(commands.toString()
                    .replace("http://127.0.0.1:7700", simulator.baseUrl())
                    .replace("curl -sf", "curl --fail-with-body -s")
                    .replace("http://127.0.0.1:8081", product.base()));
            assertThat(output).contains("老王", "爱喝龙井", "{\"items\":[],\"next\":null}");

            JsonNode runs =
                    product.api().get("/v1/brands/teahouse/synchronizations").path("items");
            assertThat(runs).hasSize(3);
            says(runs.get(2), "initial");
            says(runs.get(0), "reconciliation");
            assertThat(runs.get(1).path("membersWithoutAccount").asInt()).isZero();
        }
    }

    private void says(JsonNode run, String block) throws IOException {
        RunningProduct.JSON
                .readTree(named.getOrDefault("json " + block, ""))
                .properties()
                .forEach(each -> assertThat(run.path(each.getKey()))
                        .as("%s: %s", block, run)
                        .isEqualTo(each.getValue()));
    }

    private Map<String, String> settings(String simulator) throws IOException {
        var settings = new HashMap<String, String>();
        new YamlPropertySourceLoader()
                .read("takeover", named.getOrDefault("yaml takeover", "").getBytes(StandardCharsets.UTF_8))
                .forEach((name, value) ->
                        settings.put(name, value.toString().replace("http://127.0.0.1:7700", simulator)));
        settings.put("siyu.sandbox.enabled", "false");
        return settings;
    }

    private String ran(String script) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("timeout", "60", "sh", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }
}
