package cn.siyu.adapter.wecom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.adapter.wecom.transport.ScriptedServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpOnceTest {
    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofMillis(500), Duration.ofMillis(900), 64 * 1024, Duration.ofSeconds(20));

    private final HttpOnce http = TestHttp.with(LIMITS);

    @AfterEach
    void closeClient() {
        http.close();
    }

    private HttpOutcome post(ScriptedServer server) {
        return http.send(HttpCall.json(server.origin(), "/send?a=b", "{\"text\":\"你好\"}"));
    }

    @Test
    void returnsTheAnswerAndSendsTheBodyAsUtf8() {
        try (var server = new ScriptedServer(ScriptedServer.json("{\"ok\":\"好\"}"))) {
            assertThat(post(server)).isEqualTo(new HttpOutcome.Answered(200, "{\"ok\":\"好\"}"));
            assertThat(server.requests())
                    .containsExactly(new ScriptedServer.Received("POST", "/send?a=b", "{\"text\":\"你好\"}"));
        }
    }

    @Test
    void sendsAGetWithoutABody() {
        try (var server = new ScriptedServer(ScriptedServer.json("1"))) {
            assertThat(http.send(HttpCall.json(server.origin(), "/get", null)))
                    .isEqualTo(new HttpOutcome.Answered(200, "1"));
            assertThat(server.requests()).containsExactly(new ScriptedServer.Received("GET", "/get", ""));
        }
    }

    @Test
    void readsAChunkedAnswerAndSkipsAnInterimOne() {
        Script script = (_, connection) -> ScriptedServer.lines(
                connection,
                "HTTP/1.1 100 Continue",
                "",
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "",
                "3",
                "abc",
                "2;x=y",
                "de",
                "0",
                "",
                "");
        try (var server = new ScriptedServer(script)) {
            assertThat(post(server)).isEqualTo(new HttpOutcome.Answered(200, "abcde"));
            assertThat(post(server)).isEqualTo(new HttpOutcome.Answered(200, "abcde"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void usesAnOpenConnectionAgain() {
        try (var server = new ScriptedServer(ScriptedServer.json("1"))) {
            for (var i = 0; i < 5; i++) {
                assertThat(post(server)).isInstanceOf(HttpOutcome.Answered.class);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void neverWritesToAConnectionThatTheServerHasClosedSilently() throws Exception {
        var closed = new Semaphore(0);
        Script script = (_, connection) -> {
            ScriptedServer.respond(connection, 200, "1");
            connection.close();
            closed.release();
        };
        try (var server = new ScriptedServer(script)) {
            for (var i = 0; i < 20; i++) {
                assertThat(post(server)).isInstanceOf(HttpOutcome.Answered.class);
                closed.acquire();
            }
            assertThat(server.requests()).hasSize(20);
        }
    }

    @Test
    void doesNotFollowARedirect() {
        Script script = (_, connection) ->
                ScriptedServer.raw(connection, "HTTP/1.1 301 Moved\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
        try (var server = new ScriptedServer(script)) {
            assertThat(post(server)).isEqualTo(new HttpOutcome.Answered(301, ""));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Nested
    class NothingIsWritten {
        @Test
        void whenNobodyListens() throws IOException {
            int free;
            try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                free = listener.getLocalPort();
            }
            assertThat(http.send(HttpCall.json(Origin.of("http://localhost:" + free), "/", "{}")))
                    .isInstanceOf(HttpOutcome.NotWritten.class);
        }

        @Test
        void whenTheTlsHandshakeGetsNoAnswer() throws IOException {
            try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var origin = Origin.of("https://localhost:" + mute.getLocalPort());
                assertThat(http.send(HttpCall.json(origin, "/", "{}"))).isInstanceOf(HttpOutcome.NotWritten.class);
            }
        }

        @Test
        void whenTheServerSpeaksNoTls() {
            try (var server = new ScriptedServer(ScriptedServer.json("1"))) {
                var origin = Origin.of(server.address().replace("http:", "https:"));
                assertThat(http.send(HttpCall.json(origin, "/", "{}"))).isInstanceOf(HttpOutcome.NotWritten.class);
            }
        }

        @Test
        void afterTheClientIsClosed() {
            try (var server = new ScriptedServer(ScriptedServer.json("1"))) {
                http.close();
                assertThat(post(server)).isInstanceOf(HttpOutcome.NotWritten.class);
                assertThat(server.requests()).isEmpty();
            }
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("no answer at all", (_, _) -> {}),
                fault("reset without an answer", (_, connection) -> ScriptedServer.reset(connection)),
                fault("closed without an answer", (_, connection) -> connection.close()),
                fault("reset after the headers", (_, connection) -> {
                    ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n");
                    ScriptedServer.reset(connection);
                }),
                fault("closed in the middle of the body", (_, connection) -> {
                    ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"errcode\"");
                    connection.close();
                }),
                fault(
                        "stalls in the middle of the body",
                        (_, connection) ->
                                ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")),
                fault("not HTTP", (_, connection) -> {
                    ScriptedServer.raw(connection, "SSH-2.0-OpenSSH_9.2\r\n");
                    connection.close();
                }),
                fault(
                        "an announced body above the limit",
                        (_, connection) -> ScriptedServer.raw(
                                connection, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")),
                fault(
                        "a negative length",
                        (_, connection) ->
                                ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")),
                fault("a body above the limit until close", (_, connection) -> {
                    ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(70_000));
                    connection.close();
                }),
                fault(
                        "chunks above the limit",
                        (_, connection) -> ScriptedServer.raw(
                                connection,
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        + ("4000\r\n" + "x".repeat(0x4000) + "\r\n").repeat(5))),
                fault(
                        "endless headers",
                        (_, connection) ->
                                ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(200))),
                fault(
                        "an endless header line",
                        (_, connection) ->
                                ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\nA: " + "b".repeat(20_000))));
    }

    private static Arguments fault(String name, Script script) {
        return Arguments.argumentSet(name, script);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isLostOnceAByteWasWrittenAndNeverSentAgain(Script fault) {
        try (var server = new ScriptedServer(fault)) {
            assertThat(post(server)).isInstanceOf(HttpOutcome.Lost.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void keepsNoConnectionAfterAFault() {
        var calls = new java.util.concurrent.atomic.AtomicInteger();
        Script script = (_, connection) -> {
            if (calls.getAndIncrement() == 0) {
                ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nlate");
            } else {
                ScriptedServer.respond(connection, 200, "fresh");
            }
        };
        try (var server = new ScriptedServer(script)) {
            assertThat(post(server)).isInstanceOf(HttpOutcome.Lost.class);
            assertThat(post(server)).isEqualTo(new HttpOutcome.Answered(200, "fresh"));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void refusesATargetThatCouldSmuggleAHeader() {
        assertThatThrownBy(() -> HttpCall.json(Origin.of("http://localhost"), "/a\r\nX: y", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"ftp://host", "http://host/path", "http://user@host", "http://host?x", "host", "http://"})
    void refusesABaseAddressThatIsMoreThanAnOrigin(String address) {
        assertThatThrownBy(() -> Origin.of(address)).isInstanceOf(IllegalArgumentException.class);
    }
}
