package cn.siyu.adapter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/// A server on this machine that says the same bytes to everybody who asks, and remembers what was
/// asked.
final class OneAnswerServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final byte[] answer;

    OneAnswerServer(byte[] answer) throws IOException {
        this(answer, ServerSocketFactory.getDefault());
    }

    OneAnswerServer(byte[] answer, ServerSocketFactory sockets) throws IOException {
        this.answer = answer.clone();
        this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    static byte[] ok(String headers, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(("HTTP/1.1 200 OK\r\n" + headers + "\r\n").getBytes(ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    int port() {
        return socket.getLocalPort();
    }

    /// The heads of all requests so far.
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                asked.add(head(connection));
                connection.getOutputStream().write(answer);
                connection.getOutputStream().flush();
            } catch (IOException _) {
                // the other side gave up, or the test is over
            }
        }
    }

    private static String head(Socket connection) throws IOException {
        var head = new StringBuilder();
        for (int next = connection.getInputStream().read();
                next >= 0;
                next = connection.getInputStream().read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
