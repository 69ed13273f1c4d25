package cn.siyu.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeInUseTest {
    @TempDir
    Path directory;

    private Path home = Path.of("");

    @BeforeEach
    void makeAHome() throws IOException {
        home = Files.createDirectory(directory.resolve("home"));
        Files.writeString(home.resolve("instance-secret"), "x");
    }

    @Test
    void resetLeavesAHomeAloneFromWhichTheProductRuns() throws Exception {
        var running = new HomeInUse(home.toString());

        var refused = reset();

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(home.toString())
                        .contains("kill " + ProcessHandle.current().pid()));
        assertThat(home.resolve("instance-secret")).exists();

        running.leave();
        assertThat(reset().exit()).isZero();
        assertThat(home).doesNotExist();
    }

    @Test
    void resetForgetsAHomeWhoseProcessWasKilled() throws Exception {
        var killed = new ProcessBuilder("sleep", "60").start();
        killed.destroyForcibly().waitFor();
        Files.writeString(home.resolve("running"), Long.toString(killed.pid()));

        assertThat(reset().exit()).isZero();
        assertThat(home).doesNotExist();
    }

    @Test
    void aSecondProductIsRefused() throws Exception {
        var running = new HomeInUse(home.toString());
        assertThatThrownBy(() -> new HomeInUse(home.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("runs already from");

        running.leave();
        new HomeInUse(home.toString()).leave();
    }

    private record Reset(int exit, List<String> lines) {}

    private Reset reset() throws IOException, InterruptedException {
        var command = new ProcessBuilder("../dev", "reset", "--yes").redirectErrorStream(true);
        command.environment().put("SIYU_HOME", home.toString());
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Reset(process.waitFor(), said.lines().toList());
    }
}
