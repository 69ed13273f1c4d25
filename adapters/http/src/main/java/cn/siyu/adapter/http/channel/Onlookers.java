package cn.siyu.adapter.http.channel;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells those who only look at a link from those who come by it: requests for the head, browsers
/// that fetch ahead, and robots that draw a preview when a link is posted somewhere. No place is
/// held for any of them.
final class Onlookers {
    // CUBOT makes phones
    private static final Pattern ROBOT =
            Pattern.compile("(?<!cu)bot\\b|crawler|spider|slurp|preview|facebookexternalhit|embedly|monitoring");
    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final Pattern AHEAD = Pattern.compile("prefetch|preview|prerender");

    private Onlookers() {}

    static boolean include(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.HEAD
                || ROBOT.matcher(header(request, "User-Agent")).find()
                || PURPOSES.stream()
                        .anyMatch(name -> AHEAD.matcher(header(request, name)).find());
    }

    private static String header(HttpRequest<?> request, String name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
}
