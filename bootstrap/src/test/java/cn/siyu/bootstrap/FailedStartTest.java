package cn.siyu.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartTest {
    @TempDir
    Path home;

    @Test
    void aWrongSettingIsNamedWhereTheStartWasAskedFor() throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        var launch = ProductProcess.Launch.ofClassPath();
        command.addAll(launch.jvm());
        command.addAll(List.of(
                "-Dsiyu.home=" + home,
                "-Dsiyu.sandbox.enabled=false",
                "-Dmicronaut.server.port=-1",
                "-Dsiyu.wecom.apps.tea.brand=tea",
                "-Dsiyu.wecom.apps.tea.corp-id=ww6",
                "-Dsiyu.wecom.apps.tea.secret=s3cret",
                "-Dsiyu.wecom.apps.tea.callback-token=t",
                "-Dsiyu.wecom.apps.tea.encoding-aes-key=" + LiveBrand.AES_KEY));
        command.addAll(launch.program());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said)
                .contains("Siyu did not start", "siyu.wecom.apps.tea.corp-id", "letters, digits", "siyu.log")
                .doesNotContain("s3cret", "\tat ");
    }
}
