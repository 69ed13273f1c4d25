package cn.siyu.adapter.wecom.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A request: path with query, already encoded, and for a POST the body.
public record HttpCall(
        Origin origin, String target, @Nullable Content content) {
    /// A body with its `Content-Type`.
    public static final class Content {
        private final String type;
        private final byte[] bytes;

        private Content(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        public static Content json(String text) {
            return new Content("application/json; charset=utf-8", text.getBytes(UTF_8));
        }

        /// A form with one file (multipart/form-data). Its boundary is made from the file, so that
        /// it does not occur in it.
        public static Content file(String part, String fileName, byte[] file) {
            var boundary = "siyu-" + Integer.toHexString(Arrays.hashCode(file)) + "-" + file.length;
            while (new String(file, ISO_8859_1).contains(boundary)) {
                boundary += "x";
            }
            var form = new ByteArrayOutputStream(file.length + 400);
            form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                            + fileName + "\"; filelength=" + file.length
                            + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(UTF_8));
            form.writeBytes(file);
            form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
            return new Content("multipart/form-data; boundary=" + boundary, form.toByteArray());
        }
    }

    /// A POST of a JSON text, or a GET without one.
    public static HttpCall json(Origin origin, String target, @Nullable String text) {
        return new HttpCall(origin, target, text == null ? null : Content.json(text));
    }

    public HttpCall {
        if (!target.startsWith("/") || target.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("the request target must be an encoded path");
        }
    }

    int contentBytes() {
        return content == null ? 0 : content.bytes.length;
    }

    /// The whole request, so that it leaves in one write.
    byte[] bytes() {
        var payload = content == null ? new byte[0] : content.bytes;
        var head = new StringBuilder(256)
                .append(content == null ? "GET " : "POST ")
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(origin.authority())
                .append("\r\nUser-Agent: siyu\r\nAccept: */*\r\n");
        if (content != null) {
            head.append("Content-Type: ")
                    .append(content.type)
                    .append("\r\nContent-Length: ")
                    .append(payload.length)
                    .append("\r\n");
        }
        var request = new ByteArrayOutputStream(head.length() + 2 + payload.length);
        request.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        request.writeBytes(payload);
        return request.toByteArray();
    }
}
