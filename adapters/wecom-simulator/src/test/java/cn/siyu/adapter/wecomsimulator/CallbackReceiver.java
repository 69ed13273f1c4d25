package cn.siyu.adapter.wecomsimulator;

import cn.siyu.adapter.wecomsimulator.front.HttpFront;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/// An application's callback endpoint that verifies and decrypts with the WxJava library, not with
/// the simulator's own code.
final class CallbackReceiver implements AutoCloseable {
    static final String TOKEN = "callbacktoken";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE";
    private static final Pattern ENCRYPT = Pattern.compile("<Encrypt><!\\[CDATA\\[(.*?)]]></Encrypt>", Pattern.DOTALL);
    private final WxCryptUtil crypt = new WxCryptUtil(TOKEN, AES_KEY, TestClient.CORP);
    private final HttpServer server;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();

    CallbackReceiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/callback", this::serve);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String settings() {
        return "{\"url\":\"http://127.0.0.1:%d/callback\",\"token\":\"%s\",\"aesKey\":\"%s\"}"
                .formatted(port(), TOKEN, AES_KEY);
    }

    /// The decrypted events, in order of arrival.
    List<String> events() {
        return events;
    }

    /// The next answers' statuses; 200 when none is left.
    synchronized void answerWith(Integer... next) {
        statuses.addAll(List.of(next));
    }

    /// The text of an element of an event, `""` when it has none.
    static String element(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</" + name + ">")
                .matcher(xml);
        return found.find() ? found.group(1) : "";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = HttpFront.query(exchange.getRequestURI().getRawQuery());
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("GET")) {
                var plain = crypt.decrypt(query.path("echostr").asText()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, plain.length);
                exchange.getResponseBody().write(plain);
                return;
            }
            var encrypted = ENCRYPT.matcher(body);
            if (!encrypted.find()) {
                throw new IOException("no Encrypt in " + body);
            }
            events.add(crypt.decryptContent(
                    query.path("msg_signature").asText(),
                    query.path("timestamp").asText(),
                    query.path("nonce").asText(),
                    encrypted.group(1)));
            exchange.sendResponseHeaders(nextStatus(), -1);
        }
    }

    private synchronized int nextStatus() {
        return statuses.isEmpty() ? 200 : statuses.removeFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
