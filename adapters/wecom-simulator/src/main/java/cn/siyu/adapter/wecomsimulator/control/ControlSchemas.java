package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// JSON schemas of the bodies that the control API reads, made from their records.
final class ControlSchemas {
    private final Map<String, String> named = new TreeMap<>();

    /// The schema of a type, as YAML at no indent; records and unions are told by reference.
    String of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return "type: array\nitems:\n"
                    + of(list.getActualTypeArguments()[0]).indent(2);
        }
        if (type instanceof Class<?> known) {
            return ofClass(known);
        }
        return "type: object\n";
    }

    private String ofClass(Class<?> type) {
        if (type == String.class) {
            return "type: string\n";
        }
        if (type == Instant.class) {
            return "type: string\nformat: date-time\n";
        }
        if (type == Duration.class) {
            return "type: string\nformat: duration\n";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "type: boolean\n";
        }
        if (type == double.class || type == Double.class) {
            return "type: number\n";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "type: integer\n";
        }
        if (type.isEnum()) {
            return "type: string\nenum: ["
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")) + "]\n";
        }
        if (type.isArray()) {
            return "type: array\nitems:\n" + of(type.getComponentType()).indent(2);
        }
        return type.isRecord() || type.isSealed() ? reference(type) : anything(type);
    }

    private static String anything(Class<?> type) {
        return JsonNode.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) ? "type: object\n" : "{}\n";
    }

    private String reference(Class<?> type) {
        var name = name(type);
        if (!named.containsKey(name)) {
            named.put(name, "");
            named.put(name, type.isRecord() ? record(type, "") : union(type));
        }
        return "$ref: '#/components/schemas/" + name + "'\n";
    }

    private static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        return (outer == null || type.getSimpleName().endsWith("Body") ? "" : name(outer)) + type.getSimpleName();
    }

    /// @param tag the value of `type` where the record is one of a union, else `""`
    private String record(Class<?> type, String tag) {
        var yaml = new StringBuilder("type: object\nadditionalProperties: false\n");
        var components = type.getRecordComponents();
        if (components.length > 0 || !tag.isEmpty()) {
            yaml.append("properties:\n");
        }
        if (!tag.isEmpty()) {
            yaml.append("  type:\n    const: ").append(tag).append('\n');
        }
        for (var component : components) {
            yaml.append("  ").append(component.getName()).append(":\n");
            yaml.append(of(component.getGenericType()).indent(4));
        }
        return yaml.append(tag.isEmpty() ? "" : "required: [type]\n").toString();
    }

    private String union(Class<?> type) {
        var yaml = new StringBuilder("oneOf:\n");
        for (var each : type.getAnnotation(JsonSubTypes.class).value()) {
            if (each.value().isRecord()) {
                var name = name(each.value());
                named.put(name, record(each.value(), each.name()));
                yaml.append("  - $ref: '#/components/schemas/").append(name).append("'\n");
            } else {
                yaml.append("  - ").append(reference(each.value()));
            }
        }
        return yaml.toString();
    }

    /// All schemas that were referred to.
    String yaml() {
        var yaml = new StringBuilder("components:\n  schemas:\n");
        named.forEach(
                (name, schema) -> yaml.append("    ").append(name).append(":\n").append(schema.indent(6)));
        return yaml.toString();
    }
}
