package cn.siyu.bootstrap;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.bootstrap.sandbox.SimulatorAddress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/// The product as `./dev start` runs it, in this JVM, with its simulator inside; spoken to over
/// HTTP.
public final class RunningProduct implements AutoCloseable {
    /// Reads JSON.
    public static final ObjectMapper JSON = JsonMapper.builder().build();

    /// The instance's secret, whatever the home says.
    public static final String SECRET = "end-to-end";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ApplicationContext context;
    private final String base;
    private final String key;

    /// Starts it.
    ///
    /// @param home an empty directory
    /// @param settings settings over those of a development start
    public static RunningProduct start(Path home, Map<String, Object> settings) throws IOException {
        var all = new HashMap<String, Object>();
        all.put("micronaut.server.port", -1);
        all.put("siyu.instance-secret", SECRET);
        all.put("siyu.sandbox.simulator-in-memory", true);
        all.put("siyu.sandbox.first-days", 0);
        all.putAll(settings);
        var context = Application.start(home, all);
        boolean sandbox = !"false".equals(settings.get("siyu.sandbox.enabled"));
        return new RunningProduct(
                context,
                Files.readString(home.resolve(sandbox ? "sandbox-key" : "installation-key"))
                        .strip());
    }

    /// Starts it without a sandbox, for live brands; it is spoken to with the key of the
    /// installation.
    ///
    /// @param home of this or an earlier start
    public static RunningProduct live(Path home, Map<String, String> settings) throws IOException {
        var all = new HashMap<String, Object>(settings);
        all.put("micronaut.server.port", -1);
        all.put("siyu.instance-secret", SECRET);
        var context = Application.start(home, all);
        return new RunningProduct(
                context, Files.readString(home.resolve("installation-key")).strip());
    }

    private RunningProduct(ApplicationContext context, String key) {
        this.context = context;
        this.base = "http://127.0.0.1:" + context.getBean(EmbeddedServer.class).getPort();
        this.key = key;
    }

    /// Moves the sandbox's clock and waits until it stands at its target.
    public void advance(Duration by) throws IOException, InterruptedException {
        var advance = post("/v1/brands/demo/clock/advances", "{\"by\":\"" + by + "\"}");
        while (advance.path("state").asText().equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(200);
            advance = get("/v1/brands/demo/clock/advances/" + advance.path("id").asText());
        }
        if (!advance.path("state").asText().equals("SUCCEEDED")) {
            throw new AssertionError("the clock did not reach its target: " + advance);
        }
    }

    /// Where the sandbox's clock stands.
    public Instant now() throws IOException, InterruptedException {
        return Instant.parse(get("/v1/brands/demo/clock").path("now").asText());
    }

    /// A part of the product, for what no client can ask of it.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /// A client with the product's key.
    public Api api() {
        return new Api(base, key);
    }

    /// Where it listens.
    public String base() {
        return base;
    }

    /// Rows of the product's own tables.
    public <T> List<T> rows(String query, Sql.RowReader<T> reader) {
        return context.getBean(Sql.class).list(query, reader);
    }

    /// A connection of its own to the product's database.
    public Connection database() throws SQLException {
        return DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class))
                .getConnection();
    }

    /// What the simulated customers really received.
    public List<JsonNode> ledger() throws IOException, InterruptedException {
        return simulated("ledger");
    }

    /// Lines that the simulator tells of the sandbox's corp.
    ///
    /// @param what the last part of the path, like `ledger`, `customers` or `moments`
    public List<JsonNode> simulated(String what) throws IOException, InterruptedException {
        String simulator = context.getBean(SimulatorAddress.class).baseUrl();
        var corp = JSON.readTree(text(simulator + "/simulator/corps"))
                .path("corps")
                .get(0)
                .asText();
        var lines = new ArrayList<JsonNode>();
        for (String line :
                text(simulator + "/simulator/corps/" + corp + "/" + what).split("\n", -1)) {
            if (!line.isBlank()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    /// Changes rows of the product's own tables.
    public void change(String command) {
        context.getBean(Sql.class).update(command);
    }

    /// What comes back, whatever it is.
    public record Answer(int status, String text) {}

    /// A GET with some key, whatever comes back.
    public Answer ask(String path, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + key)
                .GET()
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /// A GET of the product's API with the sandbox's key.
    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET().build()));
    }

    /// A POST of the product's API.
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    private String text(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).GET().build());
    }

    /// A request to the product's API with the sandbox's key, or whatever else belongs to it.
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + key);
    }

    /// What a request is answered, whatever it is.
    public HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /// The status that a request line of any form is answered with.
    public int status(String requestLine) throws IOException {
        var address = URI.create(base);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write((requestLine + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }

    /// Changes rows of the product's own tables.
    public int change(String update, Object... values) {
        return context.getBean(Sql.class).update(update, values);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        var answer = answer(request);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        context.close();
    }
}
