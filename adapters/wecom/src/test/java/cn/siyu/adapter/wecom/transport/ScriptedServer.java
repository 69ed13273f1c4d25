package cn.siyu.adapter.wecom.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/// A server over plain sockets that does to each request what a script says, also what no HTTP
/// server would do.
public final class ScriptedServer implements AutoCloseable {
    /// One request as it arrived.
    public record Received(String method, String target, String body) {
        public String path() {
            return target.split("\\?", 2)[0];
        }
    }

    /// Answers one request; the connection stays open afterwards unless the script closed it.
    @FunctionalInterface
    public interface Script {
        void answer(Received request, Socket connection) throws IOException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final String scheme;
    private final Thread acceptor;

    public ScriptedServer(Script script) {
        this(script, ServerSocketFactory.getDefault(), "http");
    }

    public ScriptedServer(Script script, ServerSocketFactory sockets, String scheme) {
        try {
            this.listener = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.script = script;
        this.scheme = scheme;
        this.acceptor = Thread.ofVirtual().unstarted(this::accept);
        acceptor.start();
    }

    /// A script that answers every request with this JSON text.
    public static Script json(String body) {
        return (_, connection) -> respond(connection, 200, body);
    }

    public static void respond(Socket connection, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        raw(
                connection,
                "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n" + body);
    }

    public static void raw(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(UTF_8));
        connection.getOutputStream().flush();
    }

    /// Writes lines as HTTP separates them; the last one gets no line end.
    public static void lines(Socket connection, String... lines) throws IOException {
        raw(connection, String.join("\r\n", lines));
    }

    public static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    public String address() {
        return scheme + "://localhost:" + listener.getLocalPort();
    }

    public Origin origin() {
        return Origin.of(address());
    }

    public List<Received> requests() {
        return requests;
    }

    public List<Received> requests(String path) {
        return requests.stream().filter(r -> r.path().equals(path)).toList();
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var connection = listener.accept();
                open.add(connection);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                // closed, or a handshake that failed: the next accept tells
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            while (!connection.isClosed()) {
                var request = read(in);
                requests.add(request);
                script.answer(request, connection);
            }
        } catch (IOException _) {
            // the client went away, as some tests want
        }
    }

    private static Received read(InputStream in) throws IOException {
        var first = line(in).split(" ", 3);
        var length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
        }
        return new Received(first[0], first[1], new String(in.readNBytes(length), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("end");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() {
        try {
            listener.close();
            acceptor.join(); // until then the system may take connections for it
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
