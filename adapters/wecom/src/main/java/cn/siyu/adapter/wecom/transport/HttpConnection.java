package cn.siyu.adapter.wecom.transport;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// One TCP connection to an origin, with TLS on top where the origin wants it.
final class HttpConnection implements Closeable {
    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;
    private long idleSince;

    private HttpConnection(SocketChannel channel, Socket socket) throws IOException {
        this.channel = channel;
        this.in = new BufferedInputStream(socket.getInputStream(), 8192);
        this.out = socket.getOutputStream();
    }

    /// Completes the connection on a channel that is connected already. The TLS handshake is
    /// finished when this returns, so everything before it is "nothing written".
    static HttpConnection over(SocketChannel channel, Origin origin, SSLContext tls) throws IOException {
        var socket = channel.socket();
        socket.setTcpNoDelay(true);
        if (!origin.tls()) {
            return new HttpConnection(channel, socket);
        }
        var secure =
                (SSLSocket) tls.getSocketFactory().createSocket(socket, origin.resolvableHost(), origin.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return new HttpConnection(channel, secure);
    }

    SocketChannel channel() {
        return channel;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    /// Whether the other side still keeps this idle connection open, as far as can be seen without
    /// writing: a request written to a connection that is already closed would end as a needless
    /// "unknown".
    boolean usableAfter(Duration idle) {
        if (System.nanoTime() - idleSince > idle.toNanos()) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            var unexpected = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return unexpected == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // nothing depends on an orderly end: the answer was read, or the connection is broken
        }
    }
}
