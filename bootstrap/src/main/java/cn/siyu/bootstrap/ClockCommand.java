package cn.siyu.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/// `./dev clock`: moves a sandbox's clock through the HTTP API and waits until it stands at its
/// target.
public final class ClockCommand {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String base;
    private final String key;
    private final PrintStream out;

    private ClockCommand(String base, String key, PrintStream out) {
        this.base = base;
        this.key = key;
        this.out = out;
    }

    /// Arguments: base address, brand, duration (ISO 8601), file with the key.
    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var command =
                new ClockCommand(args[0], Files.readString(Path.of(args[3])).strip(), out);
        System.exit(command.advance(args[1], args[2]));
    }

    private int advance(String brand, String by) throws InterruptedException {
        try {
            var clock = "/v1/brands/" + brand + "/clock";
            stand(clock);
            long start = System.nanoTime();
            var asked = post(clock + "/advances", "{\"by\":\"" + by + "\"}");
            while (asked.path("state").asText().equals("RUNNING")) {
                Thread.sleep(BETWEEN_LOOKS);
                out.print("\r  " + get(clock).path("now").asText() + "                                        ");
                asked = get(clock + "/advances/" + asked.path("id").asText());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    "\r%s: %s -> %s in %.1f s          %n",
                    asked.path("state").asText(),
                    asked.path("from").asText(),
                    get(clock).path("now").asText(),
                    seconds);
            if (!asked.path("problem").asText("").isEmpty()) {
                out.println(asked.path("problem").asText());
            }
            return asked.path("state").asText().equals("SUCCEEDED") ? 0 : 1;
        } catch (IOException e) {
            out.println("clock: " + base + " does not answer as expected: " + e.getMessage());
            return 1;
        }
    }

    /// Waits for an advance that is under way, as in a sandbox that was just opened and goes
    /// through its first day.
    private void stand(String clock) throws IOException, InterruptedException {
        for (var at = get(clock); at.hasNonNull("running"); at = get(clock)) {
            out.print("\r  " + at.path("now").asText() + "  an earlier advance is under way ...");
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var body = JSON.readTree(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " "
                    + body.path("detail").asText(body.path("title").asText()));
        }
        return body;
    }
}
