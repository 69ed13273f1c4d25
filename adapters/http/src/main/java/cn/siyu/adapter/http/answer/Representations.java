package cn.siyu.adapter.http.answer;

import cn.siyu.adapter.http.problem.Problem;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Projection;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// Turns the resources that controllers answer with into what is sent: JSON cut to `fields`, with a
/// strong ETag, or 304 if the client has it already.
@ServerFilter({"/v1", "/v1/**"})
final class Representations {
    private static final String CACHE = "private, no-cache";

    private final JsonMapper json;

    Representations(JsonMapper json) {
        this.json = json;
    }

    @ResponseFilter
    void represent(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean head = request.getMethod() == HttpMethod.HEAD;
        // the framework takes the body of an answer to HEAD away, and keeps it beside
        Object body = head ? RouteAttributes.getHeadBody(response).orElse(null) : response.body();
        if (body == null || response.code() >= 300 || !isResource(body, response)) {
            return;
        }
        byte[] bytes = bytes(body, Projection.of(request));
        String tag = tag(body, bytes);
        response.getHeaders().set(HttpHeaders.ETAG, tag);
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, CACHE);
        }
        if ((head || request.getMethod() == HttpMethod.GET) && isKnown(request, tag)) {
            response.status(HttpStatus.NOT_MODIFIED).body(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            return;
        }
        response.contentType(MediaType.APPLICATION_JSON_TYPE).body(head ? null : bytes);
    }

    /// The ETag of a resource: its version, if it has one, and a checksum of what is sent.
    static String tag(Object body, byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        String hash = Integer.toHexString((int) sum.getValue()) + Integer.toHexString(bytes.length);
        return body instanceof Versioned versioned
                ? "\"" + versioned.version() + "-" + hash + "\""
                : "\"" + hash + "\"";
    }

    byte[] bytes(Object body, Optional<Projection> projection) {
        try {
            if (projection.isEmpty()) {
                return json.writeValueAsBytes(body);
            }
            JsonNode tree = json.writeValueToTree(body);
            return json.writeValueAsBytes(projection.get().cut(tree, body instanceof Page<?>));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isResource(Object body, MutableHttpResponse<?> response) {
        boolean otherType = response.getContentType()
                .filter(type -> !type.getName().equals(MediaType.APPLICATION_JSON))
                .isPresent();
        return !otherType && !(body instanceof byte[] || body instanceof CharSequence || body instanceof Problem);
    }

    private static boolean isKnown(HttpRequest<?> request, String tag) {
        List<String> known = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH);
        return known.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .anyMatch(value -> value.equals("*") || value.equals(tag) || value.equals("W/" + tag));
    }
}
