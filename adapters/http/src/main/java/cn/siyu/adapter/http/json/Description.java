package cn.siyu.adapter.http.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a reader asks an object for, noted while it runs without one: the JSON Schema of a request,
/// which so can't differ from what is read.
final class Description {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<Object> variants = new ArrayList<>();

    void property(String name, Map<String, Object> schema) {
        properties.put(name, schema);
    }

    void require(String name) {
        required.add(name);
    }

    /// Notes one of several forms of the object, told apart by what a property says.
    void variant(String name, String value, Map<String, Object> schema) {
        var form = new LinkedHashMap<>(schema);
        var all = new LinkedHashMap<String, Object>();
        all.put(name, Map.of("const", value));
        if (schema.get("properties") instanceof Map<?, ?> own) {
            own.forEach((key, each) -> all.put(String.valueOf(key), each));
        }
        form.put("properties", all);
        variants.add(form);
    }

    Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.put("required", List.copyOf(required));
        }
        if (variants.isEmpty()) {
            schema.put("additionalProperties", false);
        } else {
            schema.put("oneOf", variants);
        }
        return schema;
    }
}
