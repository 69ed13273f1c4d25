package cn.siyu.adapter.wecomsimulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// A request's parameters, read as leniently as the platform reads them: `null` is absent, a quoted
/// number is a number, a single string is a list of one. What only leniency could read is
/// remembered in [#wasLenient()], because the platform then prefixes its answer. A value that the
/// platform would refuse (40058) is refused here too, unless these parameters are *forgiving*: then
/// it counts as not given.
public final class Params {
    private final ObjectNode node;
    private final Reading reading;

    /// What was noticed while the parameters of one request were read.
    private static final class Reading {
        private final boolean forgiving;
        private final SequencedSet<String> forgiven = new LinkedHashSet<>();
        private final boolean typed;
        private boolean lenient;

        Reading(boolean lenient, boolean forgiving, boolean typed) {
            this.lenient = lenient;
            this.forgiving = forgiving;
            this.typed = typed;
        }

        /// A value was understood although it has another type; in a query everything is text.
        void understood() {
            lenient |= typed;
        }
    }

    private Params(ObjectNode node, Reading reading) {
        this.node = node;
        this.reading = reading;
    }

    /// Parameters from a tree.
    /// @param node the parameters by name
    /// @param lenient whether reading them has already needed leniency (an unreadable body counts
    ///     as an empty one)
    public static Params of(ObjectNode node, boolean lenient) {
        return of(node, lenient, false);
    }

    /// Parameters from a tree.
    /// @param forgiving whether a value that cannot be understood counts as not given
    public static Params of(ObjectNode node, boolean lenient, boolean forgiving) {
        return new Params(node, new Reading(lenient, forgiving, true));
    }

    /// Parameters from a query, where numbers and flags are texts.
    public static Params ofQuery(ObjectNode query, boolean forgiving) {
        return new Params(query, new Reading(false, forgiving, false));
    }

    /// True when some value had another JSON type than documented and was understood all the same.
    public boolean wasLenient() {
        return reading.lenient;
    }

    /// The names of the values that could not be understood and were passed over.
    public SequencedSet<String> forgiven() {
        return reading.forgiven;
    }

    public boolean has(String name) {
        var value = node.get(name);
        return value != null && !value.isNull();
    }

    /// The text of a parameter, `""` when absent.
    public String text(String name) {
        return given(name).flatMap(value -> scalar(name, value)).orElse("");
    }

    /// The number of a parameter, `absent` when it is not given.
    /// @throws ApiError 40058 when it cannot be read as a whole number
    public long number(String name, long absent) {
        return given(name).flatMap(value -> whole(name, value)).orElse(absent);
    }

    public boolean flag(String name, boolean absent) {
        return given(name).flatMap(value -> bool(name, value)).orElse(absent);
    }

    /// A list of texts; empty when absent.
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var value : elements(name)) {
            scalar(name, value).ifPresent(texts::add);
        }
        return texts;
    }

    public List<Integer> numbers(String name) {
        var numbers = new ArrayList<Integer>();
        for (var value : elements(name)) {
            whole(name, value).ifPresent(number -> {
                if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
                    refuse(name);
                } else {
                    numbers.add(number.intValue());
                }
            });
        }
        return numbers;
    }

    /// A nested object; an absent one reads as empty.
    public Params object(String name) {
        var value = given(name);
        if (value.isPresent() && !value.get().isObject()) {
            refuse(name);
            value = Optional.empty();
        }
        return new Params(value.map(ObjectNode.class::cast).orElseGet(Json::object), reading);
    }

    /// A list of nested objects; empty when absent.
    public List<Params> objects(String name) {
        var objects = new ArrayList<Params>();
        for (var value : elements(name)) {
            if (value instanceof ObjectNode object) {
                objects.add(new Params(object, reading));
            } else {
                refuse(name);
            }
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
        reading.understood();
        return value.isTextual() && value.textValue().isEmpty() ? List.of() : List.of(value);
    }

    private Optional<String> scalar(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return refuse(name);
        }
        if (!value.isTextual()) {
            reading.understood();
        }
        return Optional.of(value.asText());
    }

    private Optional<Long> whole(String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? Optional.of(value.longValue()) : refuse(name);
        }
        reading.understood();
        try {
            return Optional.of(Long.parseLong(value.asText().strip()));
        } catch (NumberFormatException _) {
            return refuse(name);
        }
    }

    private Optional<Boolean> bool(String name, JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        reading.understood();
        return switch (value.asText()) {
            case "true", "1" -> Optional.of(true);
            case "false", "0", "" -> Optional.of(false);
            default -> refuse(name);
        };
    }

    private <T> Optional<T> refuse(String name) {
        if (!reading.forgiving) {
            throw Errcode.invalidParam(name);
        }
        reading.forgiven.add(name);
        return Optional.empty();
    }
}
