package cn.siyu.adapter.wecom.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// A request: path with query, already encoded, and for a POST the JSON body.
public record HttpCall(
        Origin origin, String target, @Nullable String body) {
    public HttpCall {
        if (!target.startsWith("/") || target.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("the request target must be an encoded path");
        }
    }

    /// The whole request, so that it leaves in one write.
    byte[] bytes() {
        var payload = body == null ? new byte[0] : body.getBytes(UTF_8);
        var head = new StringBuilder(256)
                .append(body == null ? "GET " : "POST ")
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(origin.authority())
                .append("\r\nUser-Agent: siyu\r\nAccept: application/json\r\n");
        if (body != null) {
            head.append("Content-Type: application/json; charset=utf-8\r\nContent-Length: ")
                    .append(payload.length)
                    .append("\r\n");
        }
        var request = new ByteArrayOutputStream(head.length() + 2 + payload.length);
        request.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        request.writeBytes(payload);
        return request.toByteArray();
    }
}
