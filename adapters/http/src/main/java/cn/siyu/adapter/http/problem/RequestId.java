package cn.siyu.adapter.http.problem;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a request is called in logs, answers and audit records.
///
/// @param id the value of `X-Request-Id`, taken from the client or made here
/// @param traceId the trace id of `traceparent` (W3C Trace Context), or the request id if there is
///     none
public record RequestId(String id, String traceId) {
    /// The header that carries it, in both directions.
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NO_TRACE = "0".repeat(32);

    /// The id of a request; the first call decides it. A header that could spoil a log is not taken
    /// over.
    public static RequestId of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RequestId.class).orElseGet(() -> {
            RequestId made =
                    make(request.getHeaders().get(HEADER), request.getHeaders().get("traceparent"));
            request.setAttribute(ATTRIBUTE, made);
            return made;
        });
    }

    static RequestId make(@Nullable String given, @Nullable String traceParent) {
        String trace = traceOf(traceParent);
        String id = given != null && ACCEPTABLE.matcher(given).matches() ? given : trace != null ? trace : chance();
        return new RequestId(id, trace == null ? id : trace);
    }

    private static @Nullable String traceOf(@Nullable String traceParent) {
        if (traceParent == null) {
            return null;
        }
        Matcher matcher = TRACE_PARENT.matcher(traceParent);
        return matcher.matches() && !NO_TRACE.equals(matcher.group(1)) ? matcher.group(1) : null;
    }

    private static String chance() {
        var hex = HexFormat.of();
        var random = ThreadLocalRandom.current();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
