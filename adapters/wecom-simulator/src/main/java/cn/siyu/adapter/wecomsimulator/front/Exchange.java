package cn.siyu.adapter.wecomsimulator.front;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/// One request and its answer. The request's line is taken as the caller wrote it, well-formed or
/// not; a header of the answer is spelt as it was set.
public final class Exchange implements AutoCloseable {
    private static final int DRAINED = 1 << 16;
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private final Channel channel;
    private final HttpRequest request;
    private final IncomingBody body;
    private final HttpResponse answer = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    private boolean begun;
    private boolean whole;

    Exchange(Channel channel, HttpRequest request, IncomingBody body) {
        this.channel = channel;
        this.request = request;
        this.body = body;
    }

    /// The verb in capitals.
    public String method() {
        return request.method().name();
    }

    /// The path, decoded; as it was written where it cannot be decoded.
    public String path() {
        var uri = request.uri();
        var start = uri.startsWith("http") ? Math.max(0, uri.indexOf('/', uri.indexOf("//") + 2)) : 0;
        var end = uri.indexOf('?');
        return decoded(uri.substring(start, end < start ? uri.length() : end).replace("+", "%2B"));
    }

    /// The query as it was written, `""` without one.
    public String query() {
        var start = request.uri().indexOf('?');
        return start < 0 ? "" : request.uri().substring(start + 1);
    }

    /// A header's first value, `""` without one.
    public String header(String name) {
        return Objects.requireNonNullElse(request.headers().get(name), "");
    }

    /// What the caller sends, as it comes.
    public InputStream body() {
        return body;
    }

    /// The caller's address.
    public String caller() {
        return channel.remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "";
    }

    /// Sets a header of the answer.
    public void set(String name, String value) {
        headers().set(name, value);
    }

    /// Answers without a body.
    public void answer(int status) throws IOException {
        answer(status, new byte[0], 0, 0, 0);
    }

    /// Answers with a body; a caller who asked for the head only gets none.
    public void answer(int status, byte[] content) throws IOException {
        answer(status, content, 0, content.length, content.length);
    }

    /// Answers with a part of some bytes. If less is sent than is promised, the connection ends
    /// there.
    /// @param promised the length that the caller is told
    public void answer(int status, byte[] content, int from, int length, int promised) throws IOException {
        var headOnly = method().equals("HEAD");
        answer.setStatus(HttpResponseStatus.valueOf(status));
        headers().set("Content-Length", promised);
        dated();
        begun = true;
        whole = headOnly || length == promised;
        var bytes = headOnly ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(content, from, length);
        if (whole) {
            var full = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, answer.status(), bytes);
            full.headers().set(headers());
            var _ = channel.writeAndFlush(full); // nothing comes after it, so nobody waits for it
        } else {
            written(answer);
            written(new DefaultHttpContent(bytes));
        }
    }

    /// Begins an answer whose length nobody knows yet. It is whole when its stream is closed.
    public OutputStream stream(int status) throws IOException {
        answer.setStatus(HttpResponseStatus.valueOf(status));
        HttpUtil.setTransferEncodingChunked(answer, true);
        dated();
        begun = true;
        written(answer);
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                written(new DefaultHttpContent(Unpooled.copiedBuffer(bytes, from, length)));
            }

            @Override
            public void close() throws IOException {
                if (!whole) {
                    whole = true;
                    written(LastHttpContent.EMPTY_LAST_CONTENT);
                }
            }
        };
    }

    /// Ends the connection at once; the caller sees it reset.
    public void reset() {
        if (channel.isOpen()) {
            lingerNot();
        }
        var _ = channel.close();
    }

    private void lingerNot() {
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException _) {
            // the caller was faster
        }
    }

    /// Ends the exchange, and the connection with it unless it was answered whole.
    @Override
    public void close() {
        if (!begun) {
            reset();
        } else if (!whole || !body.drained(DRAINED)) {
            var _ = channel.close();
        }
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private HttpHeaders headers() {
        return answer.headers();
    }

    private void dated() {
        headers().set("Date", NOW.format(Instant.now()));
    }

    /// Waits until it is written, so that a slow reader holds the writer back and not the memory.
    private void written(Object part) throws IOException {
        var written = channel.writeAndFlush(part).awaitUninterruptibly();
        if (!written.isSuccess()) {
            throw new IOException("the caller went away", written.cause());
        }
    }
}
