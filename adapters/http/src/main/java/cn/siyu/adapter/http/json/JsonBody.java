package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The JSON body of a request. A controller takes it as an argument and reads it once:
///
/// ```java
/// var wish = body.read(CreateTag::read);
/// ```
public final class JsonBody {
    /// The media type of a JSON Merge Patch; a route that patches consumes it beside
    /// `application/json`.
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final List<String> JSON = List.of(MediaType.APPLICATION_JSON);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static final List<String> PATCH = List.of(MERGE_PATCH, MediaType.APPLICATION_JSON);

    private final Optional<MediaType> type;
    private final Supplier<byte[]> source;
    private final JsonMapper json;
    private byte @Nullable [] bytes;

    /// @param source waits for the body and gives it; asked at most once
    JsonBody(Optional<MediaType> type, Supplier<byte[]> source, JsonMapper json) {
        this.type = type;
        this.source = source;
        this.json = json;
    }

    /// A body of JSON text that did not come by HTTP, such as an example.
    public static JsonBody of(String text, JsonMapper json) {
        return new JsonBody(
                Optional.of(MediaType.APPLICATION_JSON_TYPE), () -> text.getBytes(StandardCharsets.UTF_8), json);
    }

    /// Reads the body of a new thing into a record, or refuses it with all its mistakes.
    public <T> T read(Function<Input, T> reader) {
        require(JSON);
        Document document = document();
        return read(document, names(document.tree()), reader);
    }

    /// Reads a body that may be left out, which says the same as an empty object.
    public <T> T readIfAny(Function<Input, T> reader) {
        if (bytes().length > 0) {
            return read(reader);
        }
        var mistakes = new ArrayList<Mistake>();
        return read(new Document(JsonReader.read(NOTHING, mistakes), mistakes), Set.of(), reader);
    }

    /// Reads the body of a batch, an object whose `items` are read one by one; only what concerns
    /// all of them ends the request.
    ///
    /// @param most how many items there may be
    public <T> List<Entry<T>> readEach(int most, Function<Input, T> reader) {
        require(JSON);
        Document document = document();
        refuseUnlessObject(document.tree());
        return BatchReading.read(document.tree(), names(document.tree()), document.mistakes(), most, reader);
    }

    /// Reads the body that replaces a thing. What only the product sets is ignored, so a thing may
    /// be sent back as it was read.
    public <T> T replace(Function<Input, T> reader) {
        require(JSON);
        return read(document(), Set.of(), reader);
    }

    /// Merges the body as a JSON Merge Patch (RFC 7396) into what there is, and reads the whole as
    /// a new body would be.
    ///
    /// @param current what there is, as clients see it
    public <T> T patch(Object current, Function<Input, T> reader) {
        require(PATCH);
        Document patch = document();
        refuseUnlessObject(patch.tree());
        return read(
                new Document(MergePatch.apply(tree(current), patch.tree()), patch.mistakes()),
                names(patch.tree()),
                reader);
    }

    /// The body as it came, for a fingerprint.
    public byte[] bytes() {
        if (bytes == null) {
            bytes = source.get();
        }
        return bytes;
    }

    /// @param written the names at the top that the client itself wrote and is held to
    private static <T> T read(Document document, Set<String> written, Function<Input, T> reader) {
        refuseUnlessObject(document.tree());
        var mistakes = new Mistakes(document.tree(), document.mistakes());
        @Nullable T result = Input.readWhole(document.tree(), written, mistakes, reader);
        mistakes.refuse();
        if (result == null) {
            throw new IllegalStateException("a reader answered null without noting a mistake");
        }
        return result;
    }

    private JsonNode tree(Object current) {
        try {
            return json.writeValueToTree(current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(JsonNode tree) {
        var names = new HashSet<String>();
        if (tree.isObject()) {
            tree.entries().forEach(entry -> names.add(entry.getKey()));
        }
        return names;
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
