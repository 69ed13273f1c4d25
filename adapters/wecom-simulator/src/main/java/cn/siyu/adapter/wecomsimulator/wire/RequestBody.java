package cn.siyu.adapter.wecomsimulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;

/// Reads the body of a POST: one JSON object. A body that is none reads as an empty one, so that
/// the required fields look missing, as on the platform.
public final class RequestBody {
    private static final String NOT_A_CHARACTER = "\uFFFD";

    private RequestBody() {}

    /// The parameters in a body.
    /// @param body UTF-8; empty when there is none
    /// @param forgiving see [Params]
    public static Params read(byte[] body, boolean forgiving) {
        if (body.length == 0) {
            return Params.of(Json.object(), false, forgiving);
        }
        try {
            if (Json.MAPPER.readTree(body) instanceof ObjectNode object) {
                if (mayHoldHalves(body)) {
                    repair(object);
                }
                return Params.of(object, false, forgiving);
            }
        } catch (IOException _) {
            // not JSON: nothing in it can be read
        }
        return Params.of(Json.object(), true, forgiving);
    }

    /// Half a surrogate pair can be written as a JSON escape but not as UTF-8: it is replaced, so
    /// that every text that is kept can be answered again.
    private static void repair(ObjectNode object) {
        for (var field : List.copyOf(object.properties())) {
            var name = whole(field.getKey());
            if (!name.equals(field.getKey())) {
                object.remove(field.getKey());
            }
            object.set(name, repaired(field.getValue()));
        }
    }

    private static JsonNode repaired(JsonNode node) {
        switch (node) {
            case ObjectNode object -> repair(object);
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, repaired(array.get(i)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(whole(text.textValue()));
            }
            default -> {
                // numbers and booleans hold no text
            }
        }
        return node;
    }

    private static boolean mayHoldHalves(byte[] body) {
        for (var i = 0; i + 2 < body.length; i++) {
            if (body[i] == '\\' && body[i + 1] == 'u' && (body[i + 2] == 'd' || body[i + 2] == 'D')) {
                return true;
            }
        }
        return false;
    }

    private static String whole(String text) {
        return text.codePoints().noneMatch(RequestBody::isHalf)
                ? text
                : text.codePoints()
                        .mapToObj(point -> isHalf(point) ? NOT_A_CHARACTER : Character.toString(point))
                        .reduce("", String::concat);
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
