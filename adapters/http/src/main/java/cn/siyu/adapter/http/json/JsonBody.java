package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.http.MediaType;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The JSON body of a request. A controller takes it as an argument and reads it once:
///
/// ```java
/// var wish = body.read(CreateTag::read);
/// ```
public final class JsonBody {
    /// The media type of a JSON Merge Patch; a route that patches consumes it beside `application/json`.
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final List<String> JSON = List.of(MediaType.APPLICATION_JSON);
    private static final List<String> PATCH = List.of(MERGE_PATCH, MediaType.APPLICATION_JSON);

    private final Optional<MediaType> type;
    private final Supplier<byte[]> source;
    private byte @Nullable [] bytes;

    /// @param source waits for the body and gives it; asked at most once
    JsonBody(Optional<MediaType> type, Supplier<byte[]> source) {
        this.type = type;
        this.source = source;
    }

    /// Reads the body into a record, or refuses it with all its mistakes.
    public <T> T read(Function<Input, T> reader) {
        require(JSON);
        return read(document(), reader);
    }

    /// Merges the body as a JSON Merge Patch (RFC 7396) into what there is, and reads the whole as a new body would be.
    ///
    /// @param current what there is, in the form of a request: without what only the product sets
    public <T> T patch(JsonNode current, Function<Input, T> reader) {
        require(PATCH);
        Document patch = document();
        refuseUnlessObject(patch.tree());
        return read(new Document(MergePatch.apply(current, patch.tree()), patch.mistakes()), reader);
    }

    /// The body as it came, for a fingerprint.
    public byte[] bytes() {
        if (bytes == null) {
            bytes = source.get();
        }
        return bytes;
    }

    private static <T> T read(Document document, Function<Input, T> reader) {
        refuseUnlessObject(document.tree());
        var mistakes = new Mistakes(document.tree(), document.mistakes());
        @Nullable T result = Input.read(document.tree(), "", mistakes, reader);
        mistakes.refuse();
        if (result == null) {
            throw new IllegalStateException("a reader answered null without noting a mistake");
        }
        return result;
    }

    private Document document() {
        var mistakes = new ArrayList<Mistake>();
        JsonNode tree = JsonReader.read(bytes(), mistakes);
        return new Document(tree, mistakes);
    }

    private void require(List<String> taken) {
        boolean fits = type.map(MediaType::getName).filter(taken::contains).isPresent();
        boolean utf8 = type.flatMap(MediaType::getCharset)
                .map(charset -> charset.name().equals("UTF-8"))
                .orElse(true);
        if (!fits || !utf8) {
            throw Problems.mediaType(taken);
        }
    }

    private static void refuseUnlessObject(JsonNode tree) {
        if (!tree.isObject()) {
            throw Problems.body(
                    "", ProblemCode.WRONG_TYPE, Text.of("The body must be a JSON object.", "请求体应为 JSON 对象。"));
        }
    }

    private record Document(JsonNode tree, List<Mistake> mistakes) {}
}
