package cn.siyu.adapter.http.meta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Puts the keywords of every schema of a document into one order, so that the document is the same
/// text on every run and a review shows real changes only.
final class SchemaOrder {
    private static final List<String> FIRST = List.of(
            "$ref",
            "type",
            "format",
            "pattern",
            "enum",
            "const",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "required",
            "properties",
            "items",
            "additionalProperties",
            "oneOf",
            "anyOf",
            "allOf");
    private static final Set<String> ONE_SCHEMA = Set.of("schema", "items", "additionalProperties");
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "schemas");
    private static final Set<String> SOME_SCHEMAS = Set.of("oneOf", "anyOf", "allOf");
    private static final Comparator<String> ORDER =
            Comparator.comparingInt(SchemaOrder::place).thenComparing(Comparator.naturalOrder());

    private SchemaOrder() {}

    /// The same document, its schemas in order.
    static Map<String, Object> of(Map<String, Object> document) {
        return object(document, false);
    }

    private static int place(String keyword) {
        int found = FIRST.indexOf(keyword);
        return found < 0 ? FIRST.size() : found;
    }

    private static Map<String, Object> object(Map<String, Object> node, boolean schema) {
        Map<String, Object> ordered = schema ? new TreeMap<>(ORDER) : new LinkedHashMap<>();
        node.forEach((name, value) -> ordered.put(name, below(name, value)));
        return schema ? new LinkedHashMap<>(ordered) : ordered;
    }

    private static Object below(String name, Object value) {
        return switch (value) {
            case Map<?, ?> _ when NAMED_SCHEMAS.contains(name) -> named(Tree.asObject(value));
            case Map<?, ?> _ -> object(Tree.asObject(value), ONE_SCHEMA.contains(name));
            case List<?> list -> entries(list, SOME_SCHEMAS.contains(name));
            default -> value;
        };
    }

    private static Map<String, Object> named(Map<String, Object> schemas) {
        var ordered = new LinkedHashMap<String, Object>();
        schemas.forEach((name, schema) ->
                ordered.put(name, schema instanceof Map<?, ?> ? object(Tree.asObject(schema), true) : schema));
        return ordered;
    }

    private static List<Object> entries(List<?> list, boolean schemas) {
        var ordered = new ArrayList<Object>();
        for (Object entry : list) {
            ordered.add(entry instanceof Map<?, ?> ? object(Tree.asObject(entry), schemas) : entry);
        }
        return ordered;
    }
}
