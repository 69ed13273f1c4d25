package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns bytes into a tree, strictly: JSON of RFC 8259 in UTF-8, bounded in depth and in the length
/// of numbers, no property twice, no text that could not be stored.
final class JsonReader {
    static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final JsonParser parser;
    private final List<Mistake> mistakes;

    private JsonReader(JsonParser parser, List<Mistake> mistakes) {
        this.parser = parser;
        this.mistakes = mistakes;
    }

    /// Reads one document.
    ///
    /// @param mistakes receives what is wrong in a document that can be read all the same
    static JsonNode read(byte[] body, List<Mistake> mistakes) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            var reader = new JsonReader(parser, mistakes);
            parser.nextToken();
            if (parser.currentToken() == null) {
                throw Problems.of(
                        ProblemCode.BODY_MISSING,
                        Text.of("This request needs a JSON object as its body.", "此请求需要以 JSON 对象作为请求体。"));
            }
            JsonNode tree = reader.value();
            if (parser.nextToken() != null) {
                throw malformed(parser.currentTokenLocation());
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw tooComplex();
        } catch (JacksonException e) {
            throw malformed(e.getLocation());
        } catch (IOException e) {
            throw malformed(JsonLocation.NA); // bytes in memory: only an encoding can fail
        }
    }

    private JsonNode value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw malformed(parser.currentTokenLocation());
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> JsonNode.createStringNode(checked(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNode.createNumberNode(parser.getDecimalValue());
            case VALUE_TRUE -> JsonNode.createBooleanNode(true);
            case VALUE_FALSE -> JsonNode.createBooleanNode(false);
            case VALUE_NULL -> JsonNode.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw malformed(parser.currentTokenLocation());
        };
    }

    private JsonNode object() throws IOException {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = checked(parser.currentName());
            parser.nextToken();
            if (properties.put(name, value()) != null) {
                mistakes.add(Mistake.at(
                        place(),
                        ProblemCode.DUPLICATE_PROPERTY,
                        Text.of("%s stands here twice; send it once.", "%s 重复出现，请只发送一次。", name)));
            }
        }
        return JsonNode.createObjectNode(properties);
    }

    private JsonNode array() throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries.add(value());
        }
        return JsonNode.createArrayNode(entries);
    }

    private String checked(String text) {
        if (!Characters.storable(text)) {
            mistakes.add(Mistake.at(
                    place(),
                    ProblemCode.BAD_CHARACTER,
                    Text.of(
                            "The text contains a NUL or half of a surrogate pair; remove it.",
                            "文本含有 NUL 或半个代理对，请删除。")));
        }
        return text;
    }

    private String place() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private static ProblemException malformed(JsonLocation where) {
        return Problems.of(
                ProblemCode.MALFORMED_JSON,
                where.getLineNr() < 1
                        ? Text.of("The body is not JSON in UTF-8.", "请求体不是 UTF-8 的 JSON。")
                        : Text.of(
                                "The body is not JSON: it can't be read at line %s, column %s.",
                                "请求体不是 JSON：第 %s 行第 %s 列无法读取。", where.getLineNr(), where.getColumnNr()));
    }

    private static ProblemException tooComplex() {
        return Problems.of(
                ProblemCode.MALFORMED_JSON,
                Text.of(
                        "The body is nested deeper than %s levels, or has a number of more than %s digits.",
                        "请求体嵌套超过 %s 层，或含有超过 %s 位的数字。", DEEPEST, LONGEST_NUMBER));
    }
}
