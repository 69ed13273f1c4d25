package cn.siyu.adapter.wecomsimulator.callback;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The simulator's way out: one HTTP call, tried once.
public final class Outward implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private @Nullable HttpClient client;

    /// What became of a call.
    public sealed interface Outcome {
        /// The other side answered.
        record Answered(int status, String body) implements Outcome {
            public boolean isOk() {
                return status >= 200 && status < 300;
            }
        }

        /// Nobody listens there: the call certainly had no effect.
        record Unreachable(String reason) implements Outcome {}

        /// No answer in time, or the connection broke: it may have had an effect.
        record Unanswered(String reason) implements Outcome {}
    }

    public Outcome get(URI uri, Map<String, String> headers, Duration timeout) {
        return send(request(uri, headers, timeout).GET());
    }

    public Outcome post(URI uri, Map<String, String> headers, String body, Duration timeout) {
        var publisher = HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        return send(request(uri, headers, timeout).POST(publisher));
    }

    private Outcome send(HttpRequest.Builder request) {
        try {
            var response = client().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Outcome.Answered(response.statusCode(), response.body());
        } catch (ConnectException e) {
            return new Outcome.Unreachable(
                    "connection refused" + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (IOException e) {
            return new Outcome.Unanswered(e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Unanswered("interrupted");
        }
    }

    private static HttpRequest.Builder request(URI uri, Map<String, String> headers, Duration timeout) {
        var request = HttpRequest.newBuilder(uri).timeout(timeout);
        headers.forEach(request::header);
        return request;
    }

    /// Made at first use: a simulator that calls nobody starts faster.
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
