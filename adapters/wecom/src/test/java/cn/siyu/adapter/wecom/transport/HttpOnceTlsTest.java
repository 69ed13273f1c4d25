package cn.siyu.adapter.wecom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpOnceTlsTest {
    private static final String PASSWORD = "only-for-this-test";
    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 64 * 1024, Duration.ofSeconds(20));

    @TempDir
    private static Path directory;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate("right.p12", "localhost");
        certificate("wrong.p12", "elsewhere.example");
    }

    private static void certificate(String file, String host) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        directory.resolve(file).toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
    }

    private static SSLContext contextOf(String file) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(directory.resolve(file))) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static ScriptedServer server(String file) throws Exception {
        return new ScriptedServer(ScriptedServer.json("1"), contextOf(file).getServerSocketFactory(), "https");
    }

    private static HttpOutcome post(HttpOnce http, ScriptedServer server) {
        return http.send(HttpCall.json(server.origin(), "/send", "{}"));
    }

    @Test
    void talksOverTlsAndUsesTheConnectionAgain() throws Exception {
        try (var server = server("right.p12");
                var http = new HttpOnce(LIMITS, contextOf("right.p12"))) {
            assertThat(post(http, server)).isEqualTo(new HttpOutcome.Answered(200, "1"));
            assertThat(post(http, server)).isEqualTo(new HttpOutcome.Answered(200, "1"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void writesNothingToAServerThatItDoesNotTrust() throws Exception {
        try (var server = server("right.p12");
                var http = new HttpOnce(LIMITS, SSLContext.getDefault())) {
            assertThat(post(http, server)).isInstanceOf(HttpOutcome.NotWritten.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void writesNothingToAServerWithAnothersName() throws Exception {
        try (var server = server("wrong.p12");
                var http = new HttpOnce(LIMITS, contextOf("wrong.p12"))) {
            assertThat(post(http, server)).isInstanceOf(HttpOutcome.NotWritten.class);
            assertThat(server.requests()).isEmpty();
        }
    }
}
