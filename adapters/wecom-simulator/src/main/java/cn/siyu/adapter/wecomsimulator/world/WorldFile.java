package cn.siyu.adapter.wecomsimulator.world;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A world as one JSON file: for each corp the rows that make up its state, in the order in which
/// they are applied. Whatever a book keeps is in it, because the file holds what the journal holds.
/// Saving, loading and saving again gives the same file.
///
/// ```json
/// {"format": "wecom-simulator-world", "version": 1,
///  "corps": [{"corpId": "wwdemo", "rows": [
///   {"t": "corp", "corpId": "wwdemo", …}, {"t": "staff", "userid": "ada", …}, …], "files": {"<media_id>":
/// "<base64>"}}],
///  "faults": [{"rule": {…}, "seen": 3, …}]}
/// ```
///
/// The fault rules are those of the whole simulator; they are left out when there are none.
public final class WorldFile {
    private static final String FORMAT = "wecom-simulator-world";
    private static final int VERSION = 1;
    private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Row.class);
    private final World world;

    /// What a file holds.
    ///
    /// @param corps they belong to no world yet
    /// @param faults the rules that were in force, each as far as it had come; a missing node when
    ///     the file has none
    public record Read(List<Corp> corps, JsonNode faults) {}

    /// @param world where the corps that are read may be taken in
    public WorldFile(World world) {
        this.world = world;
    }

    /// Writes corps. Each is written as it was at one moment; nobody waits for a slow reader.
    /// @param faults rules to write beside them
    public static void write(Collection<Corp> corps, List<JsonNode> faults, OutputStream out) throws IOException {
        text(out, "{\"format\":\"" + FORMAT + "\",\"version\":" + VERSION + ",\"corps\":[");
        var comma = "\n";
        for (var corp : corps) {
            text(out, comma + "{\"corpId\":\"" + corp.corpId() + "\",\"rows\":[");
            var between = "\n";
            for (var row : corp.snapshot()) {
                text(out, between);
                out.write(WRITER.writeValueAsBytes(row));
                between = ",\n";
            }
            text(out, "],\"files\":{");
            files(corp, out);
            text(out, "}}");
            comma = ",\n";
        }
        text(out, "]");
        if (!faults.isEmpty()) {
            text(out, ",\n\"faults\":");
            out.write(Json.bytes(faults));
        }
        text(out, "}\n");
    }

    private static void files(Corp corp, OutputStream out) throws IOException {
        var between = "\n";
        for (var file : corp.locked(() -> corp.media().kept())) {
            text(out, between + "\"" + file.id() + "\":\"");
            out.write(Base64.getEncoder().encode(corp.media().bytes(file.id())));
            text(out, "\"");
            between = ",\n";
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a file.
    /// @throws IllegalArgumentException with a sentence for whoever wrote the file
    /// @throws JsonMappingException with the place, when a row has an unknown field or a senseless
    ///     value
    public Read read(InputStream in) throws IOException {
        var corps = new ArrayList<Corp>();
        try {
            return read(in, corps);
        } catch (IOException | RuntimeException e) {
            corps.forEach(corp -> corp.close(true));
            throw e;
        }
    }

    private Read read(InputStream in, List<Corp> corps) throws IOException {
        try (var parser = Json.MAPPER.createParser(in)) {
            var format = "";
            var version = 0;
            JsonNode faults = MissingNode.getInstance();
            start(parser, parser.nextToken());
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "format" -> format = parser.getText();
                    case "version" -> version = parser.getValueAsInt();
                    case "corps" -> corps(parser, corps);
                    case "faults" ->
                        faults = Json.MAPPER
                                .readerFor(JsonNode.class)
                                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                                .readValue(parser);
                    default -> throw unknown(name, "/", "format, version, corps, faults");
                }
            }
            if (!format.equals(FORMAT) || version != VERSION) {
                throw new IllegalArgumentException(
                        "not a world: format must be \"%s\" and version %d".formatted(FORMAT, VERSION));
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something stands behind the end of the world");
            }
            return new Read(corps, faults);
        }
    }

    private void corps(JsonParser parser, List<Corp> corps) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("a list is needed at /corps");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var number = corps.size();
            try {
                corp(parser, corps);
            } catch (JsonMappingException e) {
                e.prependPath(corps, number);
                e.prependPath(this, "corps");
                throw e;
            }
        }
    }

    /// Reads a corp and adds it, as soon as there is something of it, to those that were read.
    private void corp(JsonParser parser, List<Corp> corps) throws IOException {
        start(parser, parser.currentToken());
        var number = corps.size();
        var corpId = "";
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "corpId" -> corpId = parser.getText();
                case "rows" -> rows(parser, corps, number);
                case "files" -> restore(parser, corps.size() > number ? corps.get(number) : null, number);
                default -> throw unknown(name, "/corps/" + number, "corpId, rows, files");
            }
        }
        if (corps.size() == number || !corps.get(number).corpId().equals(corpId)) {
            throw new IllegalArgumentException(
                    "/corps/%d needs a corpId, and rows of which the first is its \"t\":\"corp\"".formatted(number));
        }
        if (corps.stream()
                .limit(number)
                .anyMatch(other -> other.corpId().equals(corps.get(number).corpId()))) {
            throw new IllegalArgumentException("/corps/%d is a second corp %s".formatted(number, corpId));
        }
    }

    private static void restore(JsonParser parser, @Nullable Corp corp, int number) throws IOException {
        start(parser, parser.currentToken());
        for (var id = parser.nextFieldName(); id != null; id = parser.nextFieldName()) {
            parser.nextToken();
            if (corp == null) {
                throw new IllegalArgumentException("files come behind the rows that tell of them");
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new IllegalArgumentException("/corps/%d/files/%s must be base64".formatted(number, id));
            }
            corp.media().restore(id, parser.getBinaryValue());
        }
    }

    private void rows(JsonParser parser, List<Corp> corps, int corpNumber) throws IOException {
        var at = "/corps/" + corpNumber + "/rows";
        if (parser.currentToken() != JsonToken.START_ARRAY || corps.size() > corpNumber) {
            throw new IllegalArgumentException("one list is needed at " + at);
        }
        for (var number = 0; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            var row = row(parser, number);
            if (number == 0) {
                corps.add(first(row));
            }
            apply(corps.get(corpNumber), row, at + "/" + number);
        }
        if (corps.size() > corpNumber) {
            refuse(new RowRules(corps.get(corpNumber)).wrong(), at);
        }
    }

    private Row row(JsonParser parser, int number) throws IOException {
        try {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw JsonMappingException.from(parser, "a row is needed");
            }
            return RowReaders.FILE.readValue(parser);
        } catch (JsonMappingException e) {
            e.prependPath(this, number);
            e.prependPath(this, "rows");
            throw e;
        }
    }

    private Corp first(Row row) {
        if (row instanceof CorpRow corp && corp.corpId().matches("[A-Za-z0-9_-]{1,64}")) {
            return world.unborn(corp);
        }
        throw new IllegalArgumentException("the first row of a corp must be \"t\":\"corp\" with a corpId");
    }

    private static void apply(Corp corp, Row row, String at) {
        refuse(new RowRules(corp).wrong(row), at);
        try {
            corp.apply(row);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "%s cannot follow the rows before it: %s".formatted(at, e.getMessage()), e);
        }
    }

    private static void refuse(Optional<String> wrong, String at) {
        wrong.ifPresent(reason -> {
            throw new IllegalArgumentException(at + " " + reason);
        });
    }

    private static void start(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException(
                    "an object is needed at " + parser.getParsingContext().pathAsPointer());
        }
    }

    private static IllegalArgumentException unknown(String name, String at, String known) {
        return new IllegalArgumentException("unknown field '%s' at %s; known here: [%s]".formatted(name, at, known));
    }
}
