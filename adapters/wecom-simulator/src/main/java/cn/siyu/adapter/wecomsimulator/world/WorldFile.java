package cn.siyu.adapter.wecomsimulator.world;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
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
import org.jspecify.annotations.Nullable;

/// A world as one JSON file: for each corp the rows that make up its state, in the order in which they are
/// applied. Whatever a book keeps is in it, because the file holds what the journal holds. Saving, loading
/// and saving again gives the same file.
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
    private static final ObjectReader READER =
            Json.MAPPER.readerFor(Row.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final World world;

    /// What a file holds.
    ///
    /// @param corps they belong to no world yet
    /// @param faults the rules that were in force, each as far as it had come; a missing node when the file has
    /// none
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
    /// @throws JsonMappingException with the place, when a row has an unknown field or a senseless value
    public Read read(InputStream in) throws IOException {
        try (var parser = Json.MAPPER.createParser(in)) {
            var corps = new ArrayList<Corp>();
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
            return new Read(corps, faults);
        }
    }

    private void corps(JsonParser parser, List<Corp> corps) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                corps.add(corp(parser, corps.size()));
            } catch (JsonMappingException e) {
                e.prependPath(corps, corps.size());
                e.prependPath(this, "corps");
                throw e;
            }
        }
    }

    private Corp corp(JsonParser parser, int number) throws IOException {
        start(parser, parser.currentToken());
        var corpId = "";
        Corp corp = null;
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "corpId" -> corpId = parser.getText();
                case "rows" -> corp = rows(parser);
                case "files" -> restore(parser, corp);
                default -> throw unknown(name, "/corps/" + number, "corpId, rows, files");
            }
        }
        if (corp == null || !corp.corpId().equals(corpId)) {
            throw new IllegalArgumentException(
                    "/corps/%d needs a corpId, and rows of which the first is its \"t\":\"corp\"".formatted(number));
        }
        return corp;
    }

    private static void restore(JsonParser parser, @Nullable Corp corp) throws IOException {
        start(parser, parser.currentToken());
        for (var id = parser.nextFieldName(); id != null; id = parser.nextFieldName()) {
            parser.nextToken();
            if (corp == null) {
                throw new IllegalArgumentException("files come behind the rows that tell of them");
            }
            corp.media().restore(id, parser.getBinaryValue());
        }
    }

    private @Nullable Corp rows(JsonParser parser) throws IOException {
        Corp corp = null;
        var number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Row row;
            try {
                row = READER.readValue(parser);
            } catch (JsonMappingException e) {
                e.prependPath(this, number);
                e.prependPath(this, "rows");
                throw e;
            }
            if (corp == null) {
                corp = first(row);
            }
            apply(corp, row, number++);
        }
        return corp;
    }

    private Corp first(Row row) {
        if (row instanceof CorpRow corp && corp.corpId().matches("[A-Za-z0-9_-]{1,64}")) {
            return world.unborn(corp);
        }
        throw new IllegalArgumentException("the first row of a corp must be \"t\":\"corp\" with a corpId");
    }

    private static void apply(Corp corp, Row row, int number) {
        try {
            corp.apply(row);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "row %d of %s names something that no row before it made: %s"
                            .formatted(number, corp.corpId(), e.getMessage()),
                    e);
        }
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
