package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// node-easywechat and @wecom/crypto against the simulator, by the script in `src/test/node`. It runs where Node
/// is installed and `npm ci` was run in that folder; elsewhere it is skipped and says so, because the build
/// must not need Node.
class NodeClientsTest {
    private static final Path SCRIPT = Path.of("src/test/node/clients.js");
    private static final Path MODULES = Path.of("src/test/node/node_modules");

    @Test
    void serveTheScriptOfTheNodeClients() throws IOException, InterruptedException {
        assumeThat(isNodeThere()).as("Node is not installed").isTrue();
        assumeThat(Files.isDirectory(MODULES))
                .as("the modules are not installed: run npm ci in " + MODULES.getParent())
                .isTrue();
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var node = new ProcessBuilder("node", SCRIPT.toString(), simulator.baseUrl())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(node.waitFor()).as(output).isZero();
            assertThat(output).contains("9 passed, 0 failed");
        }
    }

    private static boolean isNodeThere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
