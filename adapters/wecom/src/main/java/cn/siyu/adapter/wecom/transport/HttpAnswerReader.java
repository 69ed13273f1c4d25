package cn.siyu.adapter.wecom.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads one HTTP/1.x answer and trusts nothing in it: every size is bounded, every number checked.
final class HttpAnswerReader {
    private static final int LINE_BYTES = 8192;
    private static final int HEADER_LINES = 100;

    private final InputStream in;
    private final int bodyBytes;

    HttpAnswerReader(InputStream in, int bodyBytes) {
        this.in = in;
        this.bodyBytes = bodyBytes;
    }

    record Read(int status, String body, boolean keepsOpen) {}

    Read read() throws IOException {
        var statusLine = line();
        var status = status(statusLine);
        var headers = headers();
        while (status >= 100 && status < 200) {
            statusLine = line();
            status = status(statusLine);
            headers = headers();
        }
        var chunked = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
        var length = headers.get("content-length");
        var body = new ByteArrayOutputStream();
        if (chunked) {
            chunks(body);
        } else if (length != null) {
            copy(size(length, 10), body);
        } else if (status != 204 && status != 304) {
            untilClosed(body);
            return new Read(status, text(body), false);
        }
        var keepsOpen = statusLine.startsWith("HTTP/1.1")
                && !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Read(status, text(body), keepsOpen);
    }

    /// Another charset is refused: read as UTF-8 it would give names that nobody has.
    private static String text(ByteArrayOutputStream body) throws ProtocolException {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(body.toByteArray()))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new ProtocolException("the answer is not UTF-8");
        }
    }

    private static int status(String line) throws ProtocolException {
        if (line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            return Integer.parseInt(line, 9, 12, 10);
        }
        throw new ProtocolException("not an HTTP answer");
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var count = 0; count <= HEADER_LINES; count++) {
            var line = line();
            if (line.isEmpty()) {
                return headers;
            }
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("broken header");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new ProtocolException("too many headers");
    }

    private void chunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            var size = size(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                headers(); // trailers
                return;
            }
            copy(size, body);
            if (!line().isEmpty()) {
                throw new ProtocolException("broken chunk");
            }
        }
    }

    private int size(String text, int radix) throws ProtocolException {
        try {
            var size = Long.parseLong(text, radix);
            if (size >= 0 && size <= bodyBytes) {
                return (int) size;
            }
        } catch (NumberFormatException _) {
            throw new ProtocolException("broken length");
        }
        throw new ProtocolException("answer above " + bodyBytes + " bytes");
    }

    private void copy(int size, ByteArrayOutputStream body) throws IOException {
        if (body.size() + size > bodyBytes) {
            throw new ProtocolException("answer above " + bodyBytes + " bytes");
        }
        var bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("answer cut short");
        }
        body.writeBytes(bytes);
    }

    private void untilClosed(ByteArrayOutputStream body) throws IOException {
        var bytes = in.readNBytes(bodyBytes + 1);
        if (bytes.length > bodyBytes) {
            throw new ProtocolException("answer above " + bodyBytes + " bytes");
        }
        body.writeBytes(bytes);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("answer cut short");
            }
            if (line.size() >= LINE_BYTES) {
                throw new ProtocolException("line too long");
            }
            line.write(next);
        }
        var text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
