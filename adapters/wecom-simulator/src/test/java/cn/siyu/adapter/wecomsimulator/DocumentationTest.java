package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples of `docs/how-to/wecom-simulator.md` are accepted as they stand there, and the page names every
/// operation.
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
}
