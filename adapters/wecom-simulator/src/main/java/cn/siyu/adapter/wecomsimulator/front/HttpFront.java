package cn.siyu.adapter.wecomsimulator.front;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server: one virtual thread per call, small packets sent at once.
public final class HttpFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Handles the calls below one path prefix.
    @FunctionalInterface
    public interface Route {
        /// Answers an exchange, or ends it unanswered.
        void serve(HttpExchange exchange) throws IOException;
    }

    private HttpFront(HttpServer server) {
        this.server = server;
    }

    /// Binds a port and serves.
    /// @param platform the calls under `/cgi-bin/`
    /// @param control the calls under `/simulator`
    /// @throws UncheckedIOException when the port is taken
    public static HttpFront start(InetSocketAddress address, Route platform, Route control) {
        configureJdkServer();
        try {
            var front = new HttpFront(HttpServer.create(address, 1024));
            front.server.createContext("/cgi-bin/", exchange -> front.serve(exchange, platform));
            front.server.createContext("/simulator", exchange -> front.serve(exchange, control));
            front.server.createContext("/", exchange -> front.serve(exchange, HttpFront::notFound));
            front.server.setExecutor(front.threads);
            front.server.start();
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve at " + address, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// The JDK's server delays small packets by 40 ms on a kept connection unless told otherwise, and reads
    /// its settings once, when its first server is made.
    private static void configureJdkServer() {
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "2000");
        setUnlessSet("sun.net.httpserver.idleInterval", "300");
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private void serve(HttpExchange exchange, Route route) {
        try (exchange) {
            route.serve(exchange);
        } catch (IOException e) {
            LOG.debug("a caller of {} went away", exchange.getRequestURI().getPath(), e);
        } catch (RuntimeException e) {
            LOG.error("{} failed", exchange.getRequestURI().getPath(), e);
        }
    }

    static void notFound(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Server", "nginx");
        exchange.sendResponseHeaders(404, -1);
    }

    /// The query's pairs, decoded; empty pairs are passed over, of a name given twice the first counts.
    public static ObjectNode query(HttpExchange exchange) {
        var pairs = Json.object();
        var raw = exchange.getRequestURI().getRawQuery();
        if (raw == null) {
            return pairs;
        }
        for (var pair : raw.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                var name = decode(pair.substring(0, equals));
                if (!pairs.has(name)) {
                    pairs.put(name, decode(pair.substring(equals + 1)));
                }
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
