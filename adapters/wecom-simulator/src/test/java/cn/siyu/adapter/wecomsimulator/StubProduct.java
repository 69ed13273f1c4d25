package cn.siyu.adapter.wecomsimulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A product of the simplest kind: shows visitors one member's code after the other, welcomes
/// everybody who adds, and keeps what the feeds report.
final class StubProduct implements AutoCloseable {
    /// A feed report as it came in.
    record Report(String path, String key, String authorization, JsonNode body) {}

    private final HttpServer server;
    private final List<String> qrCodes = new CopyOnWriteArrayList<>();
    private final List<Report> reports = new CopyOnWriteArrayList<>();
    private volatile int visits;
    private volatile int failing;

    StubProduct(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/l/", this::visit);
            server.createContext("/v1/", this::report);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    void shows(String qrCode) {
        qrCodes.add(qrCode);
    }

    List<Report> reports() {
        return reports;
    }

    /// The next reports are answered by 503.
    void failReports(int count) {
        failing = count;
    }

    private synchronized void visit(HttpExchange exchange) throws IOException {
        try (exchange) {
            var code = qrCodes.get(visits % qrCodes.size());
            visits = visits + 1;
            var body = ("{\"qrCode\":\"" + code + "\",\"more\":1}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized void report(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (failing > 0) {
                failing = failing - 1;
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var headers = exchange.getRequestHeaders();
            reports.add(new Report(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(headers.getFirst("Idempotency-Key")),
                    String.valueOf(headers.getFirst("Authorization")),
                    TestClient.json(body)));
            exchange.sendResponseHeaders(201, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
