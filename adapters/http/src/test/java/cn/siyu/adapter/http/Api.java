package cn.siyu.adapter.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The API on a real server, for tests: one server for all of them, called over the wire.
public final class Api {
    private static final EmbeddedServer SERVER = ApplicationContext.builder()
            .properties(Map.of("micronaut.server.port", -1))
            .build()
            .start()
            .getBean(EmbeddedServer.class)
            .start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Api() {}

    /// A bean of the running server.
    public static <T> T bean(Class<T> type) {
        return SERVER.getApplicationContext().getBean(type);
    }

    /// All beans of a type.
    public static <T> Collection<T> beans(Class<T> type) {
        return SERVER.getApplicationContext().getBeansOfType(type);
    }

    public static int port() {
        return SERVER.getPort();
    }

    public static Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public static Answer post(String path, String body, String... headers) {
        return send("POST", path, body, with(headers, "Content-Type", "application/json"));
    }

    public static Answer send(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.getPort() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!List.of(headers).contains("Authorization")) {
            request.header("Authorization", "Bearer " + World.KEY.text());
        }
        return send(request.build());
    }

    public static Answer send(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = new String[headers.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }

    /// What came back.
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            try {
                return Objects.requireNonNull(bean(JsonMapper.class).readValue(response.body(), JsonNode.class));
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        /// A text of the body, by names; `-` if it is not there.
        public String at(String... path) {
            JsonNode node = json();
            for (String name : path) {
                JsonNode next = node.isArray() ? node.get(Integer.parseInt(name)) : node.get(name);
                if (next == null) {
                    return "-";
                }
                node = next;
            }
            return node.isNull()
                    ? "null"
                    : node.isString()
                            ? node.getStringValue()
                            : node.isValueNode() ? node.coerceStringValue() : node.toString();
        }

        /// How many entries a list of the body has.
        public int count(String name) {
            return Objects.requireNonNull(json().get(name)).size();
        }

        /// The mistakes of a problem, each as its place and its code: `/name missing`.
        public List<String> errors() {
            return IntStream.range(0, count("errors"))
                    .mapToObj(Integer::toString)
                    .map(i -> at("errors", i, "pointer") + " " + at("errors", i, "code"))
                    .toList();
        }

        @Override
        public String toString() {
            return status() + " " + response.headers().map() + "\n" + text();
        }
    }
}
