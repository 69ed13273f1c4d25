package cn.siyu.adapter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;

/// Reads one HTTP/1.x answer with a file in it and trusts nothing: every size is bounded, every
/// number checked.
final class FileAnswer {
    private static final int LINE_BYTES = 8192;
    private static final int HEADER_LINES = 100;
    private static final int OK = 200;

    private final InputStream in;
    private final int mostBytes;
    private boolean chunked;
    private boolean encoded;
    private long length = -1;

    FileAnswer(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /// The file is larger than asked for.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// @param bytes empty unless the status is 200
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(int status, byte[] bytes) {}

    Read read() throws IOException {
        int status = head();
        while (status >= 100 && status < OK) {
            status = head();
        }
        if (status != OK) {
            return new Read(status, new byte[0]);
        }
        if (encoded) {
            throw new ProtocolException("an encoding that was not asked for");
        }
        var file = new ByteArrayOutputStream();
        if (chunked) {
            chunks(file);
        } else if (length >= 0) {
            copy(length, file);
        } else {
            untilClosed(file);
        }
        return new Read(status, file.toByteArray());
    }

    private int head() throws IOException {
        chunked = false;
        encoded = false;
        length = -1;
        var status = line();
        if (!status.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            throw new ProtocolException("not an HTTP answer");
        }
        for (int count = 0; count <= HEADER_LINES; count++) {
            var header = line();
            if (header.isEmpty()) {
                return Integer.parseInt(status, 9, 12, 10);
            }
            header(header);
        }
        throw new ProtocolException("too many headers");
    }

    private void header(String header) throws ProtocolException {
        int colon = header.indexOf(':');
        if (colon < 1) {
            throw new ProtocolException("broken header");
        }
        var value = header.substring(colon + 1).strip();
        switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "content-length" -> length = number(value, 10);
            case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
            case "content-encoding" -> encoded = !value.equalsIgnoreCase("identity");
            default -> {}
        }
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            throw new ProtocolException("broken length");
        }
        throw new ProtocolException("broken length");
    }

    private void chunks(ByteArrayOutputStream file) throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            copy(size, file);
            if (!line().isEmpty()) {
                throw new ProtocolException("broken chunk");
            }
        }
    }

    private long chunkSize() throws IOException {
        return number(line().split(";", 2)[0].strip(), 16);
    }

    private void copy(long size, ByteArrayOutputStream file) throws IOException {
        if (size > mostBytes - file.size()) {
            throw new TooLarge();
        }
        var bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw new EOFException("cut short");
        }
        file.writeBytes(bytes);
    }

    private void untilClosed(ByteArrayOutputStream file) throws IOException {
        var bytes = in.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new TooLarge();
        }
        file.writeBytes(bytes);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("cut short");
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
