package cn.siyu.adapter.wecomsimulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A request's parameters, read as leniently as the platform reads them: `null` is absent, a quoted number is
/// a number, a single string is a list of one. What only leniency could read is remembered in
/// [#wasLenient()], because the platform then prefixes its answer.
public final class Params {
    private final ObjectNode node;
    private final AtomicBoolean lenient;

    private Params(ObjectNode node, AtomicBoolean lenient) {
        this.node = node;
        this.lenient = lenient;
    }

    /// Parameters from a tree.
    /// @param node the parameters by name
    /// @param lenient whether reading them has already needed leniency (an unreadable body counts as an empty
    /// one)
    public static Params of(ObjectNode node, boolean lenient) {
        return new Params(node, new AtomicBoolean(lenient));
    }

    /// True when some value had another JSON type than documented and was understood all the same.
    public boolean wasLenient() {
        return lenient.get();
    }

    public boolean has(String name) {
        var value = node.get(name);
        return value != null && !value.isNull();
    }

    /// The text of a parameter, `""` when absent.
    public String text(String name) {
        return given(name).map(value -> scalar(name, value)).orElse("");
    }

    /// The number of a parameter, `absent` when it is not given.
    /// @throws ApiError 40058 when it cannot be read as a whole number
    public long number(String name, long absent) {
        return given(name).map(value -> whole(name, value)).orElse(absent);
    }

    public boolean flag(String name, boolean absent) {
        return given(name).map(value -> bool(name, value)).orElse(absent);
    }

    /// A list of texts; empty when absent.
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var value : elements(name)) {
            texts.add(scalar(name, value));
        }
        return texts;
    }

    public List<Integer> numbers(String name) {
        var numbers = new ArrayList<Integer>();
        for (var value : elements(name)) {
            numbers.add((int) whole(name, value));
        }
        return numbers;
    }

    /// A nested object; an absent one reads as empty.
    public Params object(String name) {
        var value = given(name);
        if (value.isPresent() && !value.get().isObject()) {
            throw Errcode.invalidParam(name);
        }
        return new Params(value.map(ObjectNode.class::cast).orElseGet(Json::object), lenient);
    }

    /// A list of nested objects; empty when absent.
    public List<Params> objects(String name) {
        var objects = new ArrayList<Params>();
        for (var value : elements(name)) {
            if (!(value instanceof ObjectNode object)) {
                throw Errcode.invalidParam(name);
            }
            objects.add(new Params(object, lenient));
        }
        return objects;
    }

    /// The tree below these parameters, to be kept as it came.
    public ObjectNode tree() {
        return node;
    }

    private Optional<JsonNode> given(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private Iterable<JsonNode> elements(String name) {
        var value = given(name).orElse(null);
        if (value == null) {
            return List.of();
        }
        if (value.isArray()) {
            return value;
        }
        lenient.set(true);
        return value.isTextual() && value.textValue().isEmpty() ? List.of() : List.of(value);
    }

    private String scalar(String name, JsonNode value) {
        if (!value.isValueNode()) {
            throw Errcode.invalidParam(name);
        }
        if (!value.isTextual()) {
            lenient.set(true);
        }
        return value.asText();
    }

    private long whole(String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        lenient.set(true);
        try {
            return Long.parseLong(value.asText().strip());
        } catch (NumberFormatException _) {
            throw Errcode.invalidParam(name);
        }
    }

    private boolean bool(String name, JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        lenient.set(true);
        return switch (value.asText()) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> throw Errcode.invalidParam(name);
        };
    }
}
