package cn.siyu.adapter.http.channel;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Tells visitors apart without a cookie, by a hash of their address and browser. It is used for
/// the one visit and not kept.
final class VisitorKey {
    private VisitorKey() {}

    static String of(@Nullable String address, HttpRequest<?> request) {
        String text = address + "\n" + request.getHeaders().get(HttpHeaders.USER_AGENT);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
