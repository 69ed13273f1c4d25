package cn.siyu.bootstrap.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// A closed loop of requests over connections that stay open, written by hand because it shares the
/// machine with what it measures: what the client takes is missing at the server.
final class Load {
    private Load() {}

    /// What came of it.
    ///
    /// @param answers how many were answered with 2xx
    /// @param others how many were not
    record Result(int answers, int others, Duration took, Duration median, Duration p99) {
        double perSecond() {
            return answers / (took.toNanos() / 1e9);
        }
    }

    /// Sends `count` requests over some connections.
    ///
    /// @param requests the bytes of the request of a number
    static Result run(int port, int connections, int count, IntFunction<byte[]> requests) throws InterruptedException {
        var next = new AtomicInteger();
        var others = new AtomicInteger();
        var problems = new ConcurrentLinkedQueue<IOException>();
        long[] nanos = new long[count];
        long began = System.nanoTime();
        var threads = new Thread[connections];
        for (int i = 0; i < connections; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                try (var line = new Line(port)) {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        long sent = System.nanoTime();
                        if (line.status(requests.apply(number)) / 100 != 2) {
                            others.incrementAndGet();
                        }
                        nanos[number] = System.nanoTime() - sent;
                    }
                } catch (IOException e) {
                    problems.add(e);
                }
            });
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a connection broke", problems.peek());
        }
        long took = System.nanoTime() - began;
        Arrays.sort(nanos);
        return new Result(
                count - others.get(),
                others.get(),
                Duration.ofNanos(took),
                Duration.ofNanos(nanos[count / 2]),
                Duration.ofNanos(nanos[(int) (count * 0.99)]));
    }

    /// The bytes of a request.
    static byte[] request(String method, String path, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "Content-Length: "
                + content.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }

    /// One connection.
    private static final class Line implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final byte[] scratch = new byte[1 << 16];

        Line(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        }

        int status(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            int status = Integer.parseInt(line().substring(9, 12));
            int length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String name = header.toLowerCase(Locale.ROOT);
                if (name.startsWith("content-length:")) {
                    length = Integer.parseInt(name.substring(15).strip());
                } else if (name.startsWith("transfer-encoding:") && name.contains("chunked")) {
                    chunked = true;
                }
            }
            if (chunked) {
                for (int size = chunk(); size > 0; size = chunk()) {
                    skip(size + 2);
                }
                line();
            } else {
                skip(length);
            }
            return status;
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line().strip(), 16);
        }

        private void skip(int bytes) throws IOException {
            for (int left = bytes; left > 0; ) {
                int read = in.read(scratch, 0, Math.min(left, scratch.length));
                if (read < 0) {
                    throw new EOFException("the answer ended early");
                }
                left -= read;
            }
        }

        private String line() throws IOException {
            int length = 0;
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("the answer ended early");
                }
                if (next != '\r') {
                    scratch[length++] = (byte) next;
                }
            }
            return new String(scratch, 0, length, StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
