package cn.siyu.adapter.http.answer;

import cn.siyu.domain.brand.BrandId;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What a request is remembered by, as SHA-256 in hexadecimal digits.
final class Fingerprints {
    private Fingerprints() {}

    /// The name of an intention: brand, credential, route and key.
    static String name(HttpRequest<?> request, @Nullable BrandId brand, String credential, String key) {
        String route = RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> match
                ? match.getRouteInfo().getUriMatchTemplate().toPathString()
                : request.getPath();
        return hash(
                text(brand == null ? "" : brand.toString()),
                text(credential),
                text(request.getMethodName()),
                text(route),
                text(key));
    }

    /// What is asked: path, query and body.
    static String request(HttpRequest<?> request, byte[] body) {
        return hash(text(request.getUri().toString()), body);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
