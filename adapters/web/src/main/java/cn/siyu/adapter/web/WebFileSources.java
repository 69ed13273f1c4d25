package cn.siyu.adapter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.content.port.FileSources;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches a file by one GET over a connection of its own.
///
/// The name is resolved once and the connection goes to an address that was looked at. Redirects
/// are not followed: each of them would be a new address to look at, and a file that is meant to be
/// sent has one. One watchdog thread closes what exceeds its deadline.
final class WebFileSources implements FileSources, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebFileSources.class);

    private final WebFileSettings settings;
    private final Resolver resolver;
    private final SSLSocketFactory tls;
    private final ScheduledThreadPoolExecutor watchdog;

    /// How names become addresses.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    WebFileSources(WebFileSettings settings, Resolver resolver, SSLSocketFactory tls) {
        this.settings = settings;
        this.resolver = resolver;
        this.tls = tls;
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("file-deadlines").factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Answer<byte[]> fetch(String address, int mostBytes) {
        Target target;
        try {
            target = Target.of(address);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return said(address, Answer.notDone(NotDoneReason.INVALID, "not an address of a file"));
        }
        return said(address, fetch(target, mostBytes));
    }

    private Answer<byte[]> fetch(Target target, int mostBytes) {
        InetAddress[] addresses;
        try {
            addresses = resolver.all(target.host());
        } catch (UnknownHostException e) {
            return Answer.notDone(NotDoneReason.UNREACHABLE, "no such host");
        }
        boolean trusted = settings.privateHosts().contains(target.host());
        if (!trusted && !Arrays.stream(addresses).allMatch(OpenAddresses::open)) {
            return Answer.notDone(NotDoneReason.FORBIDDEN, "inside a private network, see siyu.files.private-hosts");
        }
        Answer<byte[]> answer = Answer.notDone(NotDoneReason.UNREACHABLE, "a host without addresses");
        for (var each : addresses) { // where nobody was reached, the next one may answer
            answer = over(each, target, mostBytes);
            if (!(answer instanceof Answer.NotDone<byte[]> no && no.reason() == NotDoneReason.UNREACHABLE)) {
                return answer;
            }
        }
        return answer;
    }

    private Answer<byte[]> over(InetAddress address, Target target, int mostBytes) {
        try (var socket = new Socket()) {
            var alarm = watchdog.schedule(() -> close(socket), nanos(settings.deadline()), TimeUnit.NANOSECONDS);
            try {
                Socket secured;
                try {
                    socket.connect(
                            new InetSocketAddress(address, target.port()),
                            Math.toIntExact(settings.connectTimeout().toMillis()));
                    secured = target.secure() ? secured(socket, target) : socket;
                } catch (IOException e) {
                    return Answer.notDone(NotDoneReason.UNREACHABLE, String.valueOf(e.getMessage()));
                }
                return exchanged(secured, target, mostBytes);
            } finally {
                alarm.cancel(false);
            }
        } catch (IOException e) {
            return Answer.notDone(NotDoneReason.UNANSWERED, String.valueOf(e.getMessage()));
        }
    }

    private static long nanos(Duration time) {
        return time.toNanos();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // whoever reads from it fails all the same
        }
    }

    private Socket secured(Socket socket, Target target) throws IOException {
        var secured = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static Answer<byte[]> exchanged(Socket socket, Target target, int mostBytes) throws IOException {
        socket.getOutputStream().write(target.request());
        socket.getOutputStream().flush();
        try {
            var read = new FileAnswer(new BufferedInputStream(socket.getInputStream(), 16_384), mostBytes).read();
            return judged(read);
        } catch (FileAnswer.TooLarge _) {
            return Answer.notDone(NotDoneReason.INVALID, "larger than " + mostBytes + " bytes");
        } catch (ProtocolException e) {
            return Answer.notDone(NotDoneReason.INVALID, String.valueOf(e.getMessage()));
        }
    }

    private static Answer<byte[]> judged(FileAnswer.Read read) {
        return switch (read.status()) {
            case 200 ->
                read.bytes().length == 0
                        ? Answer.notDone(NotDoneReason.INVALID, "an empty file")
                        : Answer.done(read.bytes());
            case 404, 410 -> Answer.notDone(NotDoneReason.NOT_FOUND, "nothing there");
            case 408, 425, 429 -> Answer.notDone(NotDoneReason.UNANSWERED, "HTTP status " + read.status());
            default ->
                read.status() >= 500
                        ? Answer.notDone(NotDoneReason.UNANSWERED, "HTTP status " + read.status())
                        : Answer.notDone(NotDoneReason.FORBIDDEN, "HTTP status " + read.status());
        };
    }

    /// Operators see why; what follows the question mark of an address may be a key, so it is left
    /// out.
    private static Answer<byte[]> said(String address, Answer<byte[]> answer) {
        if (answer instanceof Answer.NotDone<byte[]> no) {
            LOG.atWarn()
                    .addKeyValue("address", address.split("[?#]", 2)[0].replaceAll("\\p{Cntrl}", " "))
                    .addKeyValue("reason", no.reason().name().toLowerCase(Locale.ROOT))
                    .log("file not fetched: {}", no.detail());
        }
        return answer;
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
    }

    /// Where a file is, taken apart.
    private record Target(boolean secure, String host, int port, String authority, String path) {
        static Target of(String address) throws URISyntaxException {
            var uri = new URI(new URI(address).toASCIIString());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException("no web address");
            }
            boolean secure = scheme.equals("https");
            var bare = uri.getHost();
            var host = bare.startsWith("[") ? bare.substring(1, bare.length() - 1) : bare.toLowerCase(Locale.ROOT);
            int port = uri.getPort() == -1 ? (secure ? 443 : 80) : uri.getPort();
            var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Target(secure, host, port, uri.getPort() == -1 ? bare : bare + ":" + port, path + query);
        }

        byte[] request() {
            return ("GET " + path + " HTTP/1.1\r\nHost: " + authority
                            + "\r\nUser-Agent: siyu\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n")
                    .getBytes(ISO_8859_1);
        }
    }
}
