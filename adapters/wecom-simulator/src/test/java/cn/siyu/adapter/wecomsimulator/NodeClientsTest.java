package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// node-easywechat and @wecom/crypto against the simulator, by the script in `src/test/node`. It
/// runs wherever Node is installed and a registry gives the two packages; elsewhere it is skipped
/// and says so, because the build must not need Node.
class NodeClientsTest {
    private static final Path SOURCE = Path.of("src/test/node");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "clients.js");

    /// Installed once for all runs, outside of the sources.
    private static final Path INSTALLED = Path.of("target/node");

    private record Ran(int exit, String output) {}

    @Test
    void serveTheScriptOfTheNodeClients() throws IOException, InterruptedException {
        assumeThat(isThere("node") && isThere("npm")).as("Node is installed").isTrue();
        Files.createDirectories(INSTALLED);
        for (var file : FILES) {
            Files.copy(SOURCE.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var install = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeThat(install.exit()).as(install.output()).isZero();
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var clients = run("node", "clients.js", simulator.baseUrl());
            assertThat(clients.exit()).as(clients.output()).isZero();
            assertThat(clients.output()).contains("9 passed, 0 failed");
        }
    }

    private static Ran run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
