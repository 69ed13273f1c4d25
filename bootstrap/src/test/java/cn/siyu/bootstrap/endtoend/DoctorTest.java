package cn.siyu.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.WeComDoctorCommand;
import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.RunningProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor as `./dev doctor --wecom` runs it: a process of its own with the settings of a file,
/// beside the running product.
class DoctorTest {
    @TempDir
    private Path directory;

    private record Said(int code, String text) {}

    private Said says(String simulator, String address, String changed) throws IOException, InterruptedException {
        var settings = LiveBrand.settings(simulator).entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("\n"));
        var file = Files.writeString(directory.resolve("wecom.properties"), settings + "\n" + changed + "\n");
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WeComDoctorCommand.class.getName(),
                address);
        process.environment().put("MICRONAUT_CONFIG_FILES", file.toString());
        var running = process.redirectErrorStream(true).start();
        var text = new String(running.getInputStream().readAllBytes(), UTF_8);
        return new Said(running.waitFor(), text);
    }

    @Test
    void asksTheRunningProductWhatWeComWillAsk() throws Exception {
        try (var far = WeComSimulator.start(SimulatorSettings.inMemory())) {
            LiveBrand.load(far, 10);
            try (var product = RunningProduct.live(directory.resolve("home"), LiveBrand.settings(far.baseUrl()))) {
                var sound = says(far.baseUrl(), product.base(), "");
                assertThat(sound.text())
                        .contains("/callbacks/wecom/bench: verified")
                        .doesNotContain("BROKEN");
                assertThat(sound.code()).isZero();

                var wrong = says(far.baseUrl(), product.base(), "siyu.wecom.apps.bench.callback-token=another");
                assertThat(wrong.text())
                        .contains("answers HTTP 403: callback-token, encoding-aes-key or corp-id differ");
                assertThat(wrong.code()).isOne();
            }
            var stopped = says(far.baseUrl(), "http://127.0.0.1:1", "siyu.wecom.apps.bench.secret=not-the-secret");
            assertThat(stopped.text())
                    .contains("BROKEN   token: the secret is not this corp's", "not reachable", "start the product");
            assertThat(stopped.code()).isOne();
        }
    }
}
