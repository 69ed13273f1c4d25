package cn.siyu.adapter.web;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.NotDoneReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebFileSourcesTest {
    private static final byte[] FILE = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff};
    private static final String HOST = "pictures.example";
    private static final String PASSWORD = "only-for-this-test";

    private static WebFileSources sources(SSLSocketFactory tls, String... privateHosts) {
        var settings = new WebFileSettings(List.of(privateHosts), Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new WebFileSources(settings, WebFileSourcesTest::resolved, tls);
    }

    private static WebFileSources trusting() {
        return sources((SSLSocketFactory) SSLSocketFactory.getDefault(), HOST);
    }

    /// Every name leads to this machine, as a name can that somebody has made for it.
    private static InetAddress[] resolved(String host) throws UnknownHostException {
        if (host.startsWith("no-such")) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
    }

    private static String at(OneAnswerServer server, String path) {
        return "http://" + HOST + ":" + server.port() + path;
    }

    @Test
    void fetchesAFileByItsLength() throws IOException {
        try (var server = new OneAnswerServer(OneAnswerServer.ok("Content-Length: 8\r\n", FILE));
                var sources = trusting()) {
            assertThat(value(sources.fetch(at(server, "/海报.png?v=1#top"), 8))).isEqualTo(FILE);
            assertThat(server.asked())
                    .singleElement()
                    .asString()
                    .startsWith("GET /%E6%B5%B7%E6%8A%A5.png?v=1 HTTP/1.1\r\nHost: " + HOST + ":" + server.port());
        }
    }

    @Test
    void fetchesAFileInChunksAndOneThatEndsWithTheConnection() throws IOException {
        var chunks = "3\r\n" + text(FILE, 0, 3) + "\r\n5;x=y\r\n" + text(FILE, 3, 8) + "\r\n0\r\n\r\n";
        try (var chunked = new OneAnswerServer(
                        OneAnswerServer.ok("Transfer-Encoding: chunked\r\n", chunks.getBytes(ISO_8859_1)));
                var closing = new OneAnswerServer(OneAnswerServer.ok("", FILE));
                var sources = trusting()) {
            assertThat(value(sources.fetch(at(chunked, "/a"), 8))).isEqualTo(FILE);
            assertThat(value(sources.fetch(at(closing, "/a"), 8))).isEqualTo(FILE);
            assertThat(reason(sources.fetch(at(chunked, "/a"), 7))).isEqualTo(NotDoneReason.INVALID);
            assertThat(reason(sources.fetch(at(closing, "/a"), 7))).isEqualTo(NotDoneReason.INVALID);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, ISO_8859_1);
    }

    @Test
    void goesToNoPrivateNetworkUnlessItIsAllowed() throws IOException {
        try (var server = new OneAnswerServer(OneAnswerServer.ok("Content-Length: 8\r\n", FILE));
                var sources = sources((SSLSocketFactory) SSLSocketFactory.getDefault(), "other.example")) {
            assertThat(reason(sources.fetch(at(server, "/a"), 8))).isEqualTo(NotDoneReason.FORBIDDEN);
            assertThat(reason(sources.fetch("http://127.0.0.1:" + server.port() + "/a", 8)))
                    .isEqualTo(NotDoneReason.FORBIDDEN);
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301,FORBIDDEN",
        "302,FORBIDDEN",
        "401,FORBIDDEN",
        "403,FORBIDDEN",
        "404,NOT_FOUND",
        "410,NOT_FOUND",
        "429,UNANSWERED",
        "500,UNANSWERED",
        "503,UNANSWERED",
        "204,FORBIDDEN"
    })
    void saysWhatAStatusMeansAndFollowsNoRedirect(int status, NotDoneReason reason) throws IOException {
        var answer = "HTTP/1.1 " + status + " So\r\nLocation: http://169.254.169.254/\r\nContent-Length: 2\r\n\r\nno";
        try (var server = new OneAnswerServer(answer.getBytes(ISO_8859_1));
                var sources = trusting()) {
            assertThat(reason(sources.fetch(at(server, "/a"), 8))).isEqualTo(reason);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:///etc/passwd", "ftp://a.cn/x", "http://", "http://a b", "https://me:pw@a.cn/x"})
    void takesNothingButWebAddresses(String address) {
        try (var sources = trusting()) {
            assertThat(reason(sources.fetch(address, 8))).isEqualTo(NotDoneReason.INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not http at all\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nbroken\r\n\r\n"
            })
    void believesNoBrokenAnswer(String answer) throws IOException {
        try (var server = new OneAnswerServer(answer.getBytes(ISO_8859_1));
                var sources = trusting()) {
            assertThat(reason(sources.fetch(at(server, "/a"), 100)))
                    .isIn(NotDoneReason.INVALID, NotDoneReason.UNANSWERED);
        }
    }

    @Test
    void waitsNoLongerThanItsDeadline() throws IOException {
        try (var prompt = new OneAnswerServer(OneAnswerServer.ok("Content-Length: 8\r\n", FILE));
                var nobody = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var sources = new WebFileSources(
                        new WebFileSettings(List.of(HOST), Duration.ofMillis(200), Duration.ofMillis(200)),
                        WebFileSourcesTest::resolved,
                        (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            var address = "http://" + HOST + ":" + nobody.getLocalPort() + "/a";
            assertThat(reason(sources.fetch(address, 8))).isEqualTo(NotDoneReason.UNANSWERED);
            assertThat(value(sources.fetch(at(prompt, "/a"), 8))).isEqualTo(FILE);
        }
    }

    @Test
    void isUnreachableWhereNobodyListensOrNoNameIs() throws IOException {
        int free;
        try (var closed = new OneAnswerServer(new byte[0])) {
            free = closed.port();
        }
        try (var sources = trusting()) {
            assertThat(reason(sources.fetch("http://" + HOST + ":" + free + "/a", 8)))
                    .isEqualTo(NotDoneReason.UNREACHABLE);
            assertThat(reason(sources.fetch("http://no-such.example/a", 8))).isEqualTo(NotDoneReason.UNREACHABLE);
        }
    }

    @Test
    void speaksTlsWithTheNameThatWasWritten(@TempDir Path directory) throws Exception {
        var right = context(directory, "right.p12", HOST);
        var wrong = context(directory, "wrong.p12", "elsewhere.example");
        var answer = OneAnswerServer.ok("Content-Length: 8\r\n", FILE);
        try (var server = new OneAnswerServer(answer, right.getServerSocketFactory());
                var other = new OneAnswerServer(answer, wrong.getServerSocketFactory());
                var sources = sources(right.getSocketFactory(), HOST);
                var fooled = sources(wrong.getSocketFactory(), HOST)) {
            assertThat(value(sources.fetch("https://" + HOST + ":" + server.port() + "/a", 8)))
                    .isEqualTo(FILE);
            assertThat(reason(fooled.fetch("https://" + HOST + ":" + other.port() + "/a", 8)))
                    .isEqualTo(NotDoneReason.UNREACHABLE);
            assertThat(other.asked()).allMatch(String::isEmpty);
        }
    }

    private static SSLContext context(Path directory, String file, String host) throws Exception {
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void survivesAnyBytes(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var bytes = new byte[random.nextInt(1, 500)];
        random.nextBytes(bytes);
        try (var server = new OneAnswerServer(bytes);
                var sources = trusting()) {
            assertThat(reason(sources.fetch(at(server, "/a"), 100)))
                    .isIn(NotDoneReason.INVALID, NotDoneReason.UNANSWERED);
        }
    }
}
