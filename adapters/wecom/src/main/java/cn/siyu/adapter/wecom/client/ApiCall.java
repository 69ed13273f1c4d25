package cn.siyu.adapter.wecom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.adapter.wecom.transport.HttpCall;
import cn.siyu.application.channel.MediaFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One call of the API without its credential. A body or a file makes it a POST.
///
/// @param path such as `/cgi-bin/externalcontact/get`
/// @param reference our own id of what is being done, for the logs; may be empty
/// @param emptyCodes error codes that only mean "there is none": the answer is read as if it were a
///     success, since the platform sends its arrays, empty, along with an error
public record ApiCall(
        String path,
        Map<String, String> query,
        @Nullable ObjectNode body,
        @Nullable MediaFile file,
        String reference,
        Set<Long> emptyCodes) {
    public ApiCall {
        query = Map.copyOf(query);
        emptyCodes = Set.copyOf(emptyCodes);
    }

    public static ApiCall get(String path, Map<String, String> query) {
        return new ApiCall(path, query, null, null, "", Set.of());
    }

    public static ApiCall post(String path, ObjectNode body) {
        return new ApiCall(path, Map.of(), body, null, "", Set.of());
    }

    /// A call that carries a file in a form, in the part `media`.
    public static ApiCall upload(String path, Map<String, String> query, MediaFile file) {
        return new ApiCall(path, query, null, file, file.name(), Set.of());
    }

    public ApiCall as(String newReference) {
        return new ApiCall(path, query, body, file, newReference, emptyCodes);
    }

    public ApiCall emptyOn(long errcode) {
        return new ApiCall(path, query, body, file, reference, Set.of(errcode));
    }

    /// Last part of the path: the name under which the documentation and the logs know the call.
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    HttpCall.@Nullable Content content() {
        if (file != null) {
            return HttpCall.Content.file("media", file.name(), file.bytes());
        }
        return body == null ? null : HttpCall.Content.json(body.toString());
    }

    String target(Map<String, String> more) {
        var all = new TreeMap<>(query);
        all.putAll(more);
        if (all.isEmpty()) {
            return path;
        }
        return all.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
