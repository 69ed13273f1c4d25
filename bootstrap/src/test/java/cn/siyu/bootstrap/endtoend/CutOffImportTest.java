package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import whose process was killed in the middle, seen by the next process.
class CutOffImportTest {
    private static final String IMPORTS = "/v1/brands/demo/imports";
    private static final Map<String, Object> SETTINGS = Map.of("siyu.sandbox.customers", 3, "siyu.sandbox.days", 1);

    @TempDir
    Path home;

    @Test
    void isEndedAtTheNextStartAndCanBeRepeatedUnderItsKey() throws Exception {
        String id;
        try (var product = RunningProduct.start(home, SETTINGS)) {
            id = send(product).path("id").asText();
            leaveAsAKillDoes(product);
            assertThat(product.get(IMPORTS + "/" + id).path("state").asText()).isEqualTo("RUNNING");
        }
        try (var product = RunningProduct.start(home, SETTINGS)) {
            var cutOff = product.get(IMPORTS + "/" + id);
            assertThat(cutOff.path("state").asText()).isEqualTo("FAILED");
            assertThat(cutOff.path("finishedAt").isTextual()).isTrue();

            var again = send(product);
            assertThat(again.path("state").asText()).isEqualTo("SUCCEEDED");
            assertThat(again.path("rowsRepeated").asInt()).isEqualTo(2);
            assertThat(again.path("id").asText()).isNotEqualTo(id);
        }
    }

    /// Rows are in, the end is not, and the last sign of life is a while ago.
    private static void leaveAsAKillDoes(RunningProduct product) {
        product.change("UPDATE import_run SET state = 'RUNNING', finished_at = NULL");
        product.change(
                "UPDATE idempotency_record SET state = 'RUNNING', status = NULL, answer = NULL, renewed_at = ?",
                Instant.now().minus(Duration.ofMinutes(2)));
    }

    private static JsonNode send(RunningProduct product) throws IOException, InterruptedException {
        var answer = product.answer(product.request(IMPORTS + "?kind=CUSTOMERS&source=crm")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "the-file-of-monday")
                .POST(BodyPublishers.ofString("memberId,nickname\nM1,Ann\nM2,Bo\n"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningProduct.JSON.readTree(answer.body());
    }
}
