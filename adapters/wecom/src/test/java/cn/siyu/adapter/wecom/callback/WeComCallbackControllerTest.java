package cn.siyu.adapter.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.WeComAdapter;
import cn.siyu.adapter.wecom.WeComApp;
import cn.siyu.application.channel.InboxIntake;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeComCallbackControllerTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final String EVENT = "<xml><MsgType>event</MsgType><Remark>你好</Remark></xml>";

    private final Inbox inbox = new Inbox();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ApplicationContext context = ApplicationContext.builder()
            .properties(Map.of("micronaut.server.port", "-1", "micronaut.server.max-request-size", "2MB"))
            .singletons(inbox)
            .build();
    private String base = "";

    private static final class Inbox implements InboxIntake {
        private final List<RawEvent> stored = new ArrayList<>();
        private boolean broken;

        @Override
        public synchronized Outcome store(RawEvent event) {
            if (broken) {
                throw new IllegalStateException("disk full, canary");
            }
            if (stored.stream().anyMatch(seen -> seen.sha256().equals(event.sha256()))) {
                return Outcome.DUPLICATE;
            }
            stored.add(event);
            return Outcome.STORED;
        }
    }

    @BeforeAll
    void start() {
        context.start();
        var app = new WeComApp(
                "main",
                "demo",
                CallbackSealer.CORP,
                "a-secret-of-the-test",
                CallbackSealer.TOKEN,
                CallbackSealer.AES_KEY,
                WeComApp.OFFICIAL,
                false);
        context.getBean(WeComAdapter.class).register(app, InstantSource.fixed(NOW));
        base = context.getBean(EmbeddedServer.class).start().getURL() + "/callbacks/wecom/";
    }

    @AfterAll
    void stop() {
        http.close();
        context.close();
    }

    @BeforeEach
    void emptyInbox() {
        inbox.stored.clear();
        inbox.broken = false;
    }

    private static String query(CallbackCrypto.Signed signed) {
        return "?msg_signature=" + signed.signature() + "&timestamp=" + signed.timestamp() + "&nonce="
                + URLEncoder.encode(signed.nonce(), UTF_8);
    }

    private HttpResponse<String> post(String appAndQuery, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + appAndQuery))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String appAndQuery) {
        return send(HttpRequest.newBuilder(URI.create(base + appAndQuery)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> deliver(CallbackCrypto.Signed signed) {
        return post("main" + query(signed), CallbackSealer.envelope(signed.ciphertext()));
    }

    private void refused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertThat(inbox.stored).isEmpty();
    }

    @Nested
    class TheUrlCheck {
        private final CallbackCrypto.Signed right = CallbackSealer.signed(CallbackSealer.encrypt("161614"));

        private String echo(CallbackCrypto.Signed signed) {
            return query(signed) + "&echostr=" + URLEncoder.encode(signed.ciphertext(), UTF_8);
        }

        @Test
        void isAnsweredWithTheBareText() {
            var response = get("main" + echo(right));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("161614");
        }

        @ParameterizedTest
        @ValueSource(strings = {"*/*", "text/html", "application/json", "image/png"})
        void isAnsweredWhateverTheCallerSaysItAccepts(String accept) {
            var response = send(HttpRequest.newBuilder(URI.create(base + "main" + echo(right)))
                    .header("Accept", accept));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("161614");
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        }

        @Test
        void isAnsweredAlsoWhenThePlusSignsWereNotEncoded() {
            for (var i = 0; i < 50; i++) {
                var signed = CallbackSealer.signed(CallbackSealer.encrypt("text " + i));
                var response = get("main" + query(signed) + "&echostr="
                        + signed.ciphertext().replace("=", "%3D"));
                assertThat(response.body()).isEqualTo("text " + i);
            }
        }

        @Test
        void isRefusedWithAWrongSignature() {
            refused(get("main?msg_signature=0&timestamp=1&nonce=2&echostr=AAAA"), 403);
        }

        @Test
        void isRefusedWithoutItsParameters() {
            refused(get("main"), 400);
            refused(get("main" + query(right)), 400);
        }

        @Test
        void isNotFoundForAnAppThatIsNotThere() {
            refused(get("other" + echo(right)), 404);
        }
    }

    @Nested
    class AnEvent {
        private final CallbackCrypto.Signed right = CallbackSealer.signed(CallbackSealer.encrypt(EVENT));

        @Test
        void isStoredWithItsOriginAndAcknowledged() {
            var response = deliver(right);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("success");
            assertThat(inbox.stored).singleElement().satisfies(event -> {
                assertThat(event.channel()).isEqualTo(WeComAdapter.CHANNEL);
                assertThat(event.connection()).isEqualTo("main");
                assertThat(event.brand()).isEqualTo("demo");
                assertThat(event.payload()).isEqualTo(EVENT);
                assertThat(event.sha256()).matches("[0-9a-f]{64}");
                assertThat(event.receivedAt()).isEqualTo(NOW);
            });
        }

        @Test
        void isStoredOnceAndAcknowledgedTwiceWhenItIsReplayed() {
            deliver(right);
            var again = CallbackSealer.encrypt("fedcba9876543210", EVENT, CallbackSealer.CORP, 32);
            assertThat(deliver(right).statusCode()).isEqualTo(200);
            assertThat(deliver(CallbackSealer.signed(again)).statusCode()).isEqualTo(200);
            assertThat(inbox.stored).hasSize(1);
        }

        @Test
        void isDeliveredAgainWhenItCannotBeStored() {
            inbox.broken = true;
            var response = deliver(right);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).isEmpty();
        }

        @Test
        void isRefusedWithAWrongSignature() {
            refused(
                    post(
                            "main?msg_signature=" + "0".repeat(40) + "&timestamp=1700000000&nonce=1234567890",
                            CallbackSealer.envelope(right.ciphertext())),
                    403);
        }

        @Test
        void isRefusedForAnotherCorp() {
            var foreign = CallbackSealer.encrypt("0123456789abcdef", EVENT, "ww0000000000000000", 32);
            refused(deliver(CallbackSealer.signed(foreign)), 403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"AAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "not base64"})
        void isRefusedWithGarbageForACiphertext(String ciphertext) {
            refused(deliver(CallbackSealer.signed(ciphertext)), 403);
        }

        @Test
        void looksTheSameToTheSenderWhateverIsWrongWithIt() {
            var wrongPadding = deliver(CallbackSealer.signed(CallbackSealer.encryptPadded(new byte[64])));
            var wrongSignature = deliver(new CallbackCrypto.Signed("0", "1", "2", right.ciphertext()));
            assertThat(wrongPadding.statusCode()).isEqualTo(wrongSignature.statusCode());
            assertThat(wrongPadding.body()).isEqualTo(wrongSignature.body());
            assertThat(wrongPadding.headers().map().keySet())
                    .isEqualTo(wrongSignature.headers().map().keySet());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "plain",
                    "{}",
                    "<xml></xml>",
                    "<xml><Encrypt></Encrypt></xml>",
                    "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xml><Encrypt>&e;</Encrypt></xml>",
                    "<!DOCTYPE xml SYSTEM \"http://localhost:1/evil.dtd\"><xml><Encrypt>AAAA</Encrypt></xml>",
                    "<xml><Encrypt>AAAA</Encrypt><Encrypt>BBBB</Encrypt></xml>"
                })
        void isRefusedWithoutAnEnvelope(String body) {
            refused(post("main" + query(right), body), 400);
        }

        @Test
        void isRefusedWhenAnEntityHidesInAWellSignedEnvelope() {
            var body = "<!DOCTYPE xml [<!ENTITY e \"" + right.ciphertext() + "\">]><xml><Encrypt>&e;</Encrypt></xml>";
            refused(post("main" + query(right), body), 400);
        }

        @Test
        void isRefusedAboveOneMegabyte() {
            refused(post("main" + query(right), CallbackSealer.envelope("A".repeat(1_100_000))), 400);
        }

        @Test
        void isRefusedWithoutItsParameters() {
            refused(post("main", CallbackSealer.envelope(right.ciphertext())), 400);
        }

        @Test
        void isNotFoundForAnAppThatIsNotThere() {
            refused(post("other" + query(right), CallbackSealer.envelope(right.ciphertext())), 404);
        }
    }
}
